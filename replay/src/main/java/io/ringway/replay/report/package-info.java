/** What came of a replay: frames by what became of them, and, where little came through, why and what would change it. */
package io.ringway.replay.report;

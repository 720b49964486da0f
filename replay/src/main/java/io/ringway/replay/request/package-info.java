/** What a replay is asked for: interfaces and directions by name, the pace, the format; and the one error for what cannot be. */
package io.ringway.replay.request;

/** One capture through two models: how each conversation ended in either, and the rule that decided. */
package io.ringway.replay.comparison;

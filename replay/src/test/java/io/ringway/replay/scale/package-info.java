/** What many conversations cost: a generator of captures, a meter, and a suite of {@code ./check --long}. */
package io.ringway.replay.scale;

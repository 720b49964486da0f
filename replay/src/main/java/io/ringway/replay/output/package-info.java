/** What a replay writes: captures by interface, with comments on frames where the format has them, traces, state, events. */
package io.ringway.replay.output;

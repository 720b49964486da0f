/** One packet from here to there and its answer, hop by hop, without a capture. */
package io.ringway.replay.probe;

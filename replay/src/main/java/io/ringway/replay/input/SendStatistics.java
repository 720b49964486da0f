package io.ringway.replay.input;

import java.util.List;

/**
 * How the input went so far, by the wall clock.
 *
 * @param packets frames sent, of all inputs
 * @param flows conversations that have addresses, with the frames that belong to them
 * @param inputs what each input sent, in the order in which they were given
 */
public record SendStatistics(
        long packets, long bytes, long elapsedNs, long flows, long flowPackets, List<Input> inputs) {
    /**
     * One input.
     *
     * @param name where its frames enter: NS:IF
     * @param failed frames that the interface or the socket refused
     * @param truncated frames that were captured shorter than they were
     */
    public record Input(String name, long successful, long failed, long truncated) {}

    /** Receives them now and then. */
    @FunctionalInterface
    public interface Listener {
        void sent(SendStatistics statistics);
    }
}

package io.ringway.replay;

/** Told from time to time how far a replay has come. */
@FunctionalInterface
public interface ReplayProgress {
    /**
     * @param bytesRead of all captures together
     * @param bytesTotal 0 where it cannot be known
     */
    void progressed(long bytesRead, long bytesTotal);
}

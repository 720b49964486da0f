package io.ringway.pcap;

import io.ringway.packet.FramePool;

/**
 * How a live interface is captured.
 *
 * @param bufferBytes of kernel memory for frames that were not read yet
 * @param snaplenBytes the most that is captured of a frame; with {@code immediate} each frame takes that much of the
 *     buffer, however short it is
 * @param immediate whether a frame can be read the moment it arrives; else some 2 ms later, but the buffer holds many
 *     more frames
 * @param promiscuous whether frames for other MAC addresses are captured too
 * @param direction which frames, as the interface sees them
 */
public record LiveSettings(
        int bufferBytes, int snaplenBytes, boolean immediate, boolean promiscuous, Direction direction) {
    /** As in {@code tcpdump -Q}. */
    public enum Direction {
        IN,
        OUT,
        INOUT
    }

    /**
     * 16 MiB, frames of any length, promiscuous, incoming only; not immediate, since 16 MiB of whole frames would then
     * hold 256 of them, where they hold 18,000 small ones so.
     */
    public static final LiveSettings DEFAULT =
            new LiveSettings(16 << 20, FramePool.MAX_FRAME_BYTES, false, true, Direction.IN);

    public LiveSettings {
        if (snaplenBytes < 1 || snaplenBytes > FramePool.MAX_FRAME_BYTES) {
            throw new IllegalArgumentException("snapshot length " + snaplenBytes);
        }
    }

    public LiveSettings withBufferBytes(int bytes) {
        return new LiveSettings(bytes, snaplenBytes, immediate, promiscuous, direction);
    }

    public LiveSettings withSnaplenBytes(int bytes) {
        return new LiveSettings(bufferBytes, bytes, immediate, promiscuous, direction);
    }

    public LiveSettings withImmediate(boolean whether) {
        return new LiveSettings(bufferBytes, snaplenBytes, whether, promiscuous, direction);
    }

    public LiveSettings withPromiscuous(boolean whether) {
        return new LiveSettings(bufferBytes, snaplenBytes, immediate, whether, direction);
    }

    public LiveSettings withDirection(Direction which) {
        return new LiveSettings(bufferBytes, snaplenBytes, immediate, promiscuous, which);
    }
}

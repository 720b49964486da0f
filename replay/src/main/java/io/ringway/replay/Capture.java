package io.ringway.replay;

import io.ringway.engine.core.Kernel;
import io.ringway.engine.device.Tap;
import io.ringway.packet.Frame;
import io.ringway.replay.request.Direction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An observer that keeps what it sees, for programs and tests. */
public final class Capture implements Tap {
    /**
     * One frame seen.
     *
     * @param timestampNs virtual time since 1970
     * @param outgoing whether the interface was about to send it
     * @param bytes from the Ethernet header on
     */
    public record Seen(long timestampNs, boolean outgoing, byte[] bytes) {}

    private final Kernel kernel;
    private final Direction direction;
    private final List<Seen> frames = new ArrayList<>();

    Capture(Kernel kernel, Direction direction) {
        this.kernel = kernel;
        this.direction = direction;
    }

    @Override
    public void seen(Frame frame, boolean outgoing) {
        if (direction.wants(outgoing)) {
            frames.add(new Seen(kernel.wallNs(), outgoing, frame.toBytes()));
        }
    }

    /** In the order in which they passed. */
    public List<Seen> frames() {
        return Collections.unmodifiableList(frames);
    }
}

package io.ringway.replay.binding;

import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.replay.conversation.FlowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Fragments that were captured before the first of their packet, which alone says whose they are: they wait for it, and
 * follow it at once.
 */
final class EarlyFragments {
    /** Beyond it the oldest is left out. */
    private static final int MOST = 256;

    private final FramePool pool;
    private final FlowKey key = new FlowKey();
    private final List<Frame> waiting = new ArrayList<>();
    private long left;
    private long released;

    EarlyFragments(FramePool pool) {
        this.pool = pool;
    }

    /** Keeps a copy of one. */
    void keep(Frame frame) {
        waiting.add(pool.copy(frame));
        left++;
        if (waiting.size() > MOST) {
            waiting.remove(0).free();
        }
    }

    /** The first fragment of a packet has been sent: hands out those that waited for it. */
    void follow(FlowKey first, Consumer<Frame> send) {
        for (int i = 0; i < waiting.size(); ) {
            Frame frame = waiting.get(i);
            key.read(frame);
            if (key.packetId() == first.packetId()
                    && key.source() == first.source()
                    && key.destination() == first.destination()
                    && key.protocol() == first.protocol()) {
                waiting.remove(i);
                left--;
                released++;
                send.accept(frame);
            } else {
                i++;
            }
        }
    }

    /** Those whose first one has not come. */
    long left() {
        return left;
    }

    long released() {
        return released;
    }

    void discard() {
        waiting.forEach(Frame::free);
        waiting.clear();
    }
}

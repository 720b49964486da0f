package io.ringway.engine.device;

import io.ringway.engine.core.PolledStage;
import io.ringway.packet.Frame;
import io.ringway.packet.Stage;

/**
 * What arrives at a tunnel: the frames of one poll go on in lists of eight ({@code gro_cells.c:gro_cell_poll()},
 * {@code gro.h:gro_normal_one()}). TCP data waits behind the others, for more of its flow might come
 * ({@code gro.c:dev_gro_receive()}).
 *
 * <p>DEVIATION: segments that come at one instant are not joined.
 */
public final class GroCells implements PolledStage {
    /** {@code gro_normal_batch}. */
    private static final int BATCH = 8;

    private static final int MOST_POLLED = 64;

    private final Device device;
    private final Stage core;
    private final Frame[] list = new Frame[BATCH];
    private final Frame[] held = new Frame[MOST_POLLED];
    private Frame first;
    private int polled;
    private int listed;
    private int waiting;
    private int left;

    public GroCells(Device device) {
        this.device = device;
        core = device.kernel.executor().direct(this::core);
    }

    @Override
    public void receive(Frame frame) {
        polled++;
        if (polled == 1) {
            // Alone it need not be looked into.
            first = frame;
            return;
        }
        if (first != null) {
            Frame earlier = first;
            first = null;
            sort(earlier);
        }
        sort(frame);
    }

    private void sort(Frame frame) {
        if (!TcpSegments.isTcp(frame)) {
            enlist(frame);
            return;
        }
        int kept = 0;
        for (int i = 0; i < waiting; i++) {
            if (TcpSegments.isSameFlow(held[i], frame)) {
                enlist(held[i]);
            } else {
                held[kept++] = held[i];
            }
        }
        waiting = kept;
        if (waiting < MOST_POLLED && TcpSegments.mayGrow(frame)) {
            held[waiting++] = frame;
        } else {
            enlist(frame);
        }
    }

    @Override
    public void endPoll() {
        if (first != null) {
            enlist(first);
            first = null;
        }
        for (int i = 0; i < waiting; i++) {
            enlist(held[i]);
        }
        waiting = 0;
        polled = 0;
        pass();
    }

    private void enlist(Frame frame) {
        list[listed++] = frame;
        if (listed == BATCH) {
            pass();
        }
    }

    /** {@code netif_receive_skb_list_internal()}. */
    private void pass() {
        int frames = listed;
        left = frames;
        listed = 0;
        for (int i = 0; i < frames; i++) {
            core.receive(list[i]);
        }
    }

    private void core(Frame frame) {
        left--;
        device.reception().receiveListed(frame, left == 0);
    }
}

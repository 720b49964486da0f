package io.ringway.replay.binding;

import io.ringway.engine.core.Kernel;
import io.ringway.engine.core.Timer;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** What {@link HeldPackets} does, by looking at all that waits and all that is on its way each time. */
final class PlainHeldPackets {
    private static final long PATIENCE_NS = 5_000_000_000L;

    /** As many as a reader can be ahead; beyond it the oldest goes. */
    private static final int MOST = 8192;

    private final Kernel kernel;
    private final HeldPackets.Sender sender;
    private final Timer timer = new Timer(this::release);
    private final List<OnItsWay> onTheirWay = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private long sendingTag;
    private boolean ended;

    private record OnItsWay(long tag, int to, long untilNs) {}

    private record Held(Frame frame, int from, int to) {}

    PlainHeldPackets(Kernel kernel, HeldPackets.Sender sender) {
        this.kernel = kernel;
        this.sender = sender;
    }

    /** Takes a packet of one recorded host to another, at the present. */
    void take(Frame frame, int from, int to) {
        if ((!held.isEmpty() || !onTheirWay.isEmpty()) && waits(from, held.size())) {
            held.add(new Held(frame, from, to));
            if (held.size() > MOST) {
                Held oldest = held.remove(0);
                send(oldest.frame(), oldest.to());
            }
            arm();
            return;
        }
        send(frame, to);
    }

    private boolean waits(int host, int before) {
        for (int i = 0; i < onTheirWay.size(); i++) {
            if (onTheirWay.get(i).to() == host) {
                return true;
            }
        }
        for (int i = 0; i < before; i++) {
            if (held.get(i).from() == host || held.get(i).to() == host) {
                return true;
            }
        }
        return false;
    }

    private void send(Frame frame, int to) {
        long tag = frame.history().tag();
        long outerTag = sendingTag;
        boolean outerEnded = ended;
        sendingTag = tag;
        ended = false;
        sender.send(frame);
        if (!ended) {
            onTheirWay.add(new OnItsWay(tag, to, kernel.nowNs() + PATIENCE_NS));
        }
        sendingTag = outerTag;
        ended = outerEnded;
    }

    /** A packet has arrived, or was dropped where it mattered. */
    void ended(long tag, DropReason reason) {
        if (reason == DropReason.OTHERHOST) {
            return;
        }
        ended |= tag == sendingTag;
        if (!onTheirWay.isEmpty() && onTheirWay.removeIf(each -> each.tag() == tag) && !held.isEmpty()) {
            kernel.timers().arm(timer, kernel.nowNs());
        }
    }

    private void release() {
        onTheirWay.removeIf(each -> each.untilNs() <= kernel.nowNs());
        int i = 0;
        while (i < held.size()) {
            Held next = held.get(i);
            if (waits(next.from(), i)) {
                i++;
            } else {
                held.remove(i);
                send(next.frame(), next.to());
                // What this one brought may have freed others that were held before it.
                i = 0;
            }
        }
        arm();
    }

    private void arm() {
        if (held.isEmpty() || timer.isArmed()) {
            return;
        }
        long until = kernel.nowNs() + PATIENCE_NS;
        for (OnItsWay each : onTheirWay) {
            until = Math.min(until, each.untilNs());
        }
        kernel.timers().arm(timer, Math.max(until, kernel.nowNs()));
    }

    /**
     * The capture has ended: lets time pass until nothing is held.
     *
     * @param before does what comes before that moment of virtual time
     */
    void finish(LongConsumer before) {
        while (!held.isEmpty()) {
            before.accept(kernel.timers().nextDeadlineNs());
            kernel.advanceTo(kernel.timers().nextDeadlineNs());
        }
    }
}

package io.ringway.replay.binding;

import io.ringway.engine.core.Kernel;
import io.ringway.engine.core.Timer;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * A recorded host answers what it has received: its packets are held while any that was recorded as sent to it before is on
 * its way in the model, or held itself. A packet counts as on its way for five seconds of virtual time at most; then, or
 * when it is dropped, what waits for it is sent all the same. Packets of one host stay in their order.
 *
 * <p>A held packet may go when it is the first of those held from or to its sender, and none is on its way there. Whenever
 * either may have become true of a packet, it becomes a candidate; no other is looked at.
 */
final class HeldPackets {
    /** As many as a reader can be ahead; beyond it the oldest goes. */
    private static final int MOST = 8192;

    private final Kernel kernel;
    private final Sender sender;
    private final Timer timer = new Timer(this::release);
    private final PacketsUnderway underway = new PacketsUnderway(this::reconsider);

    /** By their order, all of them; and by the hosts that they are from and to. */
    private final TreeMap<Long, Held> held = new TreeMap<>();

    private final Int2ObjectHashMap<TreeMap<Long, Held>> ofHost = new Int2ObjectHashMap<>();
    private final TreeMap<Long, Held> candidates = new TreeMap<>();
    private long sendingTag;
    private boolean ended;
    private long heldOnce;

    /** Sends a packet now. */
    interface Sender {
        void send(Frame frame);
    }

    private record Held(long order, Frame frame, int from, int to) {}

    HeldPackets(Kernel kernel, Sender sender) {
        this.kernel = kernel;
        this.sender = sender;
    }

    /** Takes a packet of one recorded host to another, at the present. */
    void take(Frame frame, int from, int to) {
        underway.expire(kernel.nowNs());
        if (!ofHost.containsKey(from) && !underway.isTo(from)) {
            send(frame, to);
            return;
        }
        hold(new Held(heldOnce++, frame, from, to));
        if (held.size() > MOST) {
            Held oldest = held.firstEntry().getValue();
            remove(oldest);
            send(oldest.frame(), oldest.to());
        }
        arm();
    }

    private void hold(Held packet) {
        held.put(packet.order(), packet);
        ofHost.computeIfAbsent(packet.from(), host -> new TreeMap<>()).put(packet.order(), packet);
        ofHost.computeIfAbsent(packet.to(), host -> new TreeMap<>()).put(packet.order(), packet);
    }

    private void remove(Held packet) {
        held.remove(packet.order());
        removeOf(packet.from(), packet);
        removeOf(packet.to(), packet);
    }

    private void removeOf(int host, Held packet) {
        Map<Long, Held> others = ofHost.get(host);
        if (others != null && others.remove(packet.order()) != null && others.isEmpty()) {
            ofHost.remove(host);
        }
        reconsider(host);
    }

    /** The first packet that is held of that host may be free to go. */
    private void reconsider(int host) {
        TreeMap<Long, Held> packets = ofHost.get(host);
        if (packets != null && packets.firstEntry().getValue().from() == host) {
            Held first = packets.firstEntry().getValue();
            candidates.put(first.order(), first);
        }
    }

    private boolean mayGo(Held packet) {
        TreeMap<Long, Held> packets = ofHost.get(packet.from());
        return packets != null && packets.firstKey() == packet.order() && !underway.isTo(packet.from());
    }

    private void send(Frame frame, int to) {
        long tag = frame.history().tag();
        long outerTag = sendingTag;
        boolean outerEnded = ended;
        sendingTag = tag;
        ended = false;
        sender.send(frame);
        if (!ended) {
            underway.add(tag, to, kernel.nowNs());
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
        if (!underway.isEmpty() && underway.end(tag) && !held.isEmpty()) {
            kernel.timers().arm(timer, kernel.nowNs());
        }
    }

    /** What one brought may free others that were held before it: the first of all candidates is next. */
    private void release() {
        underway.expire(kernel.nowNs());
        while (!candidates.isEmpty()) {
            Held next = candidates.pollFirstEntry().getValue();
            if (mayGo(next)) {
                remove(next);
                send(next.frame(), next.to());
            }
        }
        arm();
    }

    private void arm() {
        if (!held.isEmpty() && !timer.isArmed()) {
            long nowNs = kernel.nowNs();
            kernel.timers()
                    .arm(timer, Math.max(nowNs, Math.min(nowNs + PacketsUnderway.PATIENCE_NS, underway.firstDueNs())));
        }
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

    /** Frees what was never sent. */
    void discard() {
        held.values().forEach(each -> each.frame().free());
        held.clear();
        ofHost.clear();
        candidates.clear();
        kernel.timers().cancel(timer);
    }

    /** Packets that had to wait. */
    long heldOnce() {
        return heldOnce;
    }
}

package io.ringway.engine.ipv4;

import io.ringway.engine.core.Timer;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.Handover;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.TransmitOutcome;

/**
 * What is known of one neighbour, and the packets that wait until its MAC is known
 * ({@code net/core/neighbour.c:__neigh_event_send(), neigh_timer_handler(), neigh_update()}). Times in ns.
 */
public final class Neighbour {
    private final NeighbourTable table;
    private final int address;
    private final Device device;
    private final NeighbourParms parms;
    private final UnresolvedQueue queue;
    private final Timer timer = new Timer(this::onTimer);
    private NeighbourState state;
    private long mac;
    private int probes;
    private final NeighbourTimes times;
    private final NeighbourHeader header;
    private final NeighbourFlags flags = new NeighbourFlags();

    Neighbour(NeighbourTable table, int address, Device device, NeighbourState state, long mac) {
        this.table = table;
        this.address = address;
        this.device = device;
        parms = new NeighbourParms(table, device);
        queue = new UnresolvedQueue(table.stack(), address);
        this.state = state;
        this.mac = mac;
        header = new NeighbourHeader(device);
        times = new NeighbourTimes(table.stack().kernel(), parms);
    }

    /** Sends a packet, or keeps it until the neighbour has answered ({@code neigh_output()}). */
    void output(Frame frame) {
        if (!state.isConnected() || !header.isKept()) {
            times.used();
            if (!state.isValid()) {
                resolve(frame);
                return;
            }
            if (state == NeighbourState.STALE) {
                delay();
            }
            header.keep();
        }
        EthernetHeader.set(frame, mac, header.source(state.isConnected()), EthernetHeader.TYPE_IPV4);
        device.transmit().receive(frame);
    }

    /** Whether a packet needs no more than the header of the one before ({@code hh_cache}). */
    boolean isReadyToSend() {
        return state.isConnected() && header.isKept();
    }

    /** What the device would say of a packet that this neighbour is sent now. */
    Handover handover(Frame frame) {
        if (!state.isValid()) {
            return Handover.TAKEN;
        }
        EthernetHeader.set(frame, mac, header.source(state.isConnected()), EthernetHeader.TYPE_IPV4);
        return device.handover(frame);
    }

    /**
     * Starts asking.
     *
     * @param frame what waits for the answer, or null
     */
    private void resolve(Frame frame) {
        if (frame != null) {
            TransmitOutcome.tellSent(frame);
        }
        boolean ask = state == NeighbourState.NONE || state == NeighbourState.FAILED;
        if (ask && parms.asksNobody()) {
            become(NeighbourState.FAILED);
            if (frame != null) {
                table.stack().drop(frame, "neighbour", DropReason.NEIGH_FAILED);
            }
            return;
        }
        if (ask) {
            probes = parms.unicastProbes();
            become(NeighbourState.INCOMPLETE);
            arm(parms.retransmitNs());
        }
        boolean byIcmp = frame != null && frame.isSentByIcmp();
        if (frame != null) {
            queue.add(frame, parms.queueBytes());
        }
        if (ask) {
            probe(byIcmp);
        }
    }

    /** Someone wants it known, with no packet to send ({@code __neigh_update()} with {@code NEIGH_UPDATE_F_USE}). */
    void use() {
        if (state == NeighbourState.PERMANENT) {
            state = NeighbourState.NONE;
        }
        times.used();
        if (state == NeighbourState.STALE) {
            delay();
        } else if (state == NeighbourState.NONE || state == NeighbourState.FAILED) {
            resolve(null);
        }
    }

    private void delay() {
        become(NeighbourState.DELAY);
        arm(parms.delayProbeNs());
    }

    /** {@code neigh_timer_handler()}. */
    private void onTimer() {
        long delay = nextState();
        boolean asking = state == NeighbourState.INCOMPLETE || state == NeighbourState.PROBE;
        if (asking && probes >= parms.maxProbes(state == NeighbourState.PROBE)) {
            fail();
            return;
        }
        if (state.isTimed()) {
            arm(Math.max(delay, NeighbourParms.SHORTEST_NS));
        }
        if (asking) {
            probe(false);
        }
    }

    /** Goes on to the state that is due; how long until the next one may be. */
    private long nextState() {
        if (state == NeighbourState.REACHABLE) {
            if (times.reachableLeftNs() >= 0) {
                return times.reachableLeftNs();
            }
            become(times.isUsedWithin(parms.delayProbeNs()) ? NeighbourState.DELAY : NeighbourState.STALE);
            return parms.delayProbeNs();
        }
        if (state == NeighbourState.DELAY) {
            if (times.isConfirmedInDelay()) {
                become(NeighbourState.REACHABLE);
                return times.reachableLeftNs();
            }
            become(NeighbourState.PROBE);
            probes = 0;
        }
        return parms.retransmitNs();
    }

    /** Nobody answered: those who wait are told so ({@code neigh_invalidate()}, {@code arp_error_report()}). */
    private void fail() {
        become(NeighbourState.FAILED);
        while (state == NeighbourState.FAILED && !queue.isEmpty()) {
            queue.giveUpOldest();
        }
        // An error may have come back to this entry and begun to ask anew: what waits then is forgotten.
        queue.drop();
    }

    private void probe(boolean byIcmp) {
        int asked = probes++;
        boolean unicast = asked < parms.unicastProbes();
        if (unicast || asked >= parms.unicastProbes() + parms.daemonProbes()) {
            table.arp().request(device, address, unicast ? mac : 0, queue.newest(), byIcmp);
        }
    }

    /**
     * News from ARP or from a command ({@code neigh_update()}).
     *
     * @param override whether another MAC than the known one is believed
     */
    void update(long newMac, NeighbourState wanted, boolean override, boolean administrative) {
        NeighbourState before = state;
        if (!administrative && (before == NeighbourState.NOARP || before == NeighbourState.PERMANENT)) {
            return;
        }
        if (!wanted.isValid()) {
            invalidate(wanted);
            return;
        }
        boolean sameMac = before.isValid() && newMac == mac;
        if (wanted.isConnected()) {
            times.confirmed();
        }
        NeighbourState next = wanted;
        if (before.isValid()) {
            if (!sameMac && !override) {
                return;
            }
            if (sameMac && wanted == NeighbourState.STALE && !administrative) {
                next = before;
            }
        }
        take(newMac, next);
    }

    /** Another state or address, or both. */
    private void take(long newMac, NeighbourState next) {
        NeighbourState before = state;
        boolean sameMac = before.isValid() && newMac == mac;
        if (next != before || !sameMac) {
            times.updated();
        }
        if (next != before) {
            table.stack().kernel().timers().cancel(timer);
            state = next;
            probes = next == NeighbourState.PROBE ? 0 : probes;
            if (next.isTimed()) {
                arm(next == NeighbourState.REACHABLE ? parms.reachableNs() : 0);
            }
        }
        if (!sameMac) {
            mac = newMac;
            if (!next.isConnected()) {
                times.unconfirmed();
            }
        }
        if (next != before && !before.isValid()) {
            while (state.isValid() && !queue.isEmpty()) {
                output(queue.poll());
            }
            queue.drop();
        }
    }

    /** A command takes the address away; who waits for it is told as if nobody had answered. */
    private void invalidate(NeighbourState wanted) {
        boolean asking = state == NeighbourState.INCOMPLETE || state == NeighbourState.PROBE;
        table.stack().kernel().timers().cancel(timer);
        state = wanted;
        header.forget();
        if (asking && wanted == NeighbourState.FAILED) {
            fail();
        }
    }

    /** Drops what waits when the entry is removed by a command or with its device. */
    void discard() {
        table.stack().kernel().timers().cancel(timer);
        queue.drop();
    }

    /** Whether another MAC may replace the known one by now, so that two answers don't make it flap. */
    boolean isUnlocked() {
        return !times.isUpdatedWithin(parms.lockNs());
    }

    private void become(NeighbourState next) {
        state = next;
        times.updated();
    }

    private void arm(long delayNs) {
        table.stack().kernel().timers().arm(timer, table.stack().kernel().nowNs() + delayNs);
    }

    public NeighbourFlags flags() {
        return flags;
    }

    /** Whether a timer holds on to it. */
    public boolean hasTimer() {
        return timer.isArmed();
    }

    /** How often it was asked for since its state last changed to one that asks. */
    public int probes() {
        return probes;
    }

    public NeighbourTimes times() {
        return times;
    }

    public int address() {
        return address;
    }

    public Device device() {
        return device;
    }

    public NeighbourState state() {
        return state;
    }

    /** Meaningful in the states that have an address. */
    public long mac() {
        return mac;
    }
}

package io.ringway.engine.ipv4;

import io.ringway.engine.core.Timer;
import io.ringway.engine.device.Device;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Address;
import java.util.ArrayDeque;

/**
 * What is known of one neighbour, and the packets that wait until its MAC is known
 * ({@code net/core/neighbour.c:__neigh_event_send(), neigh_timer_handler(), neigh_update()}). Times in ns.
 */
public final class Neighbour {
    private static final long MS = 1_000_000;
    private static final long SECOND = 1_000 * MS;

    /** HZ/100, in ticks of 4 ms. */
    private static final long SHORTEST_NS = 8 * MS;

    private final NeighbourTable table;
    private final int address;
    private final Device device;
    private final InterfaceSettings settings;
    private final ArrayDeque<Frame> queue = new ArrayDeque<>();
    private final Timer timer = new Timer(this::onTimer);
    private int queuedBytes;
    private NeighbourState state;
    private long mac;
    private int probes;
    private long usedNs;
    private long confirmedNs;
    private long updatedNs;
    private boolean headerCached;
    private final NeighbourFlags flags = new NeighbourFlags();

    Neighbour(NeighbourTable table, int address, Device device, NeighbourState state, long mac) {
        this.table = table;
        this.address = address;
        this.device = device;
        this.settings = table.stack().settings().of(device);
        this.state = state;
        this.mac = mac;
        long now = now();
        usedNs = now;
        updatedNs = now;
        confirmedNs = now - 2 * baseReachableNs();
    }

    /** Sends a packet, or keeps it until the neighbour has answered ({@code neigh_output()}). */
    void output(Frame frame) {
        if (!state.isConnected() || !headerCached) {
            usedNs = now();
            if (!state.isValid()) {
                resolve(frame);
                return;
            }
            if (state == NeighbourState.STALE) {
                delay();
            }
            headerCached = true;
        }
        EthernetHeader.set(frame, mac, device.mac(), EthernetHeader.TYPE_IPV4);
        device.transmit().receive(frame);
    }

    /** Starts asking.
     *
     * @param frame what waits for the answer, or null
     */
    private void resolve(Frame frame) {
        if (frame != null) {
            frame.tellSent();
        }
        boolean ask = state == NeighbourState.NONE || state == NeighbourState.FAILED;
        int everybody =
                setting(InterfaceSettings.Setting.MCAST_SOLICIT) + setting(InterfaceSettings.Setting.APP_SOLICIT);
        if (ask && everybody == 0) {
            become(NeighbourState.FAILED);
            if (frame != null) {
                table.stack().drop(frame, "neighbour", DropReason.NEIGH_FAILED);
            }
            return;
        }
        if (ask) {
            probes = setting(InterfaceSettings.Setting.UCAST_SOLICIT);
            become(NeighbourState.INCOMPLETE);
            arm(retransmitNs());
        }
        if (frame != null) {
            enqueue(frame);
        }
        if (ask) {
            probe();
        }
    }

    /** Someone wants it known, with no packet to send ({@code __neigh_update()} with {@code NEIGH_UPDATE_F_USE}). */
    void use() {
        if (state == NeighbourState.PERMANENT) {
            state = NeighbourState.NONE;
        }
        usedNs = now();
        if (state == NeighbourState.STALE) {
            delay();
        } else if (state == NeighbourState.NONE || state == NeighbourState.FAILED) {
            resolve(null);
        }
    }

    private void delay() {
        become(NeighbourState.DELAY);
        arm(setting(InterfaceSettings.Setting.DELAY_FIRST_PROBE_TIME) * SECOND);
    }

    private void enqueue(Frame frame) {
        int size = SocketBuffer.truesize(frame.length());
        int limit = setting(InterfaceSettings.Setting.UNRES_QLEN_BYTES);
        while (!queue.isEmpty() && queuedBytes + size > limit) {
            Frame oldest = queue.poll();
            queuedBytes -= SocketBuffer.truesize(oldest.length());
            table.stack().drop(oldest, "neighbour", DropReason.NEIGH_QUEUEFULL);
        }
        queuedBytes += size;
        queue.add(frame);
        if (table.stack().kernel().trace() != null) {
            table.stack().trace(frame, "neighbour", "held: who has " + Ipv4Address.format(address));
        }
    }

    private void onTimer() {
        long now = now();
        long delay = SECOND;
        long reachableTimeNs = table.reachableTimeNs(device);
        switch (state) {
            case REACHABLE -> {
                long delayProbe = setting(InterfaceSettings.Setting.DELAY_FIRST_PROBE_TIME) * SECOND;
                if (now <= confirmedNs + reachableTimeNs) {
                    delay = confirmedNs + reachableTimeNs - now;
                } else if (now <= usedNs + delayProbe) {
                    become(NeighbourState.DELAY);
                    delay = delayProbe;
                } else {
                    become(NeighbourState.STALE);
                }
            }
            case DELAY -> {
                long delayProbe = setting(InterfaceSettings.Setting.DELAY_FIRST_PROBE_TIME) * SECOND;
                if (now <= confirmedNs + delayProbe) {
                    become(NeighbourState.REACHABLE);
                    delay = confirmedNs + reachableTimeNs - now;
                } else {
                    become(NeighbourState.PROBE);
                    probes = 0;
                    delay = retransmitNs();
                }
            }
            default -> delay = retransmitNs();
        }
        boolean asking = state == NeighbourState.INCOMPLETE || state == NeighbourState.PROBE;
        if (asking && probes >= maxProbes()) {
            fail();
            return;
        }
        if (state.isTimed()) {
            arm(Math.max(delay, SHORTEST_NS));
        }
        if (asking) {
            probe();
        }
    }

    private int maxProbes() {
        boolean known = state == NeighbourState.PROBE;
        return setting(InterfaceSettings.Setting.UCAST_SOLICIT)
                + setting(InterfaceSettings.Setting.APP_SOLICIT)
                + setting(known ? InterfaceSettings.Setting.MCAST_RESOLICIT : InterfaceSettings.Setting.MCAST_SOLICIT);
    }

    /** Nobody answered: those who wait are told so ({@code neigh_invalidate()}, {@code arp_error_report()}). */
    private void fail() {
        become(NeighbourState.FAILED);
        while (state == NeighbourState.FAILED && !queue.isEmpty()) {
            Frame frame = queue.poll();
            queuedBytes -= SocketBuffer.truesize(frame.length());
            table.stack().hostUnreachable(frame);
        }
        dropRest();
    }

    /** An error may have come back to this entry and begun to ask anew: what waits then is forgotten. */
    private void dropRest() {
        while (!queue.isEmpty()) {
            table.stack().drop(queue.poll(), "neighbour", DropReason.NEIGH_FAILED);
        }
        queuedBytes = 0;
    }

    private void probe() {
        int beyond = probes - setting(InterfaceSettings.Setting.UCAST_SOLICIT);
        boolean unicast = beyond < 0;
        probes++;
        if (!unicast && beyond < setting(InterfaceSettings.Setting.APP_SOLICIT)) {
            // A daemon is asked, and there is none: arp.c:neigh_app_ns().
            return;
        }
        table.arp().request(device, address, unicast ? mac : 0, queue.peekLast());
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
            confirmedNs = now();
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
        if (next != before || !sameMac) {
            updatedNs = now();
        }
        if (next != before) {
            table.stack().kernel().timers().cancel(timer);
            state = next;
            probes = next == NeighbourState.PROBE ? 0 : probes;
            if (next.isTimed()) {
                arm(next == NeighbourState.REACHABLE ? table.reachableTimeNs(device) : 0);
            }
        }
        if (!sameMac) {
            mac = newMac;
            if (!next.isConnected()) {
                confirmedNs = now() - 2 * baseReachableNs();
            }
        }
        if (next != before && !before.isValid()) {
            flushQueue();
        }
    }

    /** A command takes the address away; who waits for it is told as if nobody had answered. */
    private void invalidate(NeighbourState wanted) {
        boolean asking = state == NeighbourState.INCOMPLETE || state == NeighbourState.PROBE;
        table.stack().kernel().timers().cancel(timer);
        state = wanted;
        headerCached = false;
        if (asking && wanted == NeighbourState.FAILED) {
            fail();
        }
    }

    /** {@code ip neigh del}. */
    void giveUp() {
        invalidate(NeighbourState.FAILED);
        discard();
    }

    private void flushQueue() {
        while (state.isValid() && !queue.isEmpty()) {
            Frame frame = queue.poll();
            queuedBytes -= SocketBuffer.truesize(frame.length());
            output(frame);
        }
        dropRest();
    }

    /** Drops what waits when the entry is removed by a command or with its device. */
    void discard() {
        table.stack().kernel().timers().cancel(timer);
        dropRest();
    }

    /** Whether another MAC may replace the known one by now, so that two answers don't make it flap. */
    boolean isUnlocked() {
        return now() > updatedNs + setting(InterfaceSettings.Setting.LOCKTIME) * 10 * MS;
    }

    private void become(NeighbourState next) {
        state = next;
        updatedNs = now();
    }

    private void arm(long delayNs) {
        table.stack().kernel().timers().arm(timer, now() + delayNs);
    }

    private long now() {
        return table.stack().kernel().nowNs();
    }

    private int setting(InterfaceSettings.Setting setting) {
        return settings.get(setting);
    }

    private long retransmitNs() {
        return Math.max(setting(InterfaceSettings.Setting.RETRANS_TIME_MS) * MS, SHORTEST_NS);
    }

    private long baseReachableNs() {
        return setting(InterfaceSettings.Setting.BASE_REACHABLE_TIME_MS) * MS;
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

    public long usedSeconds() {
        return (now() - usedNs) / SECOND;
    }

    public long confirmedSeconds() {
        return (now() - confirmedNs) / SECOND;
    }

    public long updatedSeconds() {
        return (now() - updatedNs) / SECOND;
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

    public boolean hasMac() {
        return state.isValid();
    }
}

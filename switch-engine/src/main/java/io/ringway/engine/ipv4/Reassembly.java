package io.ringway.engine.ipv4;

import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fragments of one namespace that wait for the rest of their packets, within a time and a memory limit
 * ({@code ip_fragment.c:ip_defrag()}, {@code inet_fragment.c:inet_frag_find()}).
 */
public final class Reassembly {
    /** What {@code struct ipq} itself is charged with, as {@code /proc/net/sockstat} shows it. */
    private static final int QUEUE_BYTES = 200;

    private final Ipv4Stack stack;
    private final Map<FragmentKey, FragmentQueue> queues = new LinkedHashMap<>();
    private int timeSeconds = 30;
    private int highThreshBytes = 4 << 20;
    private int maxDist = 64;
    private int memoryBytes;

    Reassembly(Ipv4Stack stack) {
        this.stack = stack;
    }

    /**
     * Takes a fragment.
     *
     * @return the whole packet when this was its last missing piece, else null: the fragment is held, or dropped
     */
    Frame gather(Frame fragment, FragmentUser user) {
        stack.snmp().count(SnmpCounter.IP_REASM_REQDS);
        if (memoryBytes > highThreshBytes || highThreshBytes == 0) {
            stack.snmp().count(SnmpCounter.IP_REASM_FAILS);
            stack.drop(fragment, "fragments", DropReason.NOT_SPECIFIED);
            return null;
        }
        FragmentKey key = FragmentKey.of(fragment, user);
        FragmentQueue queue = queues.get(key);
        if (queue == null) {
            queue = new FragmentQueue(this, stack, key);
            queues.put(key, queue);
            charge(QUEUE_BYTES);
        }
        return queue.add(fragment);
    }

    /** As {@link #gather} for a frame that may be anything: what is no sound fragment comes back as it is. */
    Frame gatherForMacvlans(Frame frame) {
        int at = EthernetHeader.LENGTH;
        boolean mayBe = EthernetHeader.type(frame) == EthernetHeader.TYPE_IPV4
                && frame.length() >= at + Ipv4Header.MIN_LENGTH
                && Ipv4Header.hasSoundStart(frame, at)
                && Ipv4Header.isFragment(frame, at);
        if (!mayBe) {
            return frame;
        }
        int headerLength = Ipv4Header.headerLength(frame, at);
        int totalLength = Ipv4Header.totalLength(frame, at);
        if (totalLength < headerLength || frame.length() < at + totalLength) {
            return frame;
        }
        frame.setNetworkOffset(at);
        frame.setTransportOffset(at + headerLength);
        frame.setIpOptions(0);
        frame.setLength(at + totalLength);
        return gather(frame, FragmentUser.MACVLAN);
    }

    void forget(FragmentKey key) {
        queues.remove(key);
        charge(-QUEUE_BYTES);
    }

    void charge(int bytes) {
        memoryBytes += bytes;
    }

    /** The namespace ends, and with it what waits there ({@code inet_fragment.c:fqdir_pre_exit()}). */
    public void flush() {
        new ArrayList<>(queues.values()).forEach(queue -> queue.kill(DropReason.FRAG_REASM_TIMEOUT));
    }

    /** Bytes that waiting fragments are charged with: {@code FRAG: memory} of {@code /proc/net/sockstat}. */
    public int memoryBytes() {
        return memoryBytes;
    }

    /** Packets that wait for fragments: {@code FRAG: inuse}. */
    public int waitingPackets() {
        return queues.size();
    }

    public int timeSeconds() {
        return timeSeconds;
    }

    /** {@code net.ipv4.ipfrag_time}. */
    public void setTimeSeconds(int seconds) {
        timeSeconds = seconds;
    }

    public int highThreshBytes() {
        return highThreshBytes;
    }

    /** {@code net.ipv4.ipfrag_high_thresh}; while more is held, no fragment is taken. */
    public void setHighThreshBytes(int bytes) {
        highThreshBytes = bytes;
    }

    public int maxDist() {
        return maxDist;
    }

    /** {@code net.ipv4.ipfrag_max_dist}: fragments of the same sender that may come in between, 0 for any number. */
    public void setMaxDist(int fragments) {
        maxDist = fragments;
    }
}

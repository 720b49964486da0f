package io.ringway.engine.ipv4;

import io.ringway.engine.core.Timer;
import io.ringway.engine.device.Device;
import io.ringway.packet.DropReason;
import io.ringway.packet.FragmentGeometry;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Header;
import java.util.ArrayList;
import java.util.List;

/**
 * The fragments of one packet until it is whole, contradicts itself, or time is up
 * ({@code ip_fragment.c:ip_frag_queue(), ip_frag_reasm(), ip_expire()}). Lengths and offsets count payload bytes.
 */
final class FragmentQueue {
    private static final int MAX_PACKET_BYTES = 65_535;
    private static final int REASSEMBLY_TIMEOUT = 1;
    private static final int ECN_MASK = 3;
    private static final int NOT_ECT = 1;
    private static final int CONGESTION = 1 << 3;

    private final Reassembly reassembly;
    private final Ipv4Stack stack;
    private final FragmentKey key;
    private final Timer timer = new Timer(this::expire);
    private final FragmentRuns runs = new FragmentRuns();
    private final List<Frame> fragments = new ArrayList<>();
    private int length;
    private int gathered;
    private boolean hasLast;
    private int ingressIfindex;
    private int ecnSeen;
    private int largestBytes;
    private int largestWholeBytes;
    private int chargedBytes;
    private int sendersFragment;

    FragmentQueue(Reassembly reassembly, Ipv4Stack stack, FragmentKey key) {
        this.reassembly = reassembly;
        this.stack = stack;
        this.key = key;
        armTimer();
    }

    private void armTimer() {
        long nowNs = stack.kernel().nowNs();
        stack.kernel().timers().arm(timer, nowNs + reassembly.timeSeconds() * 1_000_000_000L);
    }

    /** Takes a fragment; returns the whole packet when it was the last missing one, else null. */
    Frame add(Frame frame) {
        if (isTooFar()) {
            startAgain();
        }
        int at = frame.networkOffset();
        int payload = at + Ipv4Header.headerLength(frame, at);
        boolean more = Ipv4Header.moreFragments(frame, at);
        int start = Ipv4Header.fragmentOffset(frame, at) * 8;
        int bytes = more ? frame.length() - payload & ~7 : frame.length() - payload;
        if (!agrees(start + bytes, more) || bytes == 0) {
            contradicted(frame);
            return null;
        }
        frame.setLength(payload + bytes);
        switch (runs.add(start, start + bytes)) {
            case DUPLICATE -> stack.drop(frame, "fragments", DropReason.DUP_FRAG);
            case OVERLAP -> {
                stack.snmp().count(SnmpCounter.IP_EXT_REASM_OVERLAPS);
                contradicted(frame);
            }
            case NEW -> {
                keep(frame, start, bytes);
                if (runs.hasStart() && hasLast && gathered == length) {
                    return merge(frame);
                }
                if (stack.kernel().trace() != null) {
                    stack.trace(frame, "fragments", "held: fragment, " + bytes + " bytes at " + start);
                }
            }
        }
        return null;
    }

    /** Whether the sender's other fragments left this packet too far behind ({@code ip_frag_too_far()}). */
    private boolean isTooFar() {
        int before = sendersFragment;
        sendersFragment = stack.peers().get(key.source()).nextFragment();
        int maxDist = reassembly.maxDist();
        return maxDist != 0 && !fragments.isEmpty() && sendersFragment - before > maxDist;
    }

    private void startAgain() {
        stack.snmp().count(SnmpCounter.IP_REASM_FAILS);
        armTimer();
        dropAll(DropReason.FRAG_TOO_FAR);
        runs.clear();
        length = 0;
        gathered = 0;
        hasLast = false;
        ingressIfindex = 0;
        ecnSeen = 0;
    }

    /** Whether a fragment up to there can belong to the packet whose others came before. */
    private boolean agrees(int end, boolean more) {
        if (more) {
            if (end > length) {
                length = end;
                return !hasLast;
            }
            return true;
        }
        boolean agrees = end >= length && (!hasLast || end == length);
        hasLast = true;
        length = end;
        return agrees;
    }

    private void keep(Frame frame, int start, int bytes) {
        int at = frame.networkOffset();
        int index = fragments.size();
        while (index > 0 && startOf(fragments.get(index - 1)) > start) {
            index--;
        }
        fragments.add(index, frame);
        ingressIfindex = frame.ingressIfindex();
        gathered += bytes;
        ecnSeen |= 1 << (Ipv4Header.tos(frame, at) & ECN_MASK);
        int packetBytes = frame.length() - at;
        largestBytes = Math.max(largestBytes, packetBytes);
        if (Ipv4Header.dontFragment(frame, at)) {
            largestWholeBytes = Math.max(largestWholeBytes, packetBytes);
        }
        int charge = SocketBuffer.truesize(frame.length());
        chargedBytes += charge;
        reassembly.charge(charge);
    }

    private static int startOf(Frame frame) {
        return Ipv4Header.fragmentOffset(frame, frame.networkOffset()) * 8;
    }

    private Frame merge(Frame newest) {
        Frame first = fragments.get(0);
        int at = first.networkOffset();
        int headerLength = Ipv4Header.headerLength(first, at);
        // RFC 3168 §5.3, inet_fragment.c:ip_frag_ecn_table: all capable or none; one mark marks the packet.
        boolean mixed = (ecnSeen & NOT_ECT) != 0 && ecnSeen != NOT_ECT;
        if (mixed || headerLength + length > MAX_PACKET_BYTES) {
            stack.snmp().count(SnmpCounter.IP_REASM_FAILS);
            kill(DropReason.FRAG_QUEUE_KILLED);
            return null;
        }
        Frame whole = stack.kernel().pool().allocateLike(first, at + headerLength + length);
        whole.history().setId(newest.history().id());
        whole.setTimestampNs(newest.timestampNs());
        whole.setIngressIfindex(newest.ingressIfindex());
        whole.setRoute(newest.egressIfindex(), newest.nextHop());
        whole.put(0, first, 0, at + headerLength);
        whole.setFragments(geometry(headerLength));
        if ((ecnSeen & CONGESTION) != 0) {
            whole.putU8(at + 1, Ipv4Header.tos(first, at) | ECN_MASK);
        }
        boolean dontFragment = whole.fragments().dontFragment();
        Ipv4Header.reshape(whole, at, headerLength + length, dontFragment ? Ipv4Header.DONT_FRAGMENT : 0);
        int to = at + headerLength;
        for (Frame fragment : fragments) {
            int from = payloadAt(fragment);
            whole.put(to, fragment, from, fragment.length() - from);
            to += fragment.length() - from;
            fragment.free();
        }
        int pieces = fragments.size();
        stack.snmp().count(SnmpCounter.IP_REASM_OKS);
        stack.kernel().accounts().merged(pieces);
        fragments.clear();
        end();
        if (stack.kernel().trace() != null) {
            stack.trace(whole, "fragments", "reassembled from " + pieces);
        }
        return whole;
    }

    private static int payloadAt(Frame fragment) {
        int at = fragment.networkOffset();
        return at + Ipv4Header.headerLength(fragment, at);
    }

    /** A fragment leaves as it came unless its own header was too short to make room for the first one's. */
    private FragmentGeometry geometry(int headerLength) {
        int[] payloadBytes = new int[fragments.size()];
        for (int i = 0; i < payloadBytes.length; i++) {
            Frame fragment = fragments.get(i);
            if (payloadAt(fragment) - fragment.networkOffset() < headerLength) {
                payloadBytes = new int[0];
                break;
            }
            payloadBytes[i] = fragment.length() - payloadAt(fragment);
        }
        return new FragmentGeometry(largestBytes, largestWholeBytes == largestBytes, payloadBytes);
    }

    private void contradicted(Frame frame) {
        stack.snmp().count(SnmpCounter.IP_REASM_FAILS);
        stack.drop(frame, "fragments", DropReason.NOT_SPECIFIED);
        kill(DropReason.FRAG_QUEUE_KILLED);
    }

    /** Time is up: the host that the packet was for tells its sender, if it knows the first fragment. */
    private void expire() {
        stack.snmp().count(SnmpCounter.IP_REASM_FAILS);
        stack.snmp().count(SnmpCounter.IP_REASM_TIMEOUT);
        if (runs.hasStart()) {
            Frame first = fragments.get(0);
            Device in = stack.device(ingressIfindex);
            if (in != null) {
                first.setIngressIfindex(ingressIfindex);
                if (stack.inputRoute().isForThisHost(in, key.source(), key.destination())) {
                    stack.icmpError().send(first, IcmpHeader.TIME_EXCEEDED, REASSEMBLY_TIMEOUT, 0, true);
                }
            }
        }
        kill(DropReason.FRAG_REASM_TIMEOUT);
    }

    /** Gives up on the packet. */
    void kill(DropReason reason) {
        dropAll(reason);
        end();
    }

    private void dropAll(DropReason reason) {
        fragments.forEach(fragment -> stack.drop(fragment, "fragments", reason));
        fragments.clear();
        reassembly.charge(-chargedBytes);
        chargedBytes = 0;
    }

    private void end() {
        stack.kernel().timers().cancel(timer);
        reassembly.charge(-chargedBytes);
        chargedBytes = 0;
        reassembly.forget(key);
    }
}

package io.ringway.conformance.compare;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * IP IDs of packets that a side itself makes, as symbols: each ID of the model stands for one ID of the kernel, the same
 * wherever the packet is seen or quoted. A packet that was injected keeps its ID, and one that the model gives ID 0 has
 * 0 on the kernel too ({@code route.c:__ip_select_ident()} draws from a keyed hash).
 */
public final class IpIdSymbols implements FrameRule {
    private final Map<Packet, Integer> kernelIds = new HashMap<>();

    /**
     * The kernel's IDs of packets seen whole, by the packets without their destinations, which a cut header lacks: the model may
     * draw one ID for two destinations.
     */
    private final Map<Packet, Set<Integer>> wholeIds = new HashMap<>();

    /** The kernel's IDs of packets seen whole at interfaces that may be compared after the one that sees a quote. */
    private final Map<Packet, Integer> foreseen = new HashMap<>();

    private record Packet(int source, int destination, int protocol, int id) {
        static Packet at(byte[] frame, int at) {
            return to(Ipv4Bytes.i32(frame, at + Ipv4Bytes.DESTINATION), frame, at);
        }

        static Packet to(int destination, byte[] frame, int at) {
            return new Packet(
                    Ipv4Bytes.i32(frame, at + Ipv4Bytes.SOURCE),
                    destination,
                    frame[at + Ipv4Bytes.PROTOCOL],
                    Ipv4Bytes.u16(frame, at + Ipv4Bytes.ID));
        }
    }

    @Override
    public String name() {
        return "IP ID of packets made here";
    }

    @Override
    public String reason() {
        return "drawn from a hash with a random key";
    }

    @Override
    public byte[] align(byte[] injected, Sighting model, Sighting kernel, byte[] kernelBytes) {
        byte[] wanted = model.bytes();
        int at = Ipv4Bytes.header(wanted);
        if (!model.originated()
                || at < 0
                || at != Ipv4Bytes.header(kernelBytes)
                || wanted.length != kernelBytes.length) {
            return kernelBytes;
        }
        byte[] aligned = kernelBytes.clone();
        int quoted = Ipv4Bytes.quoted(wanted, at);
        boolean quotes = quoted >= 0 && quoted == Ipv4Bytes.quoted(kernelBytes, at);
        boolean changed = quotes && alignQuoted(wanted, aligned, at, quoted);
        if (quotes) {
            changed |= alignInQuotedTunnel(wanted, aligned, quoted, isToItself(wanted, at, quoted));
        }
        changed |= alignOwn(wanted, aligned, at);
        int inner = VxlanBytes.innerPacket(wanted, at);
        if (model.innerOriginated() && inner >= 0 && inner == VxlanBytes.innerPacket(kernelBytes, at)) {
            boolean cut = wanted.length < inner + Ipv4Bytes.MIN_LENGTH;
            changed |= cut ? alignCut(wanted, aligned, inner) : alignInner(wanted, aligned, inner);
        }
        return changed ? aligned : kernelBytes;
    }

    /** Only of a frame in which nothing but the ID differs. */
    @Override
    public void foresee(Sighting model, Sighting kernel) {
        byte[] wanted = model.bytes();
        int at = Ipv4Bytes.header(wanted);
        if (!model.originated()
                || at < 0
                || at != Ipv4Bytes.header(kernel.bytes())
                || wanted.length != kernel.bytes().length) {
            return;
        }
        byte[] aligned = kernel.bytes().clone();
        int before = Ipv4Bytes.u16(aligned, at + Ipv4Bytes.ID);
        int after = Ipv4Bytes.u16(wanted, at + Ipv4Bytes.ID);
        if (mayDiffer(before, after) && take(aligned, at, before, after) && Arrays.equals(aligned, wanted)) {
            foreseen.putIfAbsent(Packet.at(wanted, at), before);
        }
    }

    /** A fragment of the tunnel's packet ends inside the header: without the destination it has to be the same packet. */
    private boolean alignCut(byte[] model, byte[] kernel, int inner) {
        int before = Ipv4Bytes.u16(kernel, inner + Ipv4Bytes.ID);
        int after = Ipv4Bytes.u16(model, inner + Ipv4Bytes.ID);
        if (!mayDiffer(before, after)) {
            return false;
        }
        Packet packet = Packet.to(0, model, inner);
        Set<Integer> whole = wholeIds.getOrDefault(packet, Set.of());
        boolean known = whole.contains(before) || (whole.isEmpty() && isOrBecomes(packet, before));
        return known && take(kernel, inner, before, after);
    }

    /** What ID and checksum of a header add up to stays the same, so the checksum around it holds. */
    private boolean alignInner(byte[] model, byte[] kernel, int inner) {
        int quoted = Ipv4Bytes.quoted(model, inner);
        boolean changed =
                quoted >= 0 && quoted == Ipv4Bytes.quoted(kernel, inner) && alignQuoted(model, kernel, inner, quoted);
        return changed | alignOwn(model, kernel, inner);
    }

    private boolean alignOwn(byte[] model, byte[] kernel, int at) {
        int before = Ipv4Bytes.u16(kernel, at + Ipv4Bytes.ID);
        int after = Ipv4Bytes.u16(model, at + Ipv4Bytes.ID);
        Packet anywhere = Packet.to(0, model, at);
        if (!mayDiffer(before, after)
                || kernelIds.getOrDefault(anywhere, before) != before
                || !isOrBecomes(Packet.at(model, at), before)) {
            return false;
        }
        wholeIds.computeIfAbsent(anywhere, any -> new HashSet<>()).add(before);
        return take(kernel, at, before, after);
    }

    private static boolean mayDiffer(int before, int after) {
        return before != after && before != 0 && after != 0;
    }

    private boolean isOrBecomes(Packet packet, int kernelId) {
        Integer known = kernelIds.putIfAbsent(packet, kernelId);
        return known == null || known == kernelId;
    }

    private static boolean take(byte[] kernel, int at, int before, int after) {
        Ipv4Bytes.put(kernel, at + Ipv4Bytes.ID, after);
        Ipv4Bytes.update(kernel, at + Ipv4Bytes.CHECKSUM, before, after);
        return true;
    }

    /**
     * The packet inside a tunnel's: its ID was seen before, unless the tunnel's packet never left.
     *
     * @param unseen whether it never left, and the host may have made what is inside itself
     */
    private boolean alignInQuotedTunnel(byte[] model, byte[] kernel, int quoted, boolean unseen) {
        int inner = VxlanBytes.innerPacket(model, quoted);
        boolean whole = inner >= 0 && model.length >= inner + Ipv4Bytes.MIN_LENGTH;
        if (!whole || inner != VxlanBytes.innerPacket(kernel, quoted)) {
            return false;
        }
        boolean seen = kernelIds.containsKey(Packet.at(model, inner));
        return (unseen || seen) && alignOwn(model, kernel, inner);
    }

    /** Whether a host sends to itself an error about a packet of its own. */
    private static boolean isToItself(byte[] model, int at, int quoted) {
        int source = Ipv4Bytes.i32(model, at + Ipv4Bytes.SOURCE);
        return source == Ipv4Bytes.i32(model, at + Ipv4Bytes.DESTINATION)
                && source == Ipv4Bytes.i32(model, quoted + Ipv4Bytes.SOURCE);
    }

    /**
     * Only an ID that was seen as a symbol before, or after the same cause at an interface compared later, since what is
     * quoted was sent before; but a host that gives up its own packet, having no neighbour for it, quotes to itself what
     * nobody saw.
     */
    private boolean alignQuoted(byte[] model, byte[] kernel, int at, int quoted) {
        int before = Ipv4Bytes.u16(kernel, quoted + Ipv4Bytes.ID);
        int after = Ipv4Bytes.u16(model, quoted + Ipv4Bytes.ID);
        if (isToItself(model, at, quoted) && before != 0 && after != 0) {
            kernelIds.putIfAbsent(Packet.at(model, quoted), before);
        }
        Packet packet = Packet.at(model, quoted);
        Integer known = kernelIds.getOrDefault(packet, foreseen.get(packet));
        if (before == after || known == null || known != before) {
            return false;
        }
        int icmpChecksum = at + Ipv4Bytes.headerLength(kernel, at) + 2;
        int sumBefore = Ipv4Bytes.u16(kernel, quoted + Ipv4Bytes.CHECKSUM);
        Ipv4Bytes.put(kernel, quoted + Ipv4Bytes.ID, after);
        Ipv4Bytes.update(kernel, quoted + Ipv4Bytes.CHECKSUM, before, after);
        Ipv4Bytes.update(kernel, icmpChecksum, before, after);
        Ipv4Bytes.update(kernel, icmpChecksum, sumBefore, Ipv4Bytes.u16(kernel, quoted + Ipv4Bytes.CHECKSUM));
        return true;
    }
}

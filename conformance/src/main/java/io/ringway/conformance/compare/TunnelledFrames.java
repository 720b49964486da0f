package io.ringway.conformance.compare;

import java.util.Arrays;
import java.util.List;

/**
 * Applies rules to the frame inside a VXLAN packet as well, quoted or not, and mends the checksums around it. The IP ID inside is not among
 * them: {@link IpIdSymbols} itself looks there.
 */
final class TunnelledFrames implements FrameRule {
    private final List<FrameRule> rules;

    TunnelledFrames(List<FrameRule> rules) {
        this.rules = rules;
    }

    @Override
    public String name() {
        return "times of day and drawn ports inside of VXLAN";
    }

    @Override
    public String reason() {
        return "the same packets, wrapped";
    }

    @Override
    public byte[] align(byte[] injected, Sighting model, Sighting kernel, byte[] kernelBytes) {
        byte[] wanted = model.bytes();
        int at = Ipv4Bytes.header(wanted);
        boolean sameShape = at >= 0 && at == Ipv4Bytes.header(kernelBytes) && wanted.length == kernelBytes.length;
        int quoted = sameShape ? Ipv4Bytes.quoted(wanted, at) : -1;
        int packet = quoted >= 0 && quoted == Ipv4Bytes.quoted(kernelBytes, at) ? quoted : at;
        int inner = sameShape ? VxlanBytes.inner(wanted, packet) : -1;
        if (inner < 0 || inner != VxlanBytes.inner(kernelBytes, packet)) {
            return kernelBytes;
        }
        byte[] wantedInside = Arrays.copyOfRange(wanted, inner, wanted.length);
        byte[] before = Arrays.copyOfRange(kernelBytes, inner, kernelBytes.length);
        Sighting modelInside = new Sighting(wantedInside, model.outgoing(), model.innerOriginated(), model.timeNs());
        Sighting kernelInside = new Sighting(before, kernel.outgoing(), false, kernel.timeNs());
        byte[] after = before;
        for (FrameRule rule : rules) {
            after = rule.align(injected, modelInside, kernelInside, after);
        }
        if (after == before) {
            return kernelBytes;
        }
        byte[] aligned = kernelBytes.clone();
        System.arraycopy(after, 0, aligned, inner, after.length);
        int checksum = VxlanBytes.udp(wanted, packet) + VxlanBytes.UDP_CHECKSUM;
        if (Ipv4Bytes.u16(kernelBytes, checksum) != 0) {
            mend(kernelBytes, aligned, checksum, inner);
        }
        if (packet == quoted) {
            mend(kernelBytes, aligned, at + Ipv4Bytes.headerLength(wanted, at) + 2, checksum);
        }
        return aligned;
    }

    private static void mend(byte[] before, byte[] after, int checksum, int from) {
        for (int at = from; at < after.length; at += 2) {
            boolean whole = at + 1 < after.length;
            int old = whole ? Ipv4Bytes.u16(before, at) : (before[at] & 0xff) << 8;
            int now = whole ? Ipv4Bytes.u16(after, at) : (after[at] & 0xff) << 8;
            if (old != now) {
                Ipv4Bytes.update(after, checksum, old, now);
            }
        }
    }
}

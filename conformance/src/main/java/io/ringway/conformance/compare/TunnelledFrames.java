package io.ringway.conformance.compare;

import java.util.Arrays;
import java.util.List;

/** Applies other rules to the frame inside a VXLAN packet as well, and mends the checksum around it. */
final class TunnelledFrames implements FrameRule {
    private static final int IP_ID_BYTES = 6;

    private final List<FrameRule> rules;

    TunnelledFrames(List<FrameRule> rules) {
        this.rules = rules;
    }

    @Override
    public String name() {
        return "inside of VXLAN, what is excused outside";
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
        int inner = sameShape ? VxlanBytes.inner(wanted, at) : -1;
        if (inner < 0 || inner != VxlanBytes.inner(kernelBytes, at)) {
            return kernelBytes;
        }
        byte[] wantedInside = Arrays.copyOfRange(wanted, inner, wanted.length);
        byte[] before = Arrays.copyOfRange(kernelBytes, inner, kernelBytes.length);
        boolean made = !isOf(injected, wantedInside);
        Sighting modelInside = new Sighting(wantedInside, model.outgoing(), made, model.timeNs());
        Sighting kernelInside = new Sighting(before, kernel.outgoing(), made, kernel.timeNs());
        byte[] after = before;
        for (FrameRule rule : rules) {
            after = rule.align(injected, modelInside, kernelInside, after);
        }
        if (after == before) {
            return kernelBytes;
        }
        byte[] aligned = kernelBytes.clone();
        System.arraycopy(after, 0, aligned, inner, after.length);
        mend(kernelBytes, aligned, VxlanBytes.udp(wanted, at) + VxlanBytes.UDP_CHECKSUM, inner);
        return aligned;
    }

    /** Whether a packet is the one that was injected, by its addresses and ID. */
    private static boolean isOf(byte[] injected, byte[] frame) {
        int sent = Ipv4Bytes.header(injected);
        int seen = Ipv4Bytes.header(frame);
        if (sent < 0 || seen < 0) {
            return false;
        }
        int addresses = Ipv4Bytes.SOURCE;
        return Arrays.equals(injected, sent + 4, sent + IP_ID_BYTES, frame, seen + 4, seen + IP_ID_BYTES)
                && Arrays.equals(
                        injected,
                        sent + addresses,
                        sent + addresses + 4,
                        frame,
                        seen + addresses,
                        seen + addresses + 4);
    }

    private static void mend(byte[] before, byte[] after, int checksum, int from) {
        if (Ipv4Bytes.u16(before, checksum) == 0) {
            return;
        }
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

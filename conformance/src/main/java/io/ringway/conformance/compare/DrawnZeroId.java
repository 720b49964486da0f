package io.ringway.conformance.compare;

import java.util.Arrays;

/**
 * The kernel drew 0 for the IP ID of a packet that it made ({@code route.c:__ip_select_ident()}), one time in 65,536; the
 * model never does, and {@link IpIdSymbols} takes 0 for none. Everything else is the same.
 */
final class DrawnZeroId implements Explanation {
    @Override
    public String name() {
        return "an IP ID of 0 that the kernel drew";
    }

    @Override
    public String row() {
        return "an IP ID of 0 that the kernel drew";
    }

    @Override
    public boolean explainsFrame(String where, byte[] injected, Sighting kernel, Sighting model) {
        if (kernel == null
                || model == null
                || kernel.outgoing() != model.outgoing()
                || kernel.bytes().length != model.bytes().length) {
            return false;
        }
        byte[] wanted = model.bytes();
        byte[] aligned = kernel.bytes().clone();
        int at = Ipv4Bytes.header(wanted);
        if (at < 0 || at != Ipv4Bytes.header(aligned)) {
            return false;
        }
        boolean drawn = model.originated() && fill(aligned, wanted, at);
        int inner = VxlanBytes.innerPacket(wanted, at);
        if (model.innerOriginated() && inner >= 0 && inner == VxlanBytes.innerPacket(aligned, at)) {
            drawn |= fill(aligned, wanted, inner);
        }
        return drawn && Arrays.equals(aligned, wanted);
    }

    private static boolean fill(byte[] aligned, byte[] wanted, int at) {
        int id = Ipv4Bytes.u16(wanted, at + Ipv4Bytes.ID);
        if (id == 0 || Ipv4Bytes.u16(aligned, at + Ipv4Bytes.ID) != 0) {
            return false;
        }
        Ipv4Bytes.put(aligned, at + Ipv4Bytes.ID, id);
        Ipv4Bytes.update(aligned, at + Ipv4Bytes.CHECKSUM, 0, id);
        return true;
    }
}

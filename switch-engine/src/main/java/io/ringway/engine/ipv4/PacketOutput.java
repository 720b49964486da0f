package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.engine.device.Handover;
import io.ringway.packet.FragmentGeometry;
import io.ringway.packet.Frame;
import io.ringway.packet.Stage;

/** After POSTROUTING: within the MTU, to the neighbour ({@code ip_output.c:ip_finish_output()}). */
final class PacketOutput implements Stage, Fragmentation.Outlet {
    private final Ipv4Stack stack;
    private final Fragmentation fragmentation;

    PacketOutput(Ipv4Stack stack) {
        this.stack = stack;
        fragmentation = new Fragmentation(stack, this);
    }

    @Override
    public void receive(Frame frame) {
        Device out = stack.device(frame.egressIfindex());
        int mtu = mtu(frame, out);
        FragmentGeometry pieces = frame.fragments();
        if (!frame.fits(frame.networkOffset(), mtu) || (pieces != null && pieces.largestBytes() > 0)) {
            fragmentation.output(frame, out);
            return;
        }
        frame.setFragments(null);
        send(frame, out);
    }

    /** To the neighbour, whole or as a fragment ({@code ip_output.c:ip_finish_output2()}). */
    @Override
    public void send(Frame frame, Device out) {
        stack.snmp()
                .count(
                        SnmpCounter.IP_OUT_TRANSMITS,
                        SnmpCounter.IP_EXT_OUT_OCTETS,
                        frame.length() - frame.networkOffset());
        stack.neighbours().output(frame, out);
    }

    @Override
    public Handover handover(Frame piece, Device out) {
        return stack.neighbours().handover(piece, out);
    }

    @Override
    public boolean readsOptions() {
        return true;
    }

    /** What fits through at once: what the route says, else the interface ({@code ip.h:ip_dst_mtu_maybe_forward()}). */
    static int mtu(Frame frame, Device out) {
        return frame.routeMtu() != 0 ? frame.routeMtu() : out.mtu();
    }
}

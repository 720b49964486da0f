package io.ringway.engine.vxlan;

import io.ringway.packet.ChecksumState;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.UdpHeader;
import io.ringway.packet.VxlanHeader;

/** Takes a frame out of the tunnel of one interface, in the order of {@code vxlan_core.c:vxlan_rcv()}. */
final class VxlanInput {
    private final Vxlan vxlan;

    VxlanInput(Vxlan vxlan) {
        this.vxlan = vxlan;
    }

    /**
     * @param at offset of the VXLAN header
     */
    void receive(Frame frame, int at) {
        if (VxlanHeader.isExtended(frame, at)) {
            wrong(frame, DropReason.VXLAN_INVALID_HDR);
            return;
        }
        if (frame.length() < at + VxlanHeader.LENGTH + EthernetHeader.LENGTH) {
            vxlan.refuse(frame, DropReason.NOMEM);
            return;
        }
        int outer = frame.networkOffset();
        int remote = Ipv4Header.source(frame, outer);
        int outerTos = Ipv4Header.tos(frame, outer);
        boolean summed = UdpHeader.checksum(frame, at - UdpHeader.LENGTH) != 0;
        unwrap(frame, at + VxlanHeader.LENGTH);
        // The datagram was summed up for its checksum: skbuff.h:skb_checksum_try_convert(). None is as good as that.
        frame.setChecksum(summed ? ChecksumState.COMPLETE : ChecksumState.VALID);
        long source = EthernetHeader.source(frame);
        if (source == vxlan.mac()) {
            vxlan.refuse(frame, DropReason.LOCAL_MAC);
            return;
        }
        DropReason moved = vxlan.config().learning() ? vxlan.fdb().learn(source, remote) : null;
        if (moved != null) {
            vxlan.refuse(frame, moved);
        } else if (!InnerPacket.isWhole(frame)) {
            wrong(frame, DropReason.PKT_TOO_SMALL);
        } else if (!Ecn.decapsulate(frame, outerTos)) {
            wrong(frame, DropReason.IP_TUNNEL_ECN);
        } else {
            vxlan.received(frame);
        }
    }

    private void wrong(Frame frame, DropReason reason) {
        vxlan.counters().receivedWrong(reason == DropReason.PKT_TOO_SMALL);
        vxlan.refuse(frame, reason);
    }

    /** Leaves nothing of the way through the tunnel but the mark, where the interface is in the tunnel's namespace. */
    private void unwrap(Frame frame, int bytes) {
        int mark = vxlan.isAway() ? 0 : frame.mark();
        frame.pull(bytes);
        frame.history().unwrapped();
        if (frame.segmentBytes() != 0) {
            frame.setSegmentBytes(frame.segmentBytes() - VxlanHeader.OVERHEAD);
        }
        frame.scrub();
        frame.setMark(mark);
        frame.setIngressIfindex(0);
        frame.setNetworkOffset(EthernetHeader.LENGTH);
        frame.setTransportOffset(0);
    }
}

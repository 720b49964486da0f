package io.ringway.engine.ipv4;

import io.ringway.engine.route.Flow;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.PacketSocket;
import io.ringway.packet.TransmitOutcome;

/**
 * A raw socket with {@code IP_HDRINCL} and {@code SO_BROADCAST}, unbound, that sends each packet to the destination in
 * its header: routed without regard to its source, then the OUTPUT hook ({@code raw.c:raw_sendmsg(),
 * raw_send_hdrinc()}).
 *
 * <p>The header goes out as it is but for total length and checksum, which are always filled, and the source and the ID,
 * which are filled where they are zero.
 */
public final class RawSocket implements TransmitOutcome {
    private static final int PROTOCOL_RAW = 255;

    private final Ipv4Stack stack;
    private final OutputRoute way;
    private final Flow flow = new Flow();
    private boolean sending;
    private DropReason failure;

    public RawSocket(Ipv4Stack stack) {
        this.stack = stack;
        way = stack.newOutputRoute();
    }

    /**
     * Takes a frame whose packet begins behind the room for an Ethernet header.
     *
     * @return null when it was sent; else why the system call fails, and the frame is still the caller's
     */
    public DropReason send(Frame frame) {
        int at = EthernetHeader.LENGTH;
        int bytes = frame.length() - at;
        if (bytes < Ipv4Header.MIN_LENGTH) {
            return DropReason.HEADER_AT_INJECTION;
        }
        int destination = Ipv4Header.destination(frame, at);
        flow.to(destination).ports(PROTOCOL_RAW, 0, 0);
        if (way.find(flow, true) != null) {
            return DropReason.IP_OUTNOROUTES;
        }
        if (bytes > way.device().mtu() && frame.segmentBytes() == 0) {
            return DropReason.OVER_MTU_AT_INJECTION;
        }
        int headerLength = Ipv4Header.headerLength(frame, at);
        if (headerLength > bytes || headerLength < Ipv4Header.MIN_LENGTH) {
            stack.snmp().count(SnmpCounter.IP_OUT_DISCARDS);
            return DropReason.HEADER_AT_INJECTION;
        }
        complete(frame, at, bytes, flow.source);
        frame.setNetworkOffset(at);
        frame.setTransportOffset(at + headerLength);
        way.apply(frame, flow.destination);
        if (Ipv4Header.protocol(frame, at) == Ipv4Header.PROTOCOL_ICMP && headerLength + IcmpHeader.LENGTH <= bytes) {
            stack.snmp().icmpSent(IcmpHeader.type(frame, at + headerLength));
        }
        frame.setOutcome(this);
        frame.setSocket(PacketSocket.PROGRAM);
        sending = true;
        stack.kernel().executor().setProcess(true);
        stack.rawOutput().receive(frame);
        stack.kernel().executor().setProcess(false);
        sending = false;
        return null;
    }

    /**
     * Why the system call fails though it took the frame, which is gone: too large for its path, and must not be cut, or
     * without a way once rules had changed it. Null otherwise.
     */
    public DropReason failure() {
        return failure;
    }

    @Override
    public void sent(Frame frame) {
        sending = false;
    }

    @Override
    public void refused(Frame frame, DropReason reason) {
        if (sending) {
            stack.snmp().count(SnmpCounter.IP_OUT_DISCARDS);
            failure = reason == DropReason.PKT_TOO_BIG ? DropReason.OVER_MTU_AT_INJECTION : failure;
        }
    }

    @Override
    public void lostItsWay() {
        failure = sending ? DropReason.IP_OUTNOROUTES : null;
    }

    /** Without fragments to tell apart, an ID of zero stays zero ({@code ip.h:ip_select_ident_segs()}). */
    private void complete(Frame frame, int at, int bytes, int source) {
        if (Ipv4Header.source(frame, at) == 0) {
            frame.putI32(at + 12, source);
        }
        if (Ipv4Header.id(frame, at) == 0 && !Ipv4Header.dontFragment(frame, at)) {
            frame.putU16(at + 4, stack.peers().nextIpId(Ipv4Header.destination(frame, at)));
            frame.history().setOriginated();
        }
        Ipv4Header.reshape(frame, at, bytes, frame.u16(at + 6));
    }
}

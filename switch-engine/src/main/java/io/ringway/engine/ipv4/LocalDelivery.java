package io.ringway.engine.ipv4;

import io.ringway.engine.device.Ipvlan;
import io.ringway.packet.Checksum;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.Stage;

/**
 * The top of the stack of a host on which nothing listens: hands a packet to its protocol, or says that there is none
 * ({@code ip_input.c:ip_protocol_deliver_rcu()}).
 */
final class LocalDelivery implements Stage {
    private final Ipv4Stack stack;
    private final IcmpReceive icmp;
    private final UdpReceive udp;
    private final UdpLiteReceive udpLite;
    private final TcpReceive tcp;
    private final IgmpReceive igmp;

    LocalDelivery(Ipv4Stack stack, Stage output) {
        this.stack = stack;
        icmp = new IcmpReceive(stack, output);
        udp = new UdpReceive(stack);
        udpLite = new UdpLiteReceive(stack);
        tcp = new TcpReceive(stack, output);
        igmp = new IgmpReceive(stack);
    }

    @Override
    public void receive(Frame frame) {
        int at = frame.networkOffset();
        Ipvlan owner = stack.ipvlans().ownerOf(frame, Ipv4Header.destination(frame, at));
        if (owner != null) {
            owner.deliver(frame);
            return;
        }
        switch (Ipv4Header.protocol(frame, at)) {
            case Ipv4Header.PROTOCOL_ICMP -> icmp.receive(frame, at);
            case Ipv4Header.PROTOCOL_TCP -> tcp.receive(frame, at);
            case Ipv4Header.PROTOCOL_UDP -> udp.receive(frame, at);
            case Ipv4Header.PROTOCOL_UDP_LITE -> udpLite.receive(frame, at);
            case Ipv4Header.PROTOCOL_IGMP -> igmp.receive(frame);
            default -> {
                stack.snmp().count(SnmpCounter.IP_IN_UNKNOWN_PROTOS);
                stack.icmpError()
                        .send(frame, IcmpHeader.DESTINATION_UNREACHABLE, IcmpError.PROTOCOL_UNREACHABLE, 0, true);
                stack.drop(frame, "local", DropReason.IP_NOPROTO);
                return;
            }
        }
        stack.snmp().count(SnmpCounter.IP_IN_DELIVERS);
    }

    static int segmentSum(Frame frame, int ip, int at, int bytes, int protocol) {
        return Checksum.fold(
                Checksum.pseudoHeader(Ipv4Header.source(frame, ip), Ipv4Header.destination(frame, ip), protocol, bytes)
                        + frame.sum(at, bytes));
    }
}

package io.ringway.engine.ipv4;

import io.ringway.nat.AddressType;
import io.ringway.packet.Checksum;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.Stage;
import io.ringway.packet.TcpHeader;
import io.ringway.packet.UdpHeader;

/**
 * The top of the stack of a host on which nothing listens: echo replies, resets, "port unreachable"
 * ({@code ip_input.c:ip_protocol_deliver_rcu()}, {@code icmp.c:icmp_rcv()}, {@code udp.c}, {@code tcp_ipv4.c}).
 */
final class LocalDelivery implements Stage {
    private final Ipv4Stack stack;
    private final Stage output;
    private final TcpReset reset;

    LocalDelivery(Ipv4Stack stack, Stage output) {
        this.stack = stack;
        this.output = output;
        reset = new TcpReset(stack, output);
    }

    @Override
    public void receive(Frame frame) {
        int at = frame.networkOffset();
        switch (Ipv4Header.protocol(frame, at)) {
            case Ipv4Header.PROTOCOL_ICMP -> icmp(frame, at);
            case Ipv4Header.PROTOCOL_TCP -> tcp(frame, at);
            case Ipv4Header.PROTOCOL_UDP -> udp(frame, at);
            case Ipv4Header.PROTOCOL_IGMP -> stack.deliver(frame, "igmp");
            default -> {
                stack.icmpError()
                        .send(frame, IcmpHeader.DESTINATION_UNREACHABLE, IcmpError.PROTOCOL_UNREACHABLE, 0, true);
                stack.drop(frame, "local", DropReason.IP_NOPROTO);
            }
        }
    }

    private boolean isForMeAlone(Frame frame, int at) {
        return stack.addressType(Ipv4Header.destination(frame, at), 0) == AddressType.LOCAL;
    }

    private void icmp(Frame frame, int at) {
        int icmp = frame.transportOffset();
        int bytes = frame.length() - icmp;
        if (frame.sum(icmp, bytes) != 0xffff) {
            stack.drop(frame, "icmp", DropReason.ICMP_CSUM);
        } else if (bytes < IcmpHeader.LENGTH) {
            stack.drop(frame, "icmp", DropReason.HDR_TRUNC);
        } else if (IcmpHeader.type(frame, icmp) > IcmpHeader.HIGHEST_KNOWN_TYPE) {
            stack.drop(frame, "icmp", DropReason.INVALID_PROTO);
        } else if (IcmpHeader.type(frame, icmp) != IcmpHeader.ECHO_REQUEST) {
            stack.deliver(frame, "icmp");
        } else if (!isForMeAlone(frame, at)) {
            stack.drop(frame, "icmp", DropReason.INVALID_PROTO);
        } else {
            echoReply(frame, at, icmp, bytes);
            stack.deliver(frame, "echo request");
        }
    }

    private void echoReply(Frame request, int at, int icmp, int bytes) {
        int total = Ipv4Header.MIN_LENGTH + bytes;
        Frame reply = stack.newPacket(total);
        reply.setId(request.id());
        int ip = EthernetHeader.LENGTH;
        int to = ip + Ipv4Header.MIN_LENGTH;
        reply.put(to, request, icmp, bytes);
        reply.putU8(to, IcmpHeader.ECHO_REPLY);
        reply.putU16(to + 2, 0);
        reply.putU16(to + 2, ~reply.sum(to, bytes) & 0xffff);
        int destination = Ipv4Header.source(request, at);
        Ipv4Header.write(
                reply,
                ip,
                Ipv4Header.tos(request, at),
                total,
                stack.nextIpId(destination),
                0,
                stack.settings().defaultTtl(),
                Ipv4Header.PROTOCOL_ICMP,
                Ipv4Header.destination(request, at),
                destination);
        output.receive(reply);
    }

    private void udp(Frame frame, int at) {
        int udp = frame.transportOffset();
        int bytes = frame.length() - udp;
        if (bytes < UdpHeader.LENGTH
                || UdpHeader.length(frame, udp) > bytes
                || UdpHeader.length(frame, udp) < UdpHeader.LENGTH) {
            stack.drop(frame, "udp", DropReason.PKT_TOO_SMALL);
        } else if (UdpHeader.checksum(frame, udp) != 0
                && segmentSum(frame, at, udp, UdpHeader.length(frame, udp), Ipv4Header.PROTOCOL_UDP) != 0xffff) {
            stack.drop(frame, "udp", DropReason.UDP_CSUM);
        } else {
            udpTo(stack.tunnels().at(UdpHeader.destinationPort(frame, udp)), frame, udp);
        }
    }

    /** A tunnel takes what is for its port, without what follows the datagram ({@code udp_queue_rcv_one_skb()}). */
    private void udpTo(Stage tunnel, Frame frame, int udp) {
        if (tunnel != null) {
            frame.setLength(udp + UdpHeader.length(frame, udp));
            tunnel.receive(frame);
        } else {
            stack.icmpError().send(frame, IcmpHeader.DESTINATION_UNREACHABLE, IcmpError.PORT_UNREACHABLE, 0, true);
            stack.drop(frame, "udp", DropReason.NO_SOCKET);
        }
    }

    private void tcp(Frame frame, int at) {
        int tcp = frame.transportOffset();
        int bytes = frame.length() - tcp;
        if (frame.packetType() != Frame.HOST) {
            stack.drop(frame, "tcp", DropReason.OTHERHOST);
        } else if (bytes < TcpHeader.MIN_LENGTH
                || TcpHeader.headerLength(frame, tcp) < TcpHeader.MIN_LENGTH
                || TcpHeader.headerLength(frame, tcp) > bytes) {
            stack.drop(frame, "tcp", DropReason.PKT_TOO_SMALL);
        } else if (segmentSum(frame, at, tcp, bytes, Ipv4Header.PROTOCOL_TCP) != 0xffff) {
            stack.drop(frame, "tcp", DropReason.TCP_CSUM);
        } else {
            if ((TcpHeader.flags(frame, tcp) & TcpHeader.RST) == 0 && isForMeAlone(frame, at)) {
                reset.answer(frame, at, tcp, bytes);
            }
            stack.drop(frame, "tcp", DropReason.NO_SOCKET);
        }
    }

    static int segmentSum(Frame frame, int ip, int at, int bytes, int protocol) {
        return Checksum.fold(
                Checksum.pseudoHeader(Ipv4Header.source(frame, ip), Ipv4Header.destination(frame, ip), protocol, bytes)
                        + frame.sum(at, bytes));
    }
}

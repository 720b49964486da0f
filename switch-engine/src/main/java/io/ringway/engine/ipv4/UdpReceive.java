package io.ringway.engine.ipv4;

import io.ringway.nat.conntrack.Connections;
import io.ringway.packet.ChecksumState;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.Stage;
import io.ringway.packet.UdpHeader;

/** UDP without any socket: "port unreachable", or silence ({@code udp.c:__udp4_lib_rcv()}). */
final class UdpReceive {
    /** What is longer, and has no sum from a tunnel, is summed only when somebody reads it ({@code skbuff.h}). */
    private static final int CHECKSUM_BREAK = 76;

    private final Ipv4Stack stack;

    UdpReceive(Ipv4Stack stack) {
        this.stack = stack;
    }

    /** Takes a datagram for this host, its IPv4 header at {@code at}. */
    void receive(Frame frame, int at) {
        int udp = frame.transportOffset();
        int bytes = frame.length() - udp;
        if (bytes < UdpHeader.LENGTH) {
            fail(frame, DropReason.NOT_SPECIFIED);
            return;
        }
        int length = UdpHeader.length(frame, udp);
        if (length > bytes || length < UdpHeader.LENGTH) {
            fail(frame, DropReason.PKT_TOO_SMALL);
            return;
        }
        frame.setLength(udp + length);
        boolean toMany = !stack.localEnd().isMeantAlone(frame);
        Stage tunnel = stack.tunnels().at(UdpHeader.destinationPort(frame, udp));
        boolean summed = length <= CHECKSUM_BREAK
                || frame.checksum() == ChecksumState.COMPLETE
                || stack.netfilter().hasSummed(frame);
        boolean unread = frame.checksum() == ChecksumState.UNNECESSARY || (toMany && tunnel == null && !summed);
        if (!unread
                && UdpHeader.checksum(frame, udp) != 0
                && LocalDelivery.segmentSum(frame, at, udp, length, Ipv4Header.PROTOCOL_UDP) != 0xffff) {
            stack.snmp().count(SnmpCounter.UDP_IN_CSUM_ERRORS);
            fail(frame, DropReason.UDP_CSUM);
        } else if (toMany && tunnel == null) {
            stack.snmp().count(SnmpCounter.UDP_IGNORED_MULTI);
            stack.drop(frame, "udp", DropReason.NOT_SPECIFIED);
        } else {
            deliver(tunnel, frame, at, udp);
        }
    }

    /**
     * A tunnel takes what is for its port ({@code udp.c:udp_queue_rcv_one_skb()}), whatever address it is for
     * ({@code udp.c:__udp4_lib_mcast_deliver()}).
     */
    private void deliver(Stage tunnel, Frame frame, int at, int udp) {
        SilentSockets sockets = stack.localEnd().sockets();
        if (tunnel != null) {
            stack.snmp().count(SnmpCounter.UDP_IN_DATAGRAMS);
            tunnel.receive(frame);
        } else if (sockets != null && sockets.takesDatagram(frame, at, udp)) {
            stack.snmp().count(SnmpCounter.UDP_IN_DATAGRAMS);
            stack.localEnd().deliver(frame, "to a program");
        } else {
            stack.snmp().count(SnmpCounter.UDP_NO_PORTS);
            Connections.forget(frame);
            stack.icmpError().send(frame, IcmpHeader.DESTINATION_UNREACHABLE, IcmpError.PORT_UNREACHABLE, 0, true);
            stack.drop(frame, "udp", DropReason.NO_SOCKET);
        }
    }

    private void fail(Frame frame, DropReason reason) {
        stack.snmp().count(SnmpCounter.UDP_IN_ERRORS);
        stack.drop(frame, "udp", reason);
    }
}

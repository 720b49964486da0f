package io.ringway.engine.ipv4;

import io.ringway.nat.AddressType;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.Stage;

/** ICMP for this host: answers echo requests, reads errors, takes the rest in silence ({@code icmp.c:icmp_rcv()}). */
final class IcmpReceive {
    private static final int PROTOCOL_UDP_LITE = 136;
    private static final int HIGHEST_CODE_OF_UNREACHABLE = 15;
    private static final int REASSEMBLY_TIMEOUT = 1;

    /** RFC 8335, which {@code icmp_echo_enable_probe=0} leaves without an answer. */
    private static final int EXTENDED_ECHO = 42;

    private static final int EXTENDED_ECHO_REPLY = 43;

    private final Ipv4Stack stack;
    private final Stage output;

    IcmpReceive(Ipv4Stack stack, Stage output) {
        this.stack = stack;
        this.output = output;
    }

    /** Takes a message for this host, its IPv4 header at {@code at}. */
    void receive(Frame frame, int at) {
        int icmp = frame.transportOffset();
        int bytes = frame.length() - icmp;
        stack.snmp().count(SnmpCounter.ICMP_IN_MSGS);
        if (frame.sum(icmp, bytes) != 0xffff) {
            stack.snmp().count(SnmpCounter.ICMP_IN_CSUM_ERRORS);
            fail(frame, DropReason.ICMP_CSUM);
            return;
        }
        if (bytes < IcmpHeader.LENGTH) {
            fail(frame, DropReason.NOT_SPECIFIED);
            return;
        }
        int type = IcmpHeader.type(frame, icmp);
        stack.snmp().icmpReceived(type);
        if (type == EXTENDED_ECHO) {
            stack.deliver(frame, "icmp");
        } else if (type == EXTENDED_ECHO_REPLY) {
            stack.drop(frame, "icmp", DropReason.NO_SOCKET);
        } else if (type > IcmpHeader.HIGHEST_KNOWN_TYPE) {
            fail(frame, DropReason.UNHANDLED_PROTO);
        } else if (!mayAsk(frame, at, type)) {
            fail(frame, DropReason.INVALID_PROTO);
        } else {
            handle(frame, at, icmp, bytes, type);
        }
    }

    /** Of what is sent to many, only questions about addresses are taken (RFC 1122 §3.2.2.6). */
    private boolean mayAsk(Frame frame, int at, int type) {
        return type == IcmpHeader.ADDRESS_MASK
                || type == IcmpHeader.ADDRESS_MASK_REPLY
                || stack.addressType(Ipv4Header.destination(frame, at), 0) == AddressType.LOCAL;
    }

    private void handle(Frame frame, int at, int icmp, int bytes, int type) {
        DropReason reason = null;
        switch (type) {
            case IcmpHeader.ECHO_REQUEST -> echoReply(frame, at, icmp, bytes);
            case IcmpHeader.DESTINATION_UNREACHABLE,
                    IcmpHeader.SOURCE_QUENCH,
                    IcmpHeader.TIME_EXCEEDED,
                    IcmpHeader.PARAMETER_PROBLEM -> reason = error(frame, icmp, bytes, type);
            case IcmpHeader.REDIRECT -> reason = redirect(frame, icmp, bytes);
            default -> {}
        }
        if (reason == null) {
            stack.deliver(frame, type == IcmpHeader.ECHO_REQUEST ? "echo request" : "icmp");
        } else {
            fail(frame, reason);
        }
    }

    /** {@code icmp.c:icmp_unreach()}; null when the message was read. */
    private DropReason error(Frame frame, int icmp, int bytes, int type) {
        int quote = icmp + IcmpHeader.LENGTH;
        if (bytes < IcmpHeader.LENGTH + Ipv4Header.MIN_LENGTH) {
            return DropReason.NOT_SPECIFIED;
        }
        if (Ipv4Header.headerLength(frame, quote) < Ipv4Header.MIN_LENGTH) {
            return DropReason.IP_INHDR;
        }
        int code = IcmpHeader.code(frame, icmp);
        boolean unknownCode = type == IcmpHeader.DESTINATION_UNREACHABLE && code > HIGHEST_CODE_OF_UNREACHABLE;
        boolean lateFragments = type == IcmpHeader.TIME_EXCEEDED && code == REASSEMBLY_TIMEOUT;
        if (!unknownCode && !lateFragments) {
            tellSocket(frame, quote);
        }
        return null;
    }

    private DropReason redirect(Frame frame, int icmp, int bytes) {
        if (bytes < IcmpHeader.LENGTH + Ipv4Header.MIN_LENGTH) {
            return DropReason.PKT_TOO_SMALL;
        }
        tellSocket(frame, icmp + IcmpHeader.LENGTH);
        return null;
    }

    /** An error about a packet of no socket counts as one ({@code icmp_socket_deliver()}, {@code tcp_v4_err()}). */
    private void tellSocket(Frame frame, int quote) {
        int protocol = Ipv4Header.protocol(frame, quote);
        boolean tooShort = frame.length() - quote < Ipv4Header.headerLength(frame, quote) + IcmpHeader.LENGTH;
        boolean noSocket = protocol == Ipv4Header.PROTOCOL_TCP
                || protocol == Ipv4Header.PROTOCOL_UDP
                || protocol == PROTOCOL_UDP_LITE;
        if (tooShort || noSocket) {
            stack.snmp().count(SnmpCounter.ICMP_IN_ERRORS);
        }
    }

    private void fail(Frame frame, DropReason reason) {
        stack.snmp().count(SnmpCounter.ICMP_IN_ERRORS);
        stack.drop(frame, "icmp", reason);
    }

    private void echoReply(Frame request, int at, int icmp, int bytes) {
        int destination = Ipv4Header.source(request, at);
        if (stack.outputRoute(destination) == null) {
            return;
        }
        int total = Ipv4Header.MIN_LENGTH + bytes;
        Frame reply = stack.newPacket(total);
        reply.setId(request.id());
        int ip = EthernetHeader.LENGTH;
        int to = ip + Ipv4Header.MIN_LENGTH;
        reply.put(to, request, icmp, bytes);
        reply.putU8(to, IcmpHeader.ECHO_REPLY);
        reply.putU16(to + 2, 0);
        reply.putU16(to + 2, ~reply.sum(to, bytes) & 0xffff);
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
        stack.snmp().icmpSent(IcmpHeader.ECHO_REPLY);
        output.receive(reply);
    }
}

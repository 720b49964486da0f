package io.ringway.engine.ipv4;

import io.ringway.nat.AddressType;
import io.ringway.packet.ChecksumState;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.PacketSocket;
import io.ringway.packet.Stage;

/** ICMP for this host: answers echo requests, reads errors, takes the rest in silence ({@code icmp.c:icmp_rcv()}). */
final class IcmpReceive {
    private static final int PROTOCOL_UDP_LITE = 136;
    /** What a raw socket sends as it is, and never hears of. */
    private static final int PROTOCOL_RAW = 255;

    private static final int HIGHEST_CODE_OF_UNREACHABLE = 15;
    private static final int REASSEMBLY_TIMEOUT = 1;
    private static final int TIMESTAMP_BYTES = IcmpHeader.LENGTH + 12;

    /** RFC 8335, which {@code icmp_echo_enable_probe=0} leaves without an answer. */
    private static final int EXTENDED_ECHO = 42;

    private static final int EXTENDED_ECHO_REPLY = 43;

    private final Ipv4Stack stack;
    private final Stage output;
    private final Answer answer;

    IcmpReceive(Ipv4Stack stack, Stage output) {
        this.stack = stack;
        answer = new Answer(stack);
        this.output = output;
    }

    private static boolean isRight(Frame frame, int sum) {
        return sum == 0xffff
                || (sum == 0 && frame.checksum() == ChecksumState.COMPLETE)
                || frame.checksum() == ChecksumState.UNNECESSARY;
    }

    /** Takes a message for this host, its IPv4 header at {@code at}. */
    void receive(Frame frame, int at) {
        int icmp = frame.transportOffset();
        int bytes = frame.length() - icmp;
        stack.snmp().count(SnmpCounter.ICMP_IN_MSGS);
        if (!isRight(frame, frame.sum(icmp, bytes))) {
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
            stack.localEnd().deliver(frame, "icmp");
        } else if (type == EXTENDED_ECHO_REPLY) {
            stack.drop(frame, "icmp", DropReason.NO_SOCKET);
        } else if (type > IcmpHeader.HIGHEST_KNOWN_TYPE) {
            fail(frame, DropReason.UNHANDLED_PROTO);
        } else if (!mayAsk(frame, type)) {
            fail(frame, DropReason.INVALID_PROTO);
        } else if (type == IcmpHeader.ECHO_REPLY && !stack.localEnd().isAwaited(frame)) {
            stack.drop(frame, "icmp", DropReason.NO_SOCKET);
        } else {
            handle(frame, at, icmp, bytes, type);
        }
    }

    /** Of what is sent to many, only questions about addresses are taken (RFC 1122 §3.2.2.6). */
    private boolean mayAsk(Frame frame, int type) {
        boolean asksMany = type == IcmpHeader.ECHO_REQUEST || type == IcmpHeader.TIMESTAMP;
        return (asksMany && !stack.settings().icmp().ignoresBroadcastEchos())
                || type == IcmpHeader.ADDRESS_MASK
                || type == IcmpHeader.ADDRESS_MASK_REPLY
                || stack.localEnd().isMeantAlone(frame);
    }

    private void handle(Frame frame, int at, int icmp, int bytes, int type) {
        DropReason reason = null;
        switch (type) {
            case IcmpHeader.ECHO_REQUEST -> echoReply(frame, at, icmp, bytes);
            case IcmpHeader.TIMESTAMP -> reason = timestampReply(frame, at, icmp, bytes);
            case IcmpHeader.DESTINATION_UNREACHABLE,
                    IcmpHeader.SOURCE_QUENCH,
                    IcmpHeader.TIME_EXCEEDED,
                    IcmpHeader.PARAMETER_PROBLEM -> reason = error(frame, icmp, bytes, type);
            case IcmpHeader.REDIRECT -> reason = redirect(frame, icmp, bytes);
            default -> {}
        }
        if (reason == null) {
            stack.localEnd().deliver(frame, type == IcmpHeader.ECHO_REQUEST ? "echo request" : "icmp");
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
        boolean bogus = !stack.settings().icmp().ignoresBogusErrors()
                && stack.routing().type(Ipv4Header.destination(frame, quote), null) == AddressType.BROADCAST;
        if (!unknownCode && !lateFragments && !bogus) {
            boolean tooBig = type == IcmpHeader.DESTINATION_UNREACHABLE && code == IcmpError.FRAGMENTATION_NEEDED;
            if (!tooBig) {
                tellSocket(frame, quote);
            } else if (isBelieved(Ipv4Header.protocol(frame, quote)) && tellSocket(frame, quote)) {
                boolean sized = stack.settings().path().noDiscovery() != 1;
                stack.paths().fragmentationNeeded(frame, quote, sized ? frame.u16(icmp + 6) : 0);
            }
        }
        return null;
    }

    /** TCP alone checks that an error is about what it sent ({@code icmp.c:icmp_tag_validation()}). */
    private boolean isBelieved(int protocol) {
        int mode = stack.settings().path().noDiscovery();
        return mode < 2 || (mode == 3 && protocol == Ipv4Header.PROTOCOL_TCP);
    }

    private DropReason redirect(Frame frame, int icmp, int bytes) {
        if (bytes < IcmpHeader.LENGTH + Ipv4Header.MIN_LENGTH) {
            return DropReason.PKT_TOO_SMALL;
        }
        int quote = icmp + IcmpHeader.LENGTH;
        if (tellSocket(frame, quote)) {
            stack.paths().redirected(frame, quote, IcmpHeader.code(frame, icmp), frame.i32(icmp + 4));
        }
        return null;
    }

    /**
     * An error about a packet of no socket counts as one ({@code icmp_socket_deliver()}, {@code tcp_v4_err()}).
     *
     * @return whether somebody learns from it
     */
    private boolean tellSocket(Frame frame, int quote) {
        int protocol = Ipv4Header.protocol(frame, quote);
        boolean tooShort = frame.length() - quote < Ipv4Header.headerLength(frame, quote) + IcmpHeader.LENGTH;
        boolean learns = !tooShort && stack.paths().learnsAbout(frame, quote);
        boolean noSocket = protocol == Ipv4Header.PROTOCOL_TCP
                || protocol == Ipv4Header.PROTOCOL_UDP
                || protocol == PROTOCOL_UDP_LITE
                || protocol == PROTOCOL_RAW;
        if (tooShort || (noSocket && !learns)) {
            stack.snmp().count(SnmpCounter.ICMP_IN_ERRORS);
        }
        return learns;
    }

    private void fail(Frame frame, DropReason reason) {
        stack.snmp().count(SnmpCounter.ICMP_IN_ERRORS);
        stack.drop(frame, "icmp", reason);
    }

    /** {@code icmp.c:icmp_echo()}. */
    private void echoReply(Frame request, int at, int icmp, int bytes) {
        if (stack.settings().icmp().ignoresAllEchos() || !mayReply(request, at, IcmpHeader.ECHO_REPLY)) {
            return;
        }
        Frame reply = answer.packet(request, bytes);
        int to = reply.transportOffset();
        reply.put(to, request, icmp, bytes);
        reply.putU8(to, IcmpHeader.ECHO_REPLY);
        send(reply, request, at, to, bytes);
    }

    /** {@code icmp.c:icmp_timestamp()}: the time of day, twice; what else the request held is not sent back. */
    private DropReason timestampReply(Frame request, int at, int icmp, int bytes) {
        if (bytes < IcmpHeader.LENGTH + 4) {
            return DropReason.PKT_TOO_SMALL;
        }
        if (mayReply(request, at, IcmpHeader.TIMESTAMP_REPLY)) {
            Frame reply = answer.packet(request, TIMESTAMP_BYTES);
            int to = reply.transportOffset();
            int now = IpOptions.timeOfDayMs(stack);
            reply.put(to, request, icmp, IcmpHeader.LENGTH + 4);
            reply.putU16(to, IcmpHeader.TIMESTAMP_REPLY << 8);
            reply.putI32(to + 12, now);
            reply.putI32(to + 16, now);
            send(reply, request, at, to, TIMESTAMP_BYTES);
        }
        return null;
    }

    private boolean mayReply(Frame request, int at, int type) {
        int asked = Ipv4Header.destination(request, at);
        boolean forMeAlone = stack.localEnd().isMeantAlone(request);
        int own = forMeAlone ? asked : KnownAddress.of(stack, request, at, stack.device(request.ingressIfindex()));
        return answer.begin(request, Ipv4Header.PROTOCOL_ICMP, Ipv4Header.tos(request, at), own)
                && stack.icmpError().allowed(answer.way(), answer.destination(), type, 0);
    }

    private void send(Frame reply, Frame request, int at, int icmp, int bytes) {
        reply.putU16(icmp + IcmpHeader.CHECKSUM_OFFSET, 0);
        reply.putU16(icmp + IcmpHeader.CHECKSUM_OFFSET, ~reply.sum(icmp, bytes) & 0xffff);
        answer.finish(
                reply,
                Ipv4Header.tos(request, at),
                stack.peers().nextIpId(answer.destination()),
                0,
                Ipv4Header.PROTOCOL_ICMP,
                answer.source());
        // Every reply counts as an echo reply: icmp_reply() leaves the type of its flow 0.
        stack.snmp().icmpSent(IcmpHeader.ECHO_REPLY);
        answer.way().apply(reply, answer.destination());
        reply.setSentByIcmp(true);
        reply.setSocket(PacketSocket.KERNEL);
        output.receive(reply);
    }
}

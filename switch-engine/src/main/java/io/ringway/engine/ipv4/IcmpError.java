package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.engine.route.Scope;
import io.ringway.packet.Checksum;
import io.ringway.packet.ChecksumState;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.PacketSocket;
import io.ringway.packet.PacketType;
import io.ringway.packet.Stage;
import io.ringway.packet.UdpHeader;

/**
 * ICMP messages about a packet: whom to tell, how often, and how much of the packet to quote
 * ({@code icmp.c:__icmp_send()}, RFC 1812 §4.3.2).
 */
final class IcmpError {
    static final int NET_UNREACHABLE = 0;
    static final int HOST_UNREACHABLE = 1;
    static final int PROTOCOL_UNREACHABLE = 2;
    static final int PORT_UNREACHABLE = 3;
    static final int FRAGMENTATION_NEEDED = 4;
    static final int SOURCE_ROUTE_FAILED = 5;
    static final int PACKET_FILTERED = 13;
    static final int REDIRECT_HOST = 1;

    /** An error carries at most this many bytes of IP packet (RFC 1812 §4.3.2.3). */
    private static final int MAX_PACKET_BYTES = 576;

    /** 192.0.0.8, for a host without any address (RFC 7600). */
    private static final int DUMMY_ADDRESS = 0xc000_0008;

    private static final int INTERNETWORK_CONTROL = 0xc0;
    private static final int TOS_MASK = 0x1e;

    /** Types that are no queries: the errors, and those never assigned ({@code icmp_pointers[]}). */
    private static final int NO_QUERIES = 0b1_1110_1111_1110;

    private final Ipv4Stack stack;
    private final Answer answer;
    private final Stage output;

    IcmpError(Ipv4Stack stack, Stage output) {
        this.stack = stack;
        this.output = output;
        answer = new Answer(stack);
    }

    /**
     * Sends an error about {@code about}, which stays the caller's, unless the rules forbid it.
     *
     * @param info the second word of the header: the next MTU, or the gateway of a redirect
     * @param local whether {@code about} was addressed to this host
     */
    void send(Frame about, int type, int code, int info, boolean local) {
        int at = about.networkOffset();
        if (about.isSentByIcmp() || !mayAnswer(about, at, local)) {
            return;
        }
        int tos = (Ipv4Header.tos(about, at) & TOS_MASK) | INTERNETWORK_CONTROL;
        int own = local ? Ipv4Header.destination(about, at) : inboundAddress(about, at);
        if (!answer.beginError(about, tos, own) || !allowed(answer.way(), answer.destination(), type, code)) {
            return;
        }
        int room = Math.min(MAX_PACKET_BYTES, answer.way().mtu()) - answer.headerLength() - IcmpHeader.LENGTH;
        if (room <= Ipv4Header.MIN_LENGTH) {
            return;
        }
        int quoted = Math.min(about.length() - at, room);
        Frame message = answer.packet(about, IcmpHeader.LENGTH + quoted);
        // icmp.c:icmp_glue_bits(): so that NAT, which has the connection unconfirmed at most, is undone in the quote
        // too.
        stack.netfilter().connections().attach(message, about);
        write(message, type << 8 | code, info);
        quote(message, about, at, quoted);
        answer.finish(
                message,
                tos,
                stack.peers().nextIpId(answer.destination()),
                0,
                Ipv4Header.PROTOCOL_ICMP,
                answer.source() == 0 ? DUMMY_ADDRESS : answer.source());
        stack.snmp().icmpSent(type);
        answer.way().apply(message, answer.destination());
        message.setSentByIcmp(true);
        message.setSocket(PacketSocket.KERNEL);
        output.receive(message);
    }

    private static void write(Frame message, int typeAndCode, int info) {
        int icmp = message.transportOffset();
        message.putU16(icmp, typeAndCode);
        message.putU16(icmp + 2, 0);
        message.putI32(icmp + 4, info);
    }

    /** The beginning of the packet that is in error, and the checksum over all. */
    private static void quote(Frame message, Frame about, int at, int bytes) {
        int icmp = message.transportOffset();
        message.put(icmp + IcmpHeader.LENGTH, about, at, bytes);
        if (about.checksum() == ChecksumState.PARTIAL) {
            unfinish(message, icmp + IcmpHeader.LENGTH, about.length() - about.transportOffset());
        }
        message.putU16(icmp + 2, ~message.sum(icmp, IcmpHeader.LENGTH + bytes) & 0xffff);
    }

    /** The quoted datagram of a tunnel has yet to get its checksum ({@code udp_tunnel_core.c:udp_set_csum()}). */
    private static void unfinish(Frame message, int quote, int bytes) {
        long sum = Checksum.pseudoHeader(
                Ipv4Header.source(message, quote),
                Ipv4Header.destination(message, quote),
                Ipv4Header.PROTOCOL_UDP,
                bytes);
        message.putU16(quote + Ipv4Header.headerLength(message, quote) + UdpHeader.CHECKSUM_OFFSET, Checksum.fold(sum));
    }

    /** Of the interface that the packet came in by, where errors are to come from it; else 0. */
    private int inboundAddress(Frame about, int at) {
        Device in = stack.settings().icmp().usesInboundAddress() ? stack.device(about.ingressIfindex()) : null;
        return in == null ? 0 : stack.routing().select(in, Ipv4Header.source(about, at), Scope.LINK);
    }

    /** Never about a broadcast, a later fragment, or another error. */
    private boolean mayAnswer(Frame about, int at, boolean local) {
        if (about.packetType() != PacketType.HOST && about.packetType() != PacketType.OUTGOING) {
            return false;
        }
        if (local && !stack.localEnd().isMeantAlone(about)) {
            return false;
        }
        if (Ipv4Header.fragmentOffset(about, at) != 0) {
            return false;
        }
        if (Ipv4Header.protocol(about, at) != Ipv4Header.PROTOCOL_ICMP) {
            return true;
        }
        int icmp = at + Ipv4Header.headerLength(about, at);
        if (about.length() <= icmp) {
            return false;
        }
        int type = IcmpHeader.type(about, icmp);
        return type <= IcmpHeader.HIGHEST_KNOWN_TYPE && (NO_QUERIES >> type & 1) == 0;
    }

    /** Whether the sender has not had too many of that type by now ({@code icmpv4_xrlim_allow()}). */
    boolean allowed(OutputRoute way, int destination, int type, int code) {
        boolean pathMtu = type == IcmpHeader.DESTINATION_UNREACHABLE && code == FRAGMENTATION_NEEDED;
        boolean limited = (stack.settings().icmpRatemask() >> type & 1) != 0 && !pathMtu;
        if (!limited || way.device() == stack.loopback()) {
            return true;
        }
        boolean allowed = stack.peers()
                .get(destination)
                .allowsIcmp(stack.kernel().jiffies(), stack.settings().icmpRatelimitMs());
        if (!allowed) {
            stack.snmp().count(SnmpCounter.ICMP_OUT_RATE_LIMIT_HOST);
        }
        return allowed;
    }
}

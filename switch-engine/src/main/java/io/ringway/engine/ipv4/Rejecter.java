package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.nat.Hook;
import io.ringway.nat.Rejection;
import io.ringway.packet.Checksum;
import io.ringway.packet.ChecksumState;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.PacketType;
import io.ringway.packet.Stage;
import io.ringway.packet.TcpHeader;
import io.ringway.packet.UdpHeader;

/**
 * Tells the sender of a packet that a rule dropped it ({@code nf_reject_ipv4.c}): nobody is told of a later fragment, nor of a
 * packet whose checksum is wrong.
 */
final class Rejecter {
    private static final int PROTOCOL_DCCP = 33;
    private static final int PROTOCOL_ESP = 50;
    private static final int PROTOCOL_AH = 51;
    private static final int PROTOCOL_GRE = 47;
    private static final int PROTOCOL_SCTP = 132;

    private final Ipv4Stack stack;
    private final Stage output;
    private final Rerouting rerouting;

    /** @param output takes the reset, routed, as a packet made here */
    Rejecter(Ipv4Stack stack, Stage output) {
        this.stack = stack;
        this.output = output;
        rerouting = new Rerouting(stack);
    }

    /** The frame stays the caller's. */
    void reject(Hook hook, Frame frame, Rejection rejection) {
        int at = frame.networkOffset();
        if (Ipv4Header.fragmentOffset(frame, at) != 0) {
            return;
        }
        if (rejection == Rejection.TCP_RESET) {
            reset(hook, frame, at);
        } else if (!hasChecksum(frame, at) || isSound(hook, frame, at, false)) {
            stack.icmpError().send(frame, IcmpHeader.DESTINATION_UNREACHABLE, rejection.code(), 0, hook == Hook.INPUT);
        }
    }

    /** Whether a 16-bit sum over the whole payload says if it is sound ({@code nf_reject_verify_csum()}). */
    private static boolean hasChecksum(Frame frame, int at) {
        int transport = at + Ipv4Header.headerLength(frame, at);
        return switch (Ipv4Header.protocol(frame, at)) {
            case Ipv4Header.PROTOCOL_UDP ->
                frame.length() < transport + UdpHeader.LENGTH || UdpHeader.checksum(frame, transport) != 0;
            case Ipv4Header.PROTOCOL_UDP_LITE, PROTOCOL_DCCP, PROTOCOL_ESP, PROTOCOL_AH, PROTOCOL_GRE, PROTOCOL_SCTP ->
                false;
            default -> true;
        };
    }

    /**
     * {@code netfilter.c:nf_ip_checksum()}: TCP and UDP sum a pseudo-header too, any other protocol its payload alone. What
     * nobody has summed before is summed with the IP header, which options may have changed since it was sound; what
     * somebody found right stays so, but forwarding forgets the sum itself ({@code skb_forward_csum()}), which is all that a reset
     * goes by.
     */
    private boolean isSound(Hook hook, Frame frame, int at, boolean reset) {
        int protocol = Ipv4Header.protocol(frame, at);
        boolean pseudo = protocol == Ipv4Header.PROTOCOL_TCP || protocol == Ipv4Header.PROTOCOL_UDP;
        boolean tracked = hook != Hook.OUTPUT
                && (pseudo || protocol == Ipv4Header.PROTOCOL_ICMP)
                && stack.netfilter().hasSummed(frame);
        boolean complete = frame.checksum() == ChecksumState.COMPLETE;
        boolean valid = complete || frame.checksum() == ChecksumState.VALID;
        if (valid && !tracked && !reset) {
            // A tunnel's packet was found right as a whole, here or on the way, and nobody asked anew (csum_valid).
            return true;
        }
        boolean summed = tracked || complete;
        int headerBytes = Ipv4Header.headerLength(frame, at);
        int bytes = Ipv4Header.totalLength(frame, at) - headerBytes;
        long sum = frame.sum(at + headerBytes, bytes);
        if (pseudo) {
            sum += Checksum.pseudoHeader(
                    Ipv4Header.source(frame, at), Ipv4Header.destination(frame, at), protocol, bytes);
        }
        boolean forgotten = hook == Hook.FORWARD && reset;
        if (!summed || forgotten) {
            sum += frame.sum(at, headerBytes);
        }
        return Checksum.fold(sum) == 0xffff;
    }

    /** What came over a bridge is answered by the port that it came by, in the name of the one it was for. */
    private void sendBack(Frame reset, Frame segment, int at) {
        Device port = stack.device(segment.bridgeInfo().portIn());
        if (port == null) {
            reset.free();
            return;
        }
        int link = at - EthernetHeader.LENGTH;
        EthernetHeader.set(reset, segment.u48(link + 6), segment.u48(link), EthernetHeader.TYPE_IPV4);
        port.transmit().receive(reset);
    }

    /** {@code nf_send_reset()}. */
    private void reset(Hook hook, Frame segment, int at) {
        int tcp = at + Ipv4Header.headerLength(segment, at);
        int bytes = at + Ipv4Header.totalLength(segment, at) - tcp;
        if (bytes < TcpHeader.MIN_LENGTH
                || (TcpHeader.flags(segment, tcp) & TcpHeader.RST) != 0
                || !isSound(hook, segment, at, true)
                || (hook == Hook.INPUT && !stack.localEnd().isMeantAlone(segment))) {
            return;
        }
        int source = Ipv4Header.destination(segment, at);
        int destination = Ipv4Header.source(segment, at);
        Frame reset = stack.newPacket(Ipv4Header.MIN_LENGTH + TcpHeader.MIN_LENGTH);
        reset.history().setId(segment.history().id());
        reset.setTransportOffset(EthernetHeader.LENGTH + Ipv4Header.MIN_LENGTH);
        TcpReset.write(reset, segment, tcp, bytes);
        Ipv4Header.write(
                reset,
                EthernetHeader.LENGTH,
                0,
                Ipv4Header.MIN_LENGTH + TcpHeader.MIN_LENGTH,
                0,
                Ipv4Header.DONT_FRAGMENT,
                stack.settings().defaultTtl(),
                Ipv4Header.PROTOCOL_TCP,
                source,
                destination);
        TcpReset.finish(reset, source, destination);
        if (!rerouting.route(reset)) {
            reset.free();
            return;
        }
        stack.netfilter().connections().attach(reset, segment);
        stack.netfilter().connections().close(segment);
        if (segment.bridgeInfo().portIn() != 0) {
            sendBack(reset, segment, at);
        } else {
            reset.setPacketType(PacketType.OUTGOING);
            output.receive(reset);
        }
    }
}

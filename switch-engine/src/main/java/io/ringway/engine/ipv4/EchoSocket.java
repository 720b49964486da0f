package io.ringway.engine.ipv4;

import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.PacketSocket;

/**
 * The raw socket of {@code ping}: sends echo requests from a namespace's stack and hears the replies to them, and the
 * errors about them. Open from construction until {@link #close}.
 */
public final class EchoSocket implements AutoCloseable, LocalEnd.Listener {
    private final Ipv4Stack stack;
    private final int source;
    private final int destination;
    private final int id;
    private final Listener listener;
    private final LocalEnd.Listener before;

    /** Told of what came back. */
    public interface Listener {
        /**
         * @param bytes length of the ICMP message
         */
        void reply(int from, int sequence, int ttl, int bytes);

        void error(int from, int sequence, int type, int code);
    }

    public EchoSocket(Ipv4Stack stack, int source, int destination, int id, Listener listener) {
        this.stack = stack;
        this.source = source;
        this.destination = destination;
        this.id = id;
        this.listener = listener;
        before = stack.localEnd().listener();
        stack.paths().opened();
        stack.localEnd().setListener(this);
    }

    /** Sends one request and lets it come to rest. */
    public void send(int sequence, int ttl, byte[] payload) {
        int bytes = IcmpHeader.LENGTH + payload.length;
        int total = Ipv4Header.MIN_LENGTH + bytes;
        Frame frame = stack.newPacket(total);
        int ip = EthernetHeader.LENGTH;
        int icmp = ip + Ipv4Header.MIN_LENGTH;
        frame.putU16(icmp, IcmpHeader.ECHO_REQUEST << 8);
        frame.putU16(icmp + IcmpHeader.CHECKSUM_OFFSET, 0);
        frame.putU16(icmp + 4, id);
        frame.putU16(icmp + 6, sequence);
        frame.put(icmp + IcmpHeader.LENGTH, payload);
        frame.putU16(icmp + IcmpHeader.CHECKSUM_OFFSET, ~frame.sum(icmp, bytes) & 0xffff);
        Ipv4Header.write(
                frame,
                ip,
                0,
                total,
                stack.peers().nextIpId(destination),
                mayFragment(total) ? 0 : Ipv4Header.DONT_FRAGMENT,
                ttl,
                Ipv4Header.PROTOCOL_ICMP,
                source,
                destination);
        stack.snmp().icmpSent(IcmpHeader.ECHO_REQUEST);
        frame.setSocket(PacketSocket.PROGRAM);
        stack.localOutput().receive(frame);
        stack.kernel().executor().settle();
    }

    /** What the path is known not to carry whole may be cut on it too ({@code ip_output.c:__ip_make_skb()}). */
    private boolean mayFragment(int total) {
        OutputRoute way = stack.outputRoute(destination);
        return stack.settings().path().noDiscovery() != 0 || (way != null && (way.mtuLocked() || total > way.mtu()));
    }

    @Override
    public boolean awaits(Frame reply) {
        return IcmpHeader.id(reply, reply.transportOffset()) == id || (before != null && before.awaits(reply));
    }

    @Override
    public void delivered(Frame frame) {
        if (before != null) {
            before.delivered(frame);
        }
        int ip = frame.networkOffset();
        if (EthernetHeader.type(frame) == EthernetHeader.TYPE_ARP
                || Ipv4Header.protocol(frame, ip) != Ipv4Header.PROTOCOL_ICMP) {
            return;
        }
        int icmp = frame.transportOffset();
        int bytes = frame.length() - icmp;
        int from = Ipv4Header.source(frame, ip);
        int type = IcmpHeader.type(frame, icmp);
        if (type == IcmpHeader.ECHO_REPLY && IcmpHeader.id(frame, icmp) == id) {
            listener.reply(from, IcmpHeader.sequence(frame, icmp), Ipv4Header.ttl(frame, ip), bytes);
        } else if (IcmpHeader.isError(type)) {
            error(frame, icmp, bytes, from);
        }
    }

    private void error(Frame frame, int icmp, int bytes, int from) {
        int quoted = icmp + IcmpHeader.LENGTH;
        int quotedIcmp = quoted + Ipv4Header.MIN_LENGTH;
        boolean quotesEnough = bytes >= IcmpHeader.LENGTH + Ipv4Header.MIN_LENGTH + IcmpHeader.LENGTH;
        if (quotesEnough
                && Ipv4Header.protocol(frame, quoted) == Ipv4Header.PROTOCOL_ICMP
                && IcmpHeader.type(frame, quotedIcmp) == IcmpHeader.ECHO_REQUEST
                && IcmpHeader.id(frame, quotedIcmp) == id) {
            listener.error(
                    from,
                    IcmpHeader.sequence(frame, quotedIcmp),
                    IcmpHeader.type(frame, icmp),
                    IcmpHeader.code(frame, icmp));
        }
    }

    @Override
    public void close() {
        stack.localEnd().setListener(before);
        stack.paths().closed();
    }
}

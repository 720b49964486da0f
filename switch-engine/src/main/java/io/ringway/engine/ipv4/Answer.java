package io.ringway.engine.ipv4;

import io.ringway.engine.route.Flow;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;

/**
 * An answer to a packet's sender, with the options that go back to him: {@link #begin}, {@link #packet}, the payload, then
 * {@link #finish}. One for each stage that answers; it holds one answer at a time.
 */
final class Answer {
    private final Ipv4Stack stack;
    private final OptionsEcho options;
    private final OutputRoute way;
    private final Flow flow = new Flow();
    private int asker;

    Answer(Ipv4Stack stack) {
        this.stack = stack;
        options = new OptionsEcho(stack);
        way = new OutputRoute(stack);
    }

    /**
     * @param source 0 for the address that the way back prefers
     * @return false when there is no way back
     */
    boolean begin(Frame question, int protocol, int tos, int source) {
        return begin(question, protocol, tos, source, 0, 0);
    }

    boolean begin(Frame question, int protocol, int tos, int source, int sourcePort, int destinationPort) {
        if (!ask(question, protocol, tos, source)) {
            return false;
        }
        flow.ports(protocol, sourcePort, destinationPort);
        return way.find(flow, false) == null;
    }

    /** For an ICMP error. */
    boolean beginError(Frame about, int tos, int source) {
        return ask(about, Ipv4Header.PROTOCOL_ICMP, tos, source) && way.find(flow, about) == null;
    }

    private boolean ask(Frame question, int protocol, int tos, int source) {
        if (!options.read(question)) {
            return false;
        }
        asker = Ipv4Header.source(question, question.networkOffset());
        flow.to(options.firstHop(asker)).from(source).tos(tos).ports(protocol, 0, 0);
        return true;
    }

    OutputRoute way() {
        return way;
    }

    /** The source address, chosen by the way back where none was given; 0 for none. */
    int source() {
        return flow.source;
    }

    /** The destination in the answer's header: of an asker without an address this host ({@code ip_route_output_key_hash_rcu()}). */
    int destination() {
        return flow.destination;
    }

    int headerLength() {
        return Ipv4Header.MIN_LENGTH + options.length();
    }

    /** A new packet with room for so many bytes behind its header. */
    Frame packet(Frame question, int payloadBytes) {
        Frame frame = stack.newPacket(headerLength() + payloadBytes);
        frame.history().setId(question.history().id());
        frame.setTransportOffset(EthernetHeader.LENGTH + headerLength());
        return frame;
    }

    /** Writes the header. */
    void finish(Frame frame, int tos, int id, int flags, int protocol, int source) {
        int ip = EthernetHeader.LENGTH;
        Ipv4Header.write(
                frame,
                ip,
                tos,
                frame.length() - ip,
                id,
                flags,
                stack.settings().defaultTtl(),
                protocol,
                source,
                destination());
        options.write(frame, ip, source, asker);
    }
}

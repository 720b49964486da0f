package io.ringway.replay.binding;

import io.ringway.nat.conntrack.FtpReader;
import io.ringway.nat.conntrack.PayloadRewriter;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.TcpHeader;
import io.ringway.replay.conversation.FlowKey;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Connections that one end of a conversation tells the other to open: FTP's by {@code PORT}, {@code EPRT} and the answers 227 and
 * 229, on whatever port; the server's port of TFTP, of which nothing is said. What was recorded names addresses of the
 * capture: the teller names its own of the model instead, as the program would have, and the connection goes to what the
 * other end has really read, behind a helper of the model or not.
 */
final class AnnouncedConnections {
    private static final int TFTP = 69;
    private static final int UPPER_CASE = 0xdfdf_dfdf;
    private static final int PORT = 0x504f_5254;
    private static final int EPRT = 0x4550_5254;
    private static final int PASSIVE = 0x3232_3720;
    private static final int EXTENDED_PASSIVE = 0x3232_3920;

    private final HostBindings hosts;
    private final BoundConversations bound;
    private final FtpReader reader = new FtpReader();
    private final PayloadRewriter rewriter = new PayloadRewriter();
    private final FlowKey key = new FlowKey();

    /** By conversation. */
    private final Int2ObjectHashMap<ControlConnection> controls = new Int2ObjectHashMap<>();

    /** By the end that is announced, as the capture has it. */
    private final Long2ObjectHashMap<Announcement> announced = new Long2ObjectHashMap<>();

    /** By packet, until it is there. */
    private final Long2ObjectHashMap<Announcement> byPacket = new Long2ObjectHashMap<>();

    private long rewritten;
    private long elsewhere;

    AnnouncedConnections(HostBindings hosts, BoundConversations bound) {
        this.hosts = hosts;
        this.bound = bound;
    }

    /** Looks at a packet of the capture that has been filed, before it is sent. */
    void read(Frame frame, FlowKey ends) {
        if (ends.protocol() == Ipv4Header.PROTOCOL_TCP && !ends.isLaterFragment()) {
            readLine(frame, ends);
        } else if (ends.protocol() == Ipv4Header.PROTOCOL_UDP && ends.destinationPort() == TFTP) {
            Announcement itself = of(frame, ends, 0, 0, 0);
            announced.put(FlowKey.pack(ends.source(), ends.sourcePort()), itself);
        }
    }

    private void readLine(Frame frame, FlowKey ends) {
        int from = payload(frame, EthernetHeader.LENGTH);
        int until = end(frame, EthernetHeader.LENGTH);
        if (from == 0 || until - from < 4 || !mayAnnounce(frame.i32(from))) {
            return;
        }
        if (reader.read(frame, from, until, isReply(frame, from), ends.source()) != FtpReader.Outcome.FOUND) {
            return;
        }
        int transport = EthernetHeader.LENGTH + Ipv4Header.headerLength(frame, EthernetHeader.LENGTH);
        Announcement line = of(frame, ends, reader.address(), TcpHeader.sequence(frame, transport), until - from);
        long end = FlowKey.pack(ends.source(), reader.port());
        Announcement before = announced.get(end);
        Announcement one = before != null && before.isSameLine(line) ? before : line;
        announced.put(end, one);
        byPacket.put(frame.history().tag(), one);
        controls.computeIfAbsent(one.number, number -> new ControlConnection());
    }

    private static Announcement of(Frame frame, FlowKey ends, int said, int sequence, int bytes) {
        int flow = (int) (frame.history().tag() >>> 32) - 1;
        return new Announcement(
                flow >>> 1, flow & 1, ends.protocol(), ends.source(), ends.destination(), said, sequence, bytes);
    }

    private static boolean mayAnnounce(int word) {
        return (word & UPPER_CASE) == PORT
                || (word & UPPER_CASE) == EPRT
                || word == PASSIVE
                || word == EXTENDED_PASSIVE;
    }

    private static boolean isReply(Frame frame, int from) {
        return frame.u8(from) == '2';
    }

    /** Where the payload of a segment begins, 0 where there is none. */
    private static int payload(Frame frame, int at) {
        int transport = at + Ipv4Header.headerLength(frame, at);
        if (Ipv4Header.fragmentOffset(frame, at) != 0 || frame.length() < transport + TcpHeader.MIN_LENGTH) {
            return 0;
        }
        return transport + TcpHeader.headerLength(frame, transport);
    }

    private static int end(Frame frame, int at) {
        return Math.min(frame.length(), at + Ipv4Header.totalLength(frame, at));
    }

    /** Whether a conversation of the capture begins as one that was announced. */
    boolean awaits(FlowKey ends) {
        return find(ends) != null;
    }

    private Announcement find(FlowKey ends) {
        Announcement one =
                announced.isEmpty() ? null : announced.get(FlowKey.pack(ends.destination(), ends.destinationPort()));
        boolean meant = one != null && one.protocol == ends.protocol() && one.hearer == ends.source();
        return meant ? one : null;
    }

    /**
     * Begins the conversation of a packet that is about to be sent, if it was announced.
     *
     * @return null when it has begun; else why not
     */
    String begin(int number, Frame frame) {
        key.read(frame);
        Announcement one = find(key);
        if (one == null) {
            return BoundConversations.NOT_TOLD_APART;
        }
        int hearer = one.end ^ 1;
        if (!bound.hasView(one.number, hearer) || (one.bytes != 0 && !one.isHeard())) {
            return "not sent: what announces it had not arrived there";
        }
        int known = bound.other(one.number, hearer);
        int address = one.isTrue() ? one.heardAddress() : known;
        int port = one.bytes == 0 ? bound.otherPort(one.number, hearer) : one.heardPort();
        elsewhere += address == known ? 0 : 1;
        return bound.beginAnnounced(number, key, one.number, hearer, address, port)
                ? null
                : BoundConversations.NOT_TOLD_APART;
    }

    /** Gives a packet that has its ends of the model the numbers of its stream there, and what it says the addresses. */
    void rewrite(Frame frame, int number, int end) {
        ControlConnection control = controls.isEmpty() ? null : controls.get(number);
        if (control == null || Ipv4Header.fragmentOffset(frame, EthernetHeader.LENGTH) != 0) {
            return;
        }
        control.shift(frame, end);
        Announcement line = byPacket.get(frame.history().tag());
        int from = line == null ? 0 : payload(frame, EthernetHeader.LENGTH);
        int until = end(frame, EthernetHeader.LENGTH);
        if (from != 0
                && reader.read(frame, from, until, isReply(frame, from), line.teller) == FtpReader.Outcome.FOUND) {
            write(frame, line, control);
        }
    }

    private void write(Frame frame, Announcement line, ControlConnection control) {
        int address = reader.address() == line.teller ? bound.own(line.number, line.end) : reader.address();
        int renamed = hosts.port(reader.port());
        String words = reader.command().numbers(address, renamed == 0 ? reader.port() : renamed);
        if (stands(words, frame)) {
            return;
        }
        int before = frame.length();
        frame.setNetworkOffset(EthernetHeader.LENGTH);
        if (rewriter.replace(frame, reader.at(), reader.length(), words)) {
            control.sent(line.end).add(line.sequence, frame.length() - before);
            rewritten++;
        }
    }

    private boolean stands(String words, Frame frame) {
        boolean same = words.length() == reader.length();
        for (int i = 0; same && i < words.length(); i++) {
            same = frame.u8(reader.at() + i) == words.charAt(i);
        }
        return same;
    }

    /** A packet has reached the end that it is for. */
    void arrived(Frame frame) {
        Announcement line =
                byPacket.isEmpty() ? null : byPacket.remove(frame.history().tag());
        int at = frame.networkOffset();
        int from = line == null ? 0 : payload(frame, at);
        if (from == 0) {
            return;
        }
        int until = end(frame, at);
        controls.get(line.number).received(line.end).add(line.sequence, until - from - line.bytes);
        int sender = Ipv4Header.source(frame, at);
        if (reader.read(frame, from, until, isReply(frame, from), sender) == FtpReader.Outcome.FOUND) {
            line.hear(reader.address(), reader.port());
        }
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (rewritten > 0) {
            warnings.add(rewritten + " lines of FTP name addresses or ports of the model and not of the capture");
        }
        if (elsewhere > 0) {
            warnings.add(
                    elsewhere + " data connections of FTP go to an address that is not the one by which who opens them"
                            + " knows the other: where NAT is between them, iptables -t raw -A PREROUTING -p tcp --dport 21"
                            + " -j CT --helper ftp has it rewrite those lines");
        }
        return warnings;
    }
}

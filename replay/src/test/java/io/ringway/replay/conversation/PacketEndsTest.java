package io.ringway.replay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.Checksum;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.TcpHeader;
import io.ringway.replay.Packets;
import org.junit.jupiter.api.Test;

/** Other ends written into packets. */
class PacketEndsTest {
    private static final int IP = 14;
    private static final int TRANSPORT = 34;
    private static final int NEW_SOURCE = Ipv4Address.parse("172.17.0.9");
    private static final int NEW_DESTINATION = Ipv4Address.parse("192.168.1.100");

    private final FramePool pool = new FramePool();

    @Test
    void keepsTheChecksumsOfTcpUdpAndQueriesRight() {
        for (byte[] packet : new byte[][] {
            Packets.syn(1, 2, "10.0.0.1:40000", "10.0.0.2:80"),
            Packets.udp(1, 2, "10.0.0.1:40000", "10.0.0.2:53", 11),
            Packets.echoRequest(1, 2, "10.0.0.1", "10.0.0.2")
        }) {
            Frame frame = frame(packet);
            PacketEnds.write(frame, NEW_SOURCE, NEW_DESTINATION, 50_000, 8080);
            assertThat(Ipv4Header.check(frame, IP)).isNull();
            assertThat(sum(frame)).isEqualTo(0xffff);
            assertThat(Ipv4Header.destination(frame, IP)).isEqualTo(NEW_DESTINATION);
        }
    }

    @Test
    void leavesAChecksumWrongByAsMuch() {
        Frame frame = frame(Packets.syn(1, 2, "10.0.0.1:40000", "10.0.0.2:80"));
        int field = TRANSPORT + TcpHeader.CHECKSUM_OFFSET;
        frame.putU16(field, frame.u16(field) ^ 0x0100);
        int wrong = sum(frame);
        PacketEnds.write(frame, NEW_SOURCE, NEW_DESTINATION, 50_000, 8080);
        assertThat(sum(frame)).isEqualTo(wrong);
    }

    @Test
    void leavesADatagramWithoutChecksumWithoutOne() {
        Frame frame = frame(Packets.udp(1, 2, "10.0.0.1:40000", "10.0.0.2:53", 11));
        frame.putU16(TRANSPORT + 6, 0);
        PacketEnds.write(frame, NEW_SOURCE, NEW_DESTINATION, 50_000, 8080);
        assertThat(frame.u16(TRANSPORT + 6)).isZero();
        assertThat(frame.u16(TRANSPORT)).isEqualTo(50_000);
    }

    @Test
    void writesTheEndsOfAPacketThatAnErrorQuotes() {
        Frame frame = error(frame(Packets.udp(1, 2, "10.0.0.1:40000", "10.0.0.2:53", 11)));
        int quoted = PacketEnds.quotedAt(frame, IP);
        assertThat(quoted).isEqualTo(TRANSPORT + 8);
        PacketEnds.writeQuoted(frame, quoted, NEW_SOURCE, NEW_DESTINATION, 50_000, 8080);
        PacketEnds.write(frame, NEW_DESTINATION, NEW_SOURCE, 0, 0);
        assertThat(frame.sum(TRANSPORT, frame.length() - TRANSPORT)).isEqualTo(0xffff);
        assertThat(frame.sum(quoted, 20)).as("the quoted header's own").isEqualTo(0xffff);
        assertThat(Ipv4Header.source(frame, quoted)).isEqualTo(NEW_SOURCE);
        assertThat(frame.u16(quoted + 20)).isEqualTo(50_000);
        assertThat(frame.u16(quoted + 22)).isEqualTo(8080);
    }

    @Test
    void touchesNoPortsOfALaterFragment() {
        Frame frame = frame(Packets.udp(1, 2, "10.0.0.1:40000", "10.0.0.2:53", 11));
        Ipv4Header.reshape(frame, IP, frame.length() - IP, 185);
        PacketEnds.write(frame, NEW_SOURCE, NEW_DESTINATION, 50_000, 8080);
        assertThat(frame.u16(TRANSPORT)).isEqualTo(40_000);
        assertThat(Ipv4Header.check(frame, IP)).isNull();
    }

    private static int sum(Frame frame) {
        int bytes = frame.length() - TRANSPORT;
        int protocol = Ipv4Header.protocol(frame, IP);
        long pseudo = protocol == Ipv4Header.PROTOCOL_ICMP
                ? 0
                : Checksum.pseudoHeader(
                        Ipv4Header.source(frame, IP), Ipv4Header.destination(frame, IP), protocol, bytes);
        return Checksum.fold(pseudo + frame.sum(TRANSPORT, bytes));
    }

    /** Port unreachable about that packet, which it quotes up to eight bytes behind its header. */
    private Frame error(Frame about) {
        int quotedBytes = 28;
        Frame frame = pool.allocate(TRANSPORT + 8 + quotedBytes);
        frame.fillZero(0, frame.length());
        frame.putU16(12, 0x0800);
        Ipv4Header.write(
                frame,
                IP,
                0,
                28 + quotedBytes,
                1,
                0,
                64,
                Ipv4Header.PROTOCOL_ICMP,
                Ipv4Header.destination(about, IP),
                Ipv4Header.source(about, IP));
        frame.putU16(TRANSPORT, 0x0303);
        frame.put(TRANSPORT + 8, about, IP, quotedBytes);
        frame.putU16(TRANSPORT + 2, ~frame.sum(TRANSPORT, 8 + quotedBytes) & 0xffff);
        return frame;
    }

    private Frame frame(byte[] bytes) {
        Frame frame = pool.allocate(bytes.length);
        frame.put(0, bytes);
        return frame;
    }
}

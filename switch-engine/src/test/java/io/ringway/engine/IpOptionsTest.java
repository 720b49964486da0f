package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.device.Veth;
import io.ringway.packet.Checksum;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Options of packets to a host 10.0.1.1, by its neighbour 10.0.1.2; each case was seen on the kernel. */
class IpOptionsTest {
    private static final long HOST = Bench.mac(0x11);
    private static final long NEIGHBOUR = Bench.mac(0x12);

    private final Bench bench = new Bench();
    private Veth sender;

    @BeforeEach
    void aHostAndItsNeighbour() {
        Veth[] ends = bench.veth("left", "eth0", 0x12, "host", "near", 0x11);
        sender = ends[0];
        bench.address(ends[1], "10.0.1.1/24");
        bench.address(sender, "10.0.1.2/24");
        bench.ns("left").stack().localEnd().setMute(true);
    }

    @Test
    void recordsItsAddressTwiceOnTheWayInAndInTheAnswer() {
        Frame reply = answerTo("07 0b 04 00000000 00000000 00");
        assertThat(IcmpHeader.type(reply, 14 + 32)).isEqualTo(IcmpHeader.ECHO_REPLY);
        assertThat(options(reply, 12)).isEqualTo("070b0c0a0001010a00010100");
        assertThat(Ipv4Header.check(reply, 14)).isNull();
    }

    @Test
    void pointsAtTheByteThatIsWrong() {
        Frame error = answerTo("07 07 05 00000000 00");
        assertThat(IcmpHeader.type(error, 34)).isEqualTo(IcmpHeader.PARAMETER_PROBLEM);
        assertThat(error.u8(38)).as("pointer").isEqualTo(22);
        assertThat(bench.network.accounts().droppedFrames(DropReason.IP_INHDR)).isEqualTo(1);
    }

    @Test
    void doesNotSendUnknownOptionsBack() {
        Frame reply = answerTo("99 04 61 62");
        assertThat(Ipv4Header.headerLength(reply, 14)).isEqualTo(20);
    }

    @Test
    void refusesASourceRouteUnlessAllInterfacesMayTakeOne() {
        bench.inject(sender, echo("83 07 08 0a000102 00")); // at its end
        assertThat(bench.network.accounts().droppedFrames(DropReason.NOT_SPECIFIED))
                .isEqualTo(1);
    }

    @Test
    void countsStampsThatFoundNoRoom() {
        Frame reply = answerTo("44 08 09 00 00000000");
        assertThat(options(reply, 8)).isEqualTo("4408091000000000");
    }

    private Frame answerTo(String options) {
        bench.inject(sender, echo(options));
        return bench.arrived(sender).stream()
                .map(Frames::of)
                .filter(frame -> EthernetHeader.type(frame) == EthernetHeader.TYPE_IPV4)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static String options(Frame frame, int bytes) {
        return HexFormat.of().formatHex(Arrays.copyOfRange(frame.toBytes(), 34, 34 + bytes));
    }

    private static byte[] echo(String optionBytes) {
        byte[] options = HexFormat.of().parseHex(optionBytes.replace(" ", ""));
        byte[] plain = Frames.echoRequest(HOST, NEIGHBOUR, "10.0.1.2", "10.0.1.1", 64);
        byte[] whole = new byte[plain.length + options.length];
        System.arraycopy(plain, 0, whole, 0, 34);
        System.arraycopy(options, 0, whole, 34, options.length);
        System.arraycopy(plain, 34, whole, 34 + options.length, plain.length - 34);
        Frame frame = Frames.of(whole);
        frame.putU8(14, 0x45 + options.length / 4);
        Ipv4Header.reshape(frame, 14, whole.length - 14, 0);
        assertThat(Checksum.fold(frame.sum(14, 20 + options.length))).isEqualTo(0xffff);
        assertThat(Ipv4Header.source(frame, 14)).isEqualTo(Ipv4Address.parse("10.0.1.2"));
        return frame.toBytes();
    }
}

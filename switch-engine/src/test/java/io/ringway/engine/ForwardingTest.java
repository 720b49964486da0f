package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.device.Veth;
import io.ringway.packet.ArpHeader;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.TcpHeader;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host between two networks: left 10.0.1.0/24 with host .2, right 10.0.2.0/24 with host .2, itself .1 in both. */
class ForwardingTest {
    private static final long LEFT = Bench.mac(0x12);
    private static final long RIGHT = Bench.mac(0x22);
    private static final long NEAR = Bench.mac(0x11);
    private static final long FAR = Bench.mac(0x21);

    private final Bench bench = new Bench();
    private Veth left;
    private Veth right;

    @BeforeEach
    void routerBetweenTwoNetworks() {
        Veth[] near = bench.veth("left", "eth0", 0x12, "host", "near", 0x11);
        Veth[] far = bench.veth("right", "eth0", 0x22, "host", "far", 0x21);
        left = near[0];
        right = far[0];
        bench.address(near[1], "10.0.1.1/24");
        bench.address(far[1], "10.0.2.1/24");
        bench.address(left, "10.0.1.2/24");
        bench.address(right, "10.0.2.2/24");
        bench.defaultRoute(left, "10.0.1.1");
        bench.defaultRoute(right, "10.0.2.1");
        bench.forwarding(near[1], far[1]);
        bench.ns("left").stack().localEnd().setMute(true);
        bench.ns("right").stack().localEnd().setMute(true);
    }

    @Test
    void asksForTheNextHopThenSendsWhatWaited() {
        bench.inject(left, Frames.udp(NEAR, LEFT, "10.0.1.2", "10.0.2.2", 64, 10));
        List<byte[]> arrived = bench.arrived(right);
        assertThat(arrived).hasSize(2);
        Frame request = Frames.of(arrived.get(0));
        assertThat(EthernetHeader.type(request)).isEqualTo(EthernetHeader.TYPE_ARP);
        assertThat(ArpHeader.senderIp(request, 14)).isEqualTo(Ipv4Address.parse("10.0.2.1"));
        Frame packet = Frames.of(arrived.get(1));
        assertThat(EthernetHeader.destination(packet)).isEqualTo(RIGHT);
        assertThat(EthernetHeader.source(packet)).isEqualTo(FAR);
        assertThat(Ipv4Header.ttl(packet, 14)).isEqualTo(63);
        assertThat(Ipv4Header.check(packet, 14)).isNull();
    }

    @Test
    void answersAnExpiredTtlFromTheAddressTowardsTheSender() {
        bench.inject(left, Frames.udp(NEAR, LEFT, "10.0.1.2", "10.0.2.2", 1, 10));
        Frame error = icmp(bench.arrived(left));
        assertThat(IcmpHeader.type(error, 34)).isEqualTo(IcmpHeader.TIME_EXCEEDED);
        assertThat(Ipv4Header.source(error, 14)).isEqualTo(Ipv4Address.parse("10.0.1.1"));
        assertThat(Ipv4Header.tos(error, 14)).isEqualTo(0xc0);
        assertThat(Ipv4Header.ttl(error, 42)).as("the quoted TTL").isEqualTo(1);
        assertThat(bench.network.accounts().droppedFrames(DropReason.IP_INHDR)).isEqualTo(1);
    }

    @Test
    void saysNetUnreachableFiveTimesThenOnceASecond() {
        bench.ns("host").stack().settings().setIcmpRatemask(0);
        for (int i = 0; i < 10; i++) {
            bench.inject(left, Frames.udp(NEAR, LEFT, "10.0.1.2", "172.31.0.1", 64, 10));
        }
        assertThat(icmpErrors(bench.arrived(left))).isEqualTo(5);
        bench.advance(1.1);
        bench.inject(left, Frames.udp(NEAR, LEFT, "10.0.1.2", "172.31.0.1", 64, 10));
        assertThat(icmpErrors(bench.arrived(left))).isEqualTo(6);
        assertThat(bench.network.accounts().droppedFrames(DropReason.IP_INNOROUTES))
                .isEqualTo(11);
    }

    @Test
    void chargesTheSamePeerTwiceForAnUnreachableNetWhereIcmpIsLimitedToo() {
        for (int i = 0; i < 10; i++) {
            bench.inject(left, Frames.udp(NEAR, LEFT, "10.0.1.2", "172.31.0.1", 64, 10));
        }
        assertThat(icmpErrors(bench.arrived(left))).isEqualTo(2);
    }

    @Test
    void saysHostUnreachableWhenNobodyAnswersArp() {
        bench.inject(left, Frames.udp(NEAR, LEFT, "10.0.1.2", "10.0.2.77", 64, 10));
        assertThat(bench.network.accounts().heldFrames()).isEqualTo(1);
        bench.advance(2.9);
        assertThat(icmpErrors(bench.arrived(left))).isZero();
        bench.advance(0.2);
        Frame error = icmp(bench.arrived(left));
        assertThat(IcmpHeader.type(error, 34)).isEqualTo(IcmpHeader.DESTINATION_UNREACHABLE);
        assertThat(IcmpHeader.code(error, 34)).isEqualTo(1);
        assertThat(Ipv4Header.ttl(error, 42)).as("the quoted TTL").isEqualTo(63);
        assertThat(bench.arrived(right)).as("three requests").hasSize(3);
        assertThat(bench.network.accounts().droppedFrames(DropReason.NEIGH_FAILED))
                .isEqualTo(1);
    }

    @Test
    void asksForFragmentationWhereItMustNotFragment() {
        right.peer().setMtu(1000);
        bench.inject(left, Frames.udpWhole(NEAR, LEFT, "10.0.1.2", "10.0.2.2", 1200));
        Frame error = icmp(bench.arrived(left));
        assertThat(IcmpHeader.code(error, 34)).isEqualTo(4);
        assertThat(error.u16(40)).as("next-hop MTU").isEqualTo(1000);
        assertThat(error.length()).isEqualTo(14 + 576);
        assertThat(bench.network.accounts().droppedFrames(DropReason.PKT_TOO_BIG))
                .isEqualTo(1);
    }

    @Test
    void repliesToAnEchoRequestWithItsData() {
        bench.inject(left, Frames.echoRequest(NEAR, LEFT, "10.0.1.2", "10.0.2.1", 64));
        Frame reply = icmp(bench.arrived(left));
        assertThat(IcmpHeader.type(reply, 34)).isEqualTo(IcmpHeader.ECHO_REPLY);
        assertThat(Ipv4Header.source(reply, 14)).isEqualTo(Ipv4Address.parse("10.0.2.1"));
        assertThat(reply.sum(34, 64)).isEqualTo(0xffff);
    }

    @Test
    void resetsAConnectionToAClosedPort() {
        bench.inject(left, Frames.tcp(NEAR, LEFT, "10.0.1.2", "10.0.1.1", TcpHeader.SYN));
        List<byte[]> arrived = bench.arrived(left);
        Frame reset = Frames.of(arrived.get(arrived.size() - 1));
        assertThat(TcpHeader.flags(reset, 34)).isEqualTo(TcpHeader.RST | TcpHeader.ACK);
        assertThat(TcpHeader.acknowledgement(reset, 34)).isEqualTo(1001);
        assertThat(Ipv4Header.dontFragment(reset, 14)).isTrue();
    }

    @Test
    void saysPortUnreachableFromTheAddressThatWasAsked() {
        bench.inject(left, Frames.udp(NEAR, LEFT, "10.0.1.2", "10.0.2.1", 64, 10));
        Frame error = icmp(bench.arrived(left));
        assertThat(IcmpHeader.code(error, 34)).isEqualTo(3);
        assertThat(Ipv4Header.source(error, 14)).isEqualTo(Ipv4Address.parse("10.0.2.1"));
    }

    @Test
    void neverAnswersAnErrorWithAnError() {
        bench.inject(left, Frames.icmpError(NEAR, LEFT, "10.0.1.2", "10.0.2.2", 1));
        assertThat(bench.network.accounts().droppedFrames(DropReason.IP_INHDR)).isEqualTo(1);
        assertThat(bench.arrived(left)).isEmpty();
    }

    @Test
    void takesTheLongestPrefixThatHoldsTheAddress() {
        bench.defaultRoute(right.peer(), "10.0.2.2");
        bench.inject(left, Frames.udp(NEAR, LEFT, "10.0.1.2", "10.0.2.77", 64, 10));
        Frame request = Frames.of(bench.arrived(right).get(0));
        assertThat(ArpHeader.targetIp(request, 14))
                .as("asked for directly, not its default gateway")
                .isEqualTo(Ipv4Address.parse("10.0.2.77"));
    }

    @Test
    void dropsAPacketFromItsOwnAddress() {
        bench.inject(left, Frames.udp(NEAR, LEFT, "10.0.2.1", "10.0.2.2", 64, 10));
        assertThat(bench.network.accounts().droppedFrames(DropReason.IP_LOCAL_SOURCE))
                .isEqualTo(1);
    }

    @Test
    void dropsWhatIsNotForItsMac() {
        bench.inject(left, Frames.udp(Bench.mac(0x99), LEFT, "10.0.1.2", "10.0.2.2", 64, 10));
        assertThat(bench.network.accounts().droppedFrames(DropReason.OTHERHOST)).isEqualTo(1);
    }

    @Test
    void dropsADamagedHeader() {
        byte[] bytes = Frames.udp(NEAR, LEFT, "10.0.1.2", "10.0.2.2", 64, 10);
        bytes[24] ^= 1;
        bench.inject(left, bytes);
        assertThat(bench.network.accounts().droppedFrames(DropReason.IP_CSUM)).isEqualTo(1);
    }

    @Test
    void doesNotForwardWhereForwardingIsOff() {
        bench.ns("host")
                .stack()
                .settings()
                .of(left.peer())
                .set(io.ringway.engine.setting.InterfaceSettings.Setting.FORWARDING, 0);
        bench.inject(left, Frames.udp(NEAR, LEFT, "10.0.1.2", "10.0.2.2", 64, 10));
        assertThat(bench.network.accounts().droppedFrames(DropReason.IP_INADDRERRORS))
                .isEqualTo(1);
    }

    @Test
    void redirectsASenderThatHasAShorterWay() {
        bench.inject(left, Frames.udp(NEAR, LEFT, "10.0.1.2", "10.0.1.50", 64, 10));
        Frame redirect = icmp(bench.arrived(left));
        assertThat(IcmpHeader.type(redirect, 34)).isEqualTo(IcmpHeader.REDIRECT);
        assertThat(redirect.i32(38)).isEqualTo(Ipv4Address.parse("10.0.1.50"));
    }

    @Test
    void refusesAtInjectionWhatTheInterfaceCouldNotHaveSent() {
        left.setMtu(500);
        bench.inject(left, Frames.udp(NEAR, LEFT, "10.0.1.2", "10.0.2.2", 64, 600));
        assertThat(bench.network.accounts().droppedFrames(DropReason.OVER_MTU_AT_INJECTION))
                .isEqualTo(1);
        bench.inject(left, new byte[13]);
        assertThat(bench.network.accounts().droppedFrames(DropReason.RUNT_AT_INJECTION))
                .isEqualTo(1);
        assertThat(bench.arrived(left.peer())).isEmpty();
    }

    private static Frame icmp(List<byte[]> frames) {
        for (byte[] bytes : frames) {
            Frame frame = Frames.of(bytes);
            if (EthernetHeader.type(frame) == EthernetHeader.TYPE_IPV4
                    && Ipv4Header.protocol(frame, 14) == Ipv4Header.PROTOCOL_ICMP) {
                return frame;
            }
        }
        throw new AssertionError("no ICMP among " + frames.size() + " frames");
    }

    private static long icmpErrors(List<byte[]> frames) {
        return frames.stream()
                .filter(bytes -> bytes[12] == 8 && bytes[13] == 0 && bytes[23] == 1 && bytes[34] == 3)
                .count();
    }
}

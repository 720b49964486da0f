package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.device.Veth;
import io.ringway.engine.ipv4.NeighbourState;
import io.ringway.engine.setting.InterfaceSettings.Setting;
import io.ringway.packet.ArpHeader;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.MacAddress;
import org.junit.jupiter.api.Test;

/** Who answers ARP for which address, and who is believed. */
class NeighbourAnswersTest extends HostWithANeighbour {
    @Test
    void notLearnedFromAnAnswerThatNobodyAskedFor() {
        bench.inject(peer, Frames.arpReply(PEER, "10.0.1.2", HOST, "10.0.1.1"));
        assertThat(bench.ns("host").stack().neighbours().list()).isEmpty();
    }

    @Test
    void makesHimselfKnownUnaskedWhereThatIsAccepted() {
        set(Setting.ARP_ACCEPT, 1);
        bench.inject(peer, Frames.arpRequest(PEER, "10.0.9.9", "10.0.9.9"));
        assertThat(only().state()).isEqualTo(NeighbourState.STALE);
    }

    @Test
    void makesHimselfKnownFromTheSubnetOnlyWhereThatIsAsked() {
        set(Setting.ARP_ACCEPT, 2);
        bench.inject(peer, Frames.arpRequest(PEER, "10.0.9.9", "10.0.9.9"));
        assertThat(table().list()).isEmpty();
        bench.inject(peer, Frames.arpRequest(PEER, "10.0.1.9", "10.0.1.9"));
        assertThat(table().list()).hasSize(1);
    }

    @Test
    void getsNoAnswerForAnAddressOfAnotherInterface() {
        Veth[] other = bench.veth("far", "eth0", 0x22, "host", "second", 0x21);
        bench.address(other[1], "10.0.2.1/24");
        bench.inject(peer, Frames.arpRequest(PEER, "10.0.1.2", "10.0.2.1"));
        assertThat(bench.arrived(peer)).hasSize(1);
        set(Setting.ARP_IGNORE, 1);
        bench.inject(peer, Frames.arpRequest(PEER, "10.0.1.2", "10.0.2.1"));
        assertThat(bench.arrived(peer)).hasSize(1);
        bench.inject(peer, Frames.arpRequest(PEER, "10.0.1.2", "10.0.1.1"));
        assertThat(bench.arrived(peer)).hasSize(2);
        set(Setting.ARP_IGNORE, 8);
        bench.inject(peer, Frames.arpRequest(PEER, "10.0.1.2", "10.0.1.1"));
        assertThat(bench.arrived(peer)).hasSize(2);
    }

    @Test
    void getsAnAnswerForAHostBehindAProxy() {
        Veth[] other = bench.veth("far", "eth0", 0x22, "host", "second", 0x21);
        bench.address(other[1], "10.0.2.1/24");
        bench.forwarding(near(), other[1]);
        set(Setting.PROXY_DELAY, 0);
        bench.inject(peer, Frames.arpRequest(PEER, "10.0.1.2", "10.0.2.7"));
        assertThat(bench.arrived(peer)).isEmpty();
        set(Setting.PROXY_ARP, 1);
        bench.inject(peer, Frames.arpRequest(PEER, "10.0.1.2", "10.0.2.7"));
        assertThat(bench.arrived(peer)).hasSize(1);
        set(Setting.PROXY_ARP, 0);
        table().proxy().add(Ipv4Address.parse("10.0.2.7"), near());
        bench.inject(peer, Frames.arpRequest(PEER, "10.0.1.2", "10.0.2.7"));
        assertThat(bench.arrived(peer)).hasSize(2);
        set(Setting.PROXY_DELAY, 80);
        bench.inject(peer, Frames.arpRequest(PEER, "10.0.1.2", "10.0.2.7"));
        bench.advance(0.9);
        assertThat(bench.arrived(peer)).hasSize(3);
        assertThat(bench.network.accounts().heldFrames()).isZero();
    }

    @Test
    void hearsOfTheHostWhenItsMacChanges() {
        set(Setting.ARP_NOTIFY, 1);
        near().setMac(Bench.mac(0x77));
        bench.network.kernel().executor().settle();
        Frame request = Frames.of(bench.arrived(peer).get(0));
        assertThat(EthernetHeader.destination(request)).isEqualTo(MacAddress.BROADCAST);
        assertThat(ArpHeader.senderIp(request, EthernetHeader.LENGTH)).isEqualTo(Ipv4Address.parse("10.0.1.1"));
        assertThat(ArpHeader.targetIp(request, EthernetHeader.LENGTH)).isEqualTo(Ipv4Address.parse("10.0.1.1"));
    }

    @Test
    void believesNobodyWhenPermanent() {
        table().set(near(), Ipv4Address.parse("10.0.1.2"), PEER, NeighbourState.PERMANENT);
        bench.inject(peer, Frames.arpRequest(Bench.mac(0x99), "10.0.1.2", "10.0.1.1"));
        assertThat(only().mac()).isEqualTo(PEER);
        assertThat(only().state()).isEqualTo(NeighbourState.PERMANENT);
    }

    @Test
    void neitherAsksNorAnswersWhereArpIsOff() {
        near().setArp(false);
        bench.inject(peer, Frames.arpRequest(PEER, "10.0.1.2", "10.0.1.1"));
        assertThat(bench.arrived(peer)).isEmpty();
        bench.inject(peer, Frames.echoRequest(HOST, PEER, "10.0.1.2", "10.0.1.1", 64));
        assertThat(bench.arrived(peer)).hasSize(1);
        Frame answer = Frames.of(bench.arrived(peer).get(0));
        assertThat(EthernetHeader.type(answer)).isEqualTo(EthernetHeader.TYPE_IPV4);
        assertThat(EthernetHeader.destination(answer)).isEqualTo(HOST);
        assertThat(table().all().get(0).state()).isEqualTo(NeighbourState.NOARP);
    }
}

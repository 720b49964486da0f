package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.device.Device;
import io.ringway.engine.device.Veth;
import io.ringway.engine.ipv4.IgmpGroup;
import io.ringway.engine.ipv4.IgmpInterface;
import io.ringway.engine.ipv4.SnmpCounter;
import io.ringway.engine.setting.InterfaceSettings.Setting;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.MacAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IgmpTest {
    private static final int GROUP = Ipv4Address.parse("239.1.2.3");
    private static final int OTHER = Ipv4Address.parse("239.1.2.4");
    private static final long GROUP_MAC = MacAddress.parse("01:00:5e:01:02:03");
    private static final long SECOND_NS = 1_000_000_000L;

    private final Bench bench = new Bench();
    private Device host;
    private Veth out;
    private IgmpInterface igmp;

    @BeforeEach
    void aHostOnALink() {
        Veth[] ends = bench.veth("host", "eth0", 1, "o", "out", 2);
        host = ends[0];
        out = ends[1];
        bench.address(host, "10.0.0.1/24");
        igmp = bench.ns("host").stack().igmp(host);
        bench.ns("host").stack().settings().of(host).set(Setting.IGMPV3_UNSOLICITED_REPORT_INTERVAL, 1);
        bench.ns("host").stack().settings().of(host).set(Setting.IGMPV2_UNSOLICITED_REPORT_INTERVAL, 1);
    }

    private void pass(long ns) {
        bench.network.kernel().advanceTo(bench.network.kernel().nowNs() + ns);
    }

    @Test
    void everyInterfaceThatIsUpIsInTheGroupOfAllHosts() {
        assertThat(igmp.groups()).extracting(IgmpGroup::address).containsExactly(Ipv4Address.parse("224.0.0.1"));
        bench.ns("host").setUp(host, false);
        assertThat(igmp.groups()).isEmpty();
    }

    @Test
    void tellsTwiceThatItJoinedAndTwiceThatItLeft() {
        igmp.join(GROUP);
        pass(SECOND_NS);
        assertThat(out.counters().rxPackets()).isEqualTo(2);
        igmp.leave(GROUP);
        pass(SECOND_NS);
        assertThat(out.counters().rxPackets()).isEqualTo(4);
    }

    @Test
    void changesOfOneMomentGoIntoOneReport() {
        igmp.join(GROUP);
        igmp.join(OTHER);
        pass(SECOND_NS);
        assertThat(out.counters().rxPackets()).isEqualTo(2);
        assertThat(out.counters().rxBytes()).isEqualTo(2 * (14 + 24 + 8 + 2 * 8));
    }

    @Test
    void theSecondUserOfAGroupIsNobodysBusiness() {
        igmp.join(GROUP);
        pass(SECOND_NS);
        igmp.join(GROUP);
        igmp.leave(GROUP);
        pass(SECOND_NS);
        assertThat(out.counters().rxPackets()).isEqualTo(2);
        assertThat(igmp.groups().get(0).users()).isEqualTo(1);
    }

    @Test
    void groupsOfTheLinkAreNotReported() {
        igmp.join(Ipv4Address.parse("224.0.0.5"));
        pass(SECOND_NS);
        assertThat(out.counters().rxPackets()).isZero();
    }

    @Test
    void inVersionTwoOnlyTheLastReporterSaysThatItLeaves() {
        bench.ns("host").stack().settings().of(host).set(Setting.FORCE_IGMP_VERSION, 2);
        igmp.join(GROUP);
        pass(SECOND_NS);
        igmp.leave(GROUP);
        assertThat(out.counters().rxPackets()).isEqualTo(3);
        bench.ns("host").stack().settings().of(host).set(Setting.FORCE_IGMP_VERSION, 1);
        igmp.join(GROUP);
        pass(SECOND_NS);
        igmp.leave(GROUP);
        assertThat(out.counters().rxPackets()).isEqualTo(5);
    }

    @Test
    void takesPacketsForGroupsThatItIsInAndForNoOthers() {
        igmp.join(GROUP);
        bench.inject(out, Frames.udp(GROUP_MAC, Bench.mac(2), "10.0.0.2", "239.1.2.3", 1, 8));
        assertThat(bench.ns("host").stack().snmp().get(SnmpCounter.IP_EXT_IN_MCAST_PKTS))
                .isEqualTo(1);
        bench.inject(out, Frames.udp(GROUP_MAC, Bench.mac(2), "10.0.0.2", "239.129.2.3", 1, 8));
        assertThat(bench.ns("host").stack().snmp().get(SnmpCounter.IP_EXT_IN_MCAST_PKTS))
                .isEqualTo(1);
    }

    @Test
    void theLinkListensForAGroupOnceHoweverManyGroupsShareItsAddress() {
        igmp.join(GROUP);
        igmp.join(Ipv4Address.parse("239.129.2.3"));
        assertThat(host.groups().all().stream().filter(each -> each.mac() == GROUP_MAC))
                .singleElement()
                .satisfies(each -> assertThat(each.users()).isEqualTo(2));
    }
}

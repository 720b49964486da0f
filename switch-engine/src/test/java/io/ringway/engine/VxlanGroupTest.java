package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.device.Device;
import io.ringway.engine.ipv4.IgmpGroup;
import io.ringway.engine.vxlan.Vxlan;
import io.ringway.engine.vxlan.VxlanConfig;
import io.ringway.packet.Ipv4Address;
import org.junit.jupiter.api.Test;

class VxlanGroupTest {
    private static final int GROUP = Ipv4Address.parse("239.1.1.1");

    private final Bench bench = new Bench();
    private final Device lower = bench.veth("host", "eth0", 1, "o", "out", 2)[0];

    private Vxlan tunnel(int vni) {
        VxlanConfig config = new VxlanConfig(
                vni,
                GROUP,
                0,
                lower,
                4789,
                0,
                0,
                0,
                false,
                0,
                VxlanConfig.DontFragment.UNSET,
                true,
                300,
                0,
                true,
                false,
                false);
        Vxlan made = new Vxlan(bench.network.kernel(), bench.ns("host").stack(), "v" + vni, Bench.mac(vni), config);
        bench.ns("host").add(made, 0);
        bench.ns("host").setUp(made, true);
        return made;
    }

    private long users() {
        return bench.ns("host").stack().igmp(lower).groups().stream()
                .filter(group -> group.address() == GROUP)
                .mapToInt(IgmpGroup::users)
                .sum();
    }

    @Test
    void leavesTheGroupWithTheLastTunnelOfThePort() {
        Vxlan one = tunnel(5);
        Vxlan two = tunnel(6);
        assertThat(users()).isEqualTo(1);
        bench.ns("host").setUp(one, false);
        assertThat(users()).isEqualTo(1);
        bench.ns("host").setUp(two, false);
        assertThat(users()).isZero();
    }

    @Test
    void aDeletedLowerDeviceTakesTheTunnelWithIt() {
        tunnel(5);
        bench.network.delete(lower);
        assertThat(bench.ns("host").device("v5")).isNull();
    }
}

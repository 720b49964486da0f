package io.ringway.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringway.engine.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ip says of ipvlans, from the tool's source: the judging kernel has none. */
class IpvlanLabTest {
    private static final String LAB = """
            ip netns add a
            ip link add eth0 address 02:00:00:00:00:01 type veth peer name out address 02:00:00:00:00:02
            ip link add link eth0 name iv0 netns a type ipvlan mode l2 private
            ip link add link eth0 name iv1 type ipvlan mode l3s vepa
            ip -n a addr add 10.0.0.11/24 dev iv0
            ip addr add 10.0.0.12/24 dev iv1
            ip link set eth0 up
            ip link set out up
            ip -n a link set iv0 up
            ip link set iv1 up
            """;

    private static String print(String command) {
        Network network = ExportedAgain.run(Lab.parse("lab.sh", LAB));
        return new LabRunner(network)
                .run(Lab.parse("look.sh", command).commands().get(0))
                .stdout();
    }

    @Test
    void detailsNameModeAndIsolation() {
        assertThat(print("ip -d link show iv1"))
                .contains("iv1@eth0: <BROADCAST,MULTICAST,NOARP,UP,LOWER_UP>")
                .contains("link/ether 02:00:00:00:00:01")
                .contains("\n    ipvlan  mode l3s vepa addrgenmode");
        assertThat(print("ip -j -d link show iv1"))
                .contains("\"linkinfo\":{\"info_kind\":\"ipvlan\",\"info_data\":{\"mode\":\"l3s\",\"vepa\":true}}");
    }

    @Test
    void comesBackFromItsExport() {
        ExportedAgain.isTheSame(ExportedAgain.run(Lab.parse("lab.sh", LAB)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "ip addr add 10.0.0.11/24 dev iv1 → Error: Address already assigned to an ipvlan device.",
                "ip link set iv1 address 02:00:00:00:00:99 → RTNETLINK answers: Operation not supported",
                "ip link add link eth0 type macvlan → RTNETLINK answers: Device or resource busy",
                "ip link add link iv1 type macvlan → RTNETLINK answers: Invalid argument",
                "ip link add link iv1 name v type vlan id 5 → Error: 8021q: VLANs not supported on device.",
                "ip link add link lo type ipvlan → RTNETLINK answers: Invalid argument",
                "ip link add type ipvlan → RTNETLINK answers: Invalid argument",
            })
    void isRefusedAsTheDriverRefuses(String command, String words) {
        assertThatThrownBy(() -> print(command)).hasMessageContaining(words);
    }
}

package io.ringway.lab.snapshot;

import static io.ringway.lab.snapshot.SnapshotText.host;
import static io.ringway.lab.snapshot.SnapshotText.link;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.lab.Lab;
import io.ringway.lab.LabCommand;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a lab says beside a snapshot: what is recorded counts. */
class RecordedFactsTest {
    private static final SnapshotFile RECORDED = SnapshotFile.read(
            "s",
            host(link(2, "eth0", "")
                            .replace(
                                    "\"addr_info\":[]",
                                    "\"addr_info\":[{\"family\":\"inet\",\"local\":\"10.0.0.1\",\"prefixlen\":24}]"))
                    .section(
                            "ip -4 -N -j -d route show table all",
                            0,
                            "[{\"type\":\"1\",\"dst\":\"default\",\"gateway\":\"10.0.0.254\",\"dev\":\"eth0\",\"table\":\"254\",\"protocol\":\"3\",\"scope\":\"0\",\"flags\":[]}]")
                    .section(
                            "ip -4 -j neigh show nud all",
                            0,
                            "[{\"dst\":\"10.0.0.9\",\"dev\":\"eth0\",\"lladdr\":\"02:00:00:00:00:09\",\"state\":[\"STALE\"]}]")
                    .section("sysctl", 0, "net/ipv4/ip_forward:1")
                    .section(
                            "iptables-save -c",
                            0,
                            "*filter",
                            ":INPUT DROP [0:0]",
                            ":FORWARD ACCEPT [0:0]",
                            ":OUTPUT ACCEPT [0:0]",
                            "COMMIT")
                    .section("ipset save", 0, "create set hash:ip family inet")
                    .namespace("name blue")
                    .toString());

    private static SnapshotLab beside(String lab) {
        return SnapshotLab.of(List.of(RECORDED), Lab.parse("lab", lab).commands());
    }

    private static List<LabCommand> kept(SnapshotLab lab) {
        return lab.commands().stream()
                .filter(command -> command.position().file().equals("lab"))
                .toList();
    }

    private static List<String> told(SnapshotLab lab) {
        return lab.warnings().stream().filter(line -> line.startsWith("lab:")).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "ip netns add blue, namespace blue",
        "ip link add eth0 type dummy, interface eth0 in host",
        "ip link add x type veth peer name eth0, interface eth0 in host",
        "ip tuntap add dev eth0 mode tap, interface eth0 in host",
        "ip addr add 10.0.0.1/24 dev eth0, address 10.0.0.1/24 of eth0 in host",
        "ip route add default via 10.0.0.2, route default in table 254 in host",
        "ip route replace 0.0.0.0/0 via 10.0.0.2 table main, route default in table 254 in host",
        "ip neigh replace 10.0.0.9 lladdr 02:00:00:00:00:01 dev eth0, neighbour 10.0.0.9 of eth0 in host",
        "sysctl -w net.ipv4.ip_forward=0, setting net/ipv4/ip_forward in host",
        "echo 0 > /proc/sys/net/ipv4/ip_forward, setting net/ipv4/ip_forward in host",
        "ipset create set hash:net, set set in host",
        "ip -n blue link add lo type dummy, interface lo in blue"
    })
    void whatIsRecordedIsNotSaidAgain(String line, String what) {
        SnapshotLab lab = beside("\n" + line);
        assertThat(kept(lab)).isEmpty();
        assertThat(told(lab))
                .singleElement()
                .asString()
                .matches("lab:2:1: left out: \\w+ says what s:\\d+(:1)? records: \\Q" + what + "\\E");
    }

    @ParameterizedTest
    @CsvSource({
        "ip netns add green",
        "ip -n blue link add eth0 type dummy",
        "ip link add x type veth peer name eth0 netns blue",
        "ip addr add 10.0.0.2/24 dev eth0",
        "ip addr del 10.0.0.1/24 dev eth0",
        "ip link set eth0 down",
        "ip route add default via 10.0.0.2 metric 5",
        "ip route add default via 10.0.0.2 table 5",
        "ip netns exec blue sysctl -w net.ipv4.ip_forward=0",
        "iptables -P INPUT ACCEPT",
        "ipset add set 10.0.0.1"
    })
    void whatIsNotRecordedIsDone(String line) {
        SnapshotLab lab = beside(line);
        assertThat(kept(lab)).hasSize(1);
        assertThat(told(lab)).isEmpty();
    }

    @Test
    void ofADumpTheTablesCountThatAreNotRecorded() {
        String raw = "*raw\n:PREROUTING ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\nCOMMIT\n";
        String filter = "*filter\n:INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\nCOMMIT\n";
        SnapshotLab lab = beside(filter + raw);
        assertThat(kept(lab))
                .singleElement()
                .satisfies(command -> assertThat(command.stdin().strip() + "\n").isEqualTo(raw));
        assertThat(told(lab))
                .containsExactly("lab:1:1: left out: iptables-restore says what s:23 records: table filter in host");
        assertThat(kept(beside(filter))).isEmpty();
    }
}

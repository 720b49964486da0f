package io.ringway.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.Network;
import io.ringway.lab.export.LabExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is exported builds the same model again, and is exported the same. */
class ExportTest {
    private static final String ODD = """
            ip netns add 'a b'
            ip netns add c
            ip link add v0 index 7 mtu 1400 type veth peer name v1 index 9 netns c
            ip link add v2 type veth peer name v3
            ip link add eth0.5 type veth peer name eth1 netns c
            ip link add br0 type bridge ageing_time 1000 priority 4096 mcast_snooping 0
            ip link add br1 mtu 1300 address 02:00:00:00:00:77 type bridge
            ip link set v2 master br0
            ip link set v0 master br0
            ip link set v3 master br1
            bridge link set dev v2 hairpin on isolated on learning off cost 9
            bridge fdb add 02:00:00:00:00:aa dev v2 master static
            bridge fdb add 02:00:00:00:00:ab dev v0 master
            ip addr add 10.0.0.1/24 brd + dev br0
            ip addr add 10.0.0.2/24 dev br0 label br0:x
            ip addr add 10.1.0.1/16 scope link dev br1
            ip link set v0 up; ip link set v2 up; ip link set v3 up; ip link set br0 up; ip link set br1 up
            ip addr add 10.9.9.9/32 dev lo
            ip -n c link set lo up
            ip -n c addr add 10.7.7.7/32 dev lo
            ip -n c link set v1 up
            ip -n c addr add 10.0.0.3/24 dev v1
            ip -n c route add default via 10.0.0.1
            ip -n c route add 10.5.0.0/16 dev v1 scope link src 10.0.0.3 metric 5
            ip -n c route add blackhole 10.6.0.0/16
            ip -n c route add 10.8.0.0/16 nexthop via 10.0.0.1 weight 2 nexthop via 10.0.0.7
            ip -n c route add default via 10.0.0.7 table 100 mtu 1300
            ip -n c rule add from 10.0.0.0/25 to 10.8.0.0/16 fwmark 0x1/0xf lookup 100
            ip -n c rule add not from 10.1.0.0/16 blackhole priority 50
            ip -n c neigh add 10.0.0.1 lladdr 02:00:00:00:00:01 dev v1
            ip -n c neigh add 10.0.0.9 lladdr 02:00:00:00:00:09 nud stale dev v1
            sysctl -w net.ipv4.ip_forward=1
            sysctl -w net.ipv4.conf.default.rp_filter=1
            sysctl -w net.ipv4.conf.br0.rp_filter=2
            sysctl -w net/ipv4/conf/eth0.5/accept_local=1
            sysctl -w net.netfilter.nf_conntrack_udp_timeout=5
            ip netns exec c sysctl -w net.ipv4.neigh.v1.retrans_time_ms=500
            ip netns exec c sysctl -w net.ipv6.conf.v1.disable_ipv6=1
            ip netns exec c iptables -P FORWARD DROP
            ip netns exec c iptables -A INPUT -p tcp --dport 80 -m comment --comment "it's a \\"test\\"" -j ACCEPT
            iptables -t nat -A POSTROUTING -s 10.0.0.0/24 -j MASQUERADE
            """;

    /**
     * iptables prints {@code --monthdays 0}, and the base port of a source range, so that iptables-restore cannot read them, and
     * so does the model.
     */
    private static final List<Path> UNREADABLE = List.of(
            Path.of("iptables/time/lab.sh"), Path.of("nat/shifted-ports/lab.sh"), Path.of("nat/source-ranges/lab.sh"));

    @Test
    void theOddestLabComesBackTheSame() {
        ExportedAgain.isTheSame(run(ODD));
    }

    @Test
    void anUntouchedHostIsEmptyButForItsLoopback() {
        assertThat(new LabExport(run("")).text())
                .isEqualTo("#!/bin/bash\n# A model, exported by Ringway.\n\nip link set lo down\n");
    }

    @TestFactory
    List<DynamicTest> everyLabComesBackTheSame() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String folder : List.of("../examples", "../conformance/src/test/labs", "../conformance/cases")) {
            if (!Files.isDirectory(Path.of(folder))) {
                continue;
            }
            try (Stream<Path> files = Files.find(Path.of(folder), 5, (path, about) -> path.endsWith("lab.sh"))) {
                files.filter(file -> UNREADABLE.stream().noneMatch(file::endsWith))
                        .sorted()
                        .forEach(file -> tests.add(DynamicTest.dynamicTest(
                                file.toString(),
                                () -> ExportedAgain.isTheSame(ExportedAgain.run(Lab.read(List.of(file)))))));
            }
        }
        return tests;
    }

    private static Network run(String text) {
        return ExportedAgain.run(Lab.parse("lab.sh", text));
    }
}

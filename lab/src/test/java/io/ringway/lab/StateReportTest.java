package io.ringway.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringway.engine.Network;
import io.ringway.engine.core.Kernel;
import org.junit.jupiter.api.Test;

/** {@code --state}: by namespace, the keys that cli.md promises. */
class StateReportTest {
    @Test
    void holdsWhatTheToolsShowOfEachNamespace() throws Exception {
        Network network = new Network(new Kernel(1));
        new LabRunner(network).run(Lab.parse("lab.sh", """
                        ip netns add a
                        ip link add v0 type veth peer name v1 netns a
                        ip link set v0 up
                        ip -n a link set v1 up
                        ip addr add 10.0.0.1/24 dev v0
                        ip -n a addr add 10.0.0.2/24 dev v1
                        iptables -A INPUT -p icmp -j ACCEPT
                        ping -c 1 10.0.0.2
                        """));
        JsonNode state = new ObjectMapper().readTree(new StateReport(network).json());
        assertThat(state.fieldNames()).toIterable().containsExactly("host", "a");
        JsonNode host = state.get("host");
        assertThat(host.fieldNames())
                .toIterable()
                .containsExactly("iptables", "ipset", "conntrack", "link", "neigh", "fdb", "route", "rule", "nstat");
        assertThat(host.get("nstat").asText()).containsPattern("IcmpMsgInType0 +1 ");
        assertThat(host.get("iptables").asText()).contains("[1:84] -A INPUT -p icmp -j ACCEPT");
        assertThat(host.at("/link/1/stats64/tx/packets").asInt()).isEqualTo(2);
        assertThat(host.at("/neigh/0/dst").asText()).isEqualTo("10.0.0.2");
        assertThat(host.at("/route/0/prefsrc").asText()).isEqualTo("10.0.0.1");
        assertThat(state.at("/a/link/1/link_netnsid").asInt()).isZero();
    }
}

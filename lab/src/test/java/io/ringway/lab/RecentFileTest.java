package io.ringway.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.Network;
import io.ringway.engine.core.Kernel;
import io.ringway.lab.show.ProcNet;
import org.junit.jupiter.api.Test;

class RecentFileTest {
    private final Network network = new Network(new Kernel(1));

    @Test
    void aListOfRecentAddressesShowsAsAFileWhileARuleNamesIt() {
        new LabRunner(network)
                .run(
                        Lab.parse(
                                "lab.sh",
                                "ip link set lo up\niptables -A OUTPUT -m recent --set --rdest --name out\nping -c 1 127.0.0.1"));
        ProcNet files = new ProcNet(network.first());
        // The request and its answer are for the same address.
        assertThat(files.read("xt_recent/out"))
                .matches("src=127\\.0\\.0\\.1 ttl: 64 last_seen: [0-9]+ oldest_pkt: 2 [0-9]+, [0-9]+\n");
        assertThat(files.read("xt_recent/none")).isNull();
        new LabRunner(network).run(Lab.parse("lab.sh", "iptables -F OUTPUT"));
        assertThat(files.read("xt_recent/out")).isNull();
    }
}

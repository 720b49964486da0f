package io.ringway.lab.snapshot;

import static io.ringway.lab.snapshot.SnapshotText.host;
import static io.ringway.lab.snapshot.SnapshotText.veth;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.Network;
import io.ringway.engine.core.Kernel;
import io.ringway.engine.device.TapInterface;
import io.ringway.engine.device.Veth;
import io.ringway.lab.Lab;
import io.ringway.lab.LabRunner;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which two interfaces of a snapshot are the ends of one cable. */
class CablesTest {
    private static List<String> warnings(SnapshotText text) {
        return Lab.parse("s", text.toString()).warnings();
    }

    private static Network network(SnapshotText text) {
        Network network = new Network(new Kernel(1));
        new LabRunner(network).run(Lab.parse("s", text.toString()));
        return network;
    }

    @Test
    void aCableIsToldFromOthersByTheNumberOfTheNamespace() {
        SnapshotText text = host(veth(5, "v5", 2, 0), veth(6, "v6", 2, 1))
                .section("ip -j netns list-id", 0, "[{\"nsid\":1,\"name\":\"b\"},{\"nsid\":0,\"name\":\"a\"}]")
                .namespace("name a", veth(2, "eth0", 5, 0))
                .namespace("name b", veth(2, "eth0", 6, 0));
        Network network = network(text);
        assertThat(((Veth) network.namespace("a").device("eth0")).peer().name()).isEqualTo("v5");
        assertThat(((Veth) network.namespace("b").device("eth0")).peer().name()).isEqualTo("v6");
    }

    /** Both cables of one namespace lead to the same one: once one of them is certain, so is the other. */
    @Test
    void aCableThatIsCertainTellsOfAnother() {
        SnapshotText text = host(veth(5, "v5", 2, 0), veth(6, "v6", 3, 0))
                .namespace("name a", veth(2, "eth0", 5, 0), veth(3, "eth1", 6, 0))
                .namespace("name b", veth(2, "eth0", 5, 0));
        Network network = network(text);
        assertThat(((Veth) network.namespace("a").device("eth0")).peer().name()).isEqualTo("v5");
        assertThat(network.namespace("b").device("eth0")).isInstanceOf(TapInterface.class);
    }

    @Test
    void aCableThatCouldBeSeveralIsNone() {
        SnapshotText text = host(veth(5, "v5", 2, 0));
        text = text.namespace("name a", veth(2, "eth0", 5, 0));
        text = text.namespace("name b", veth(2, "eth0", 5, 0));
        assertThat(warnings(text))
                .anyMatch(line -> line.endsWith(
                        ": host: v5: several interfaces could be its other end: an interface that goes outside"));
        assertThat(network(text).first().device("v5")).isInstanceOf(TapInterface.class);
    }

    @Test
    void manyNamespacesAreNoTrouble() {
        int many = 300;
        String[] ends = new String[many];
        for (int i = 0; i < many; i++) {
            ends[i] = veth(10 + i, "v" + i, 1000 + i, i).replaceAll("02:00:00:00:00:\\w+", "02:00:00:00:01:00");
        }
        SnapshotText text = host(ends);
        for (int i = 0; i < many; i++) {
            text.namespace(
                    "process " + i,
                    veth(1000 + i, "eth0", 10 + i, 0).replaceAll("02:00:00:00:00:\\w+", "02:00:00:00:02:00"));
        }
        assertThat(((Veth) network(text).namespace("pid-299").device("eth0"))
                        .peer()
                        .name())
                .isEqualTo("v299");
    }
}

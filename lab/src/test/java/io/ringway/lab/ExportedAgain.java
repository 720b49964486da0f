package io.ringway.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.core.Kernel;
import io.ringway.lab.export.LabExport;
import java.util.List;
import java.util.stream.Collectors;

/** A model, exported and built again, of which every tool has to show the same. */
final class ExportedAgain {
    private static final List<String> SHOWN = List.of(
            "ip -d addr",
            "ip -d -j link",
            "ip -d -j route show table all",
            "ip -j rule",
            "ip -j neigh",
            "ip neigh show proxy",
            "ip -j -d netns list-id",
            "bridge -d -j link",
            "bridge -d fdb",
            "sysctl -a",
            "ipset list",
            "iptables-save");

    private ExportedAgain() {}

    static void isTheSame(Network original) {
        String exported = new LabExport(original).text();
        Network again = run(Lab.parse("exported.sh", exported));
        assertThat(new LabExport(again).text()).as("exported twice").isEqualTo(exported);
        for (Namespace namespace : original.namespaces()) {
            for (String command : SHOWN) {
                assertThat(shown(again, namespace, command))
                        .as("%s in %s of\n%s", command, namespace, exported)
                        .isEqualTo(shown(original, namespace, command));
            }
        }
    }

    static Network run(Lab lab) {
        Network network = new Network(new Kernel(1));
        new LabRunner(network).run(lab);
        return network;
    }

    /**
     * Some things hang on what happened before: the order of the fdb, in which state a device was seen last, the number of
     * the first namespace, which has no name, whether a device was ever up, numbers of ports between which others have gone,
     * the phase of the collector, what a bridge without ports has of those that it had, and the connections.
     */
    private static String shown(Network network, Namespace namespace, String command) {
        String inside =
                namespace.name().equals(network.first().name()) ? "" : "ip netns exec '" + namespace.name() + "' ";
        StringBuilder out = new StringBuilder();
        new LabRunner(network).run(Lab.parse("shown", inside + command), result -> out.append(result.stdout()));
        String text = out.toString()
                .replaceAll("(?m)^#.*\n", "")
                .replaceAll("(?<=state\"?[: ]\"?)(UP|DOWN|UNKNOWN|LOWERLAYERDOWN)", "SEEN")
                .replaceAll("\"?NO-CARRIER\"?,", "")
                .replace("noop", "noqueue")
                .replaceAll(
                        "(bridge_id|designated_(root|bridge)|\"root_id)(\":\"|\"?[: ]*)[0-9a-f]+\\.[0-9a-f:]+", "$1")
                .replaceAll(
                        "(tso_max_size|gc_timer|port_id|port_no|designated_port|\"no|\"id)(\"?[: ]*\"?)[0-9a-fx.]+",
                        "$1")
                .replaceAll("(nf_conntrack_count = )\\d+", "$1")
                .replaceAll("\\{\"nsid\":\\d+},?", "");
        return command.endsWith("fdb") ? text.lines().sorted().collect(Collectors.joining("\n")) : text;
    }
}

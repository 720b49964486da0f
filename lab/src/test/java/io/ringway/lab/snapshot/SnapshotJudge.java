package io.ringway.lab.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.core.Kernel;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.TapInterface;
import io.ringway.lab.Lab;
import io.ringway.lab.LabRunner;
import io.ringway.lab.sysctl.SysctlEntry;
import io.ringway.lab.sysctl.SysctlTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Asks the model that a snapshot made what the script asked the kernel, and compares the answers. What passes by itself
 * is left out: timers, lifetimes, what is being asked for, and whatever IPv6 adds.
 */
final class SnapshotJudge {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> IN_ORDER = List.of(
            "ip -j -d addr show",
            "ip -j -d link show",
            "ip -4 -N -j -d route show table all",
            "ip -4 -N -j -d rule show",
            "bridge -j -d link show");
    private static final List<String> AS_SETS =
            List.of("ip -4 -j neigh show nud all", "ip -4 -j neigh show proxy", "bridge -j -d fdb show");

    /** Kept by the kernel and not by the snapshot. */
    private static final List<String> PASSING = List.of(
            "hello_timer",
            "tcn_timer",
            "topology_change_timer",
            "gc_timer",
            "hold_timer",
            "message_age_timer",
            "forward_delay_timer",
            "inet6_addr_gen_mode",
            "valid_life_time",
            "preferred_life_time",
            "usedbcqueuelen",
            "linkmode");

    private final Network network = new Network(new Kernel(1));
    private final LabRunner runner = new LabRunner(network);
    private final List<String> differences = new ArrayList<>();
    private final List<String> warnings;
    private int compared;

    SnapshotJudge(String name, String text) throws IOException {
        this(name, text, text);
    }

    /** @param asked the snapshot whose answers are compared with those of the model that {@code text} makes */
    SnapshotJudge(String name, String text, String asked) throws IOException {
        Namespace host = network.first();
        host.setUp(host.device("lo"), true);
        Lab lab = Lab.parse(name, text);
        warnings = lab.warnings();
        runner.run(lab);
        network.begin();
        SnapshotFile file = SnapshotFile.read(name, asked);
        TreeMap<String, RecordedNamespace> namespaces = new TreeMap<>();
        for (Section section : file.sections()) {
            if (section.command().equals("namespace")) {
                namespaces.put(section.namespace(), new RecordedNamespace(section));
            } else if (namespaces.containsKey(section.namespace()) && section.worked()) {
                compare(namespaces.get(section.namespace()), section);
            }
        }
    }

    List<String> differences() {
        return differences;
    }

    List<String> warnings() {
        return warnings;
    }

    /** Sections that both sides answered. */
    int compared() {
        return compared;
    }

    Network network() {
        return network;
    }

    /** Interfaces of the namespace that go outside, which are of another kind in the model. */
    private List<String> outside = List.of();

    private void compare(RecordedNamespace namespace, Section section) throws IOException {
        Namespace built = namespace.isSelf() ? network.first() : network.namespace(namespace.name());
        outside = built.devices().stream()
                .filter(TapInterface.class::isInstance)
                .map(Device::name)
                .toList();
        String command = section.command();
        compared++;
        if (IN_ORDER.contains(command)) {
            differ(namespace, command, lines(section.text(), command), lines(answer(namespace, command), command));
        } else if (AS_SETS.contains(command)) {
            differ(
                    namespace,
                    command,
                    new ArrayList<>(new TreeSet<>(lines(section.text(), command))),
                    new ArrayList<>(new TreeSet<>(lines(answer(namespace, command), command))));
        } else if (command.equals("sysctl")) {
            settings(namespace, section);
        } else if (command.equals("iptables-save -c")
                || command.equals("ipset save")
                || command.equals("conntrack -L")) {
            differ(namespace, command, text(section.text()), text(answer(namespace, command)));
        } else {
            compared--;
        }
    }

    private void differ(RecordedNamespace namespace, String command, List<String> kernel, List<String> model) {
        List<String> missing = new ArrayList<>(kernel);
        model.forEach(missing::remove);
        List<String> extra = new ArrayList<>(model);
        kernel.forEach(extra::remove);
        missing.forEach(line -> differences.add(namespace.name() + ": " + command + "\n  kernel " + line));
        extra.forEach(line -> differences.add(namespace.name() + ": " + command + "\n  model  " + line));
        if (missing.isEmpty() && extra.isEmpty() && !kernel.equals(model)) {
            differences.add(namespace.name() + ": " + command + ": in another order\n  kernel " + kernel + "\n  model  "
                    + model);
        }
    }

    private String answer(RecordedNamespace namespace, String command) {
        String prefix = namespace.isSelf() ? "" : "ip netns exec '" + namespace.name() + "' ";
        StringBuilder answer = new StringBuilder();
        runner.goOn(Lab.parse("question", prefix + command), result -> answer.append(result.stdout()));
        return answer.toString();
    }

    private List<String> lines(String json, String command) throws IOException {
        List<String> lines = new ArrayList<>();
        if (json.isBlank()) {
            return lines;
        }
        for (JsonNode each : JSON.readTree(json)) {
            ObjectNode node = (ObjectNode) each;
            if (node.isEmpty() || isPassing(node, command)) {
                continue;
            }
            strip(node);
            if (outside.contains(node.path("ifname").asText())) {
                node.retain(
                        "ifindex", "ifname", "flags", "mtu", "operstate", "master", "txqlen", "address", "addr_info");
            }
            // One that is being asked again is stale in the model: no command starts a question.
            lines.add(node.toString().replaceAll("\"(DELAY|PROBE)\"", "\"STALE\""));
        }
        return lines;
    }

    private static boolean isPassing(ObjectNode node, String command) {
        String state = node.path("state").path(0).asText();
        boolean unknown = command.contains("neigh") && !node.has("lladdr");
        boolean made = state.equals("NOARP");
        boolean group =
                command.contains("fdb") && node.path("flags").path(0).asText().equals("self") && !node.has("dst");
        boolean tagged = command.contains("fdb") && node.has("vlan");
        return unknown || made || group || tagged;
    }

    private static void strip(ObjectNode node) {
        node.remove(PASSING);
        for (JsonNode child : node) {
            if (child instanceof ObjectNode object) {
                strip(object);
            } else if (child instanceof ArrayNode array) {
                for (Iterator<JsonNode> each = array.iterator(); each.hasNext(); ) {
                    JsonNode one = each.next();
                    if (one.path("family").asText().equals("inet6")
                            || one.asText().matches("linkdown|dead")) {
                        each.remove();
                    } else if (one instanceof ObjectNode object) {
                        strip(object);
                    }
                }
            }
        }
    }

    private static List<String> text(String saved) {
        return saved.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceAll(" use=\\d+| timeout \\d+$", "").replaceFirst("^(\\S+ +\\d+) \\d+ ", "$1 "))
                .toList();
    }

    private void settings(RecordedNamespace namespace, Section section) {
        Namespace built = namespace.isSelf() ? network.first() : network.namespace(namespace.name());
        for (Section.Line line : section.lines()) {
            int colon = line.text().indexOf(':');
            String path = line.text().substring(0, colon);
            SysctlEntry entry = new SysctlTree(built).find(path);
            String value = line.text().substring(colon + 1).replaceAll("\\s+", " ");
            boolean without = path.matches("net/bridge/bridge-nf-call-(ip6|arp)tables");
            if (entry != null
                    && !without
                    && !entry.isReadOnly()
                    && !entry.read().equals(value)) {
                differences.add(namespace.name() + ": " + path + ": kernel " + value + ", model " + entry.read());
            }
        }
    }
}

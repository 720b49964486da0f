package io.ringway.lab.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringway.lab.snapshot.HostRecord.Port;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What {@code docker inspect} said of one host: published ports, and who is on which network. */
final class DockerRecord {
    private static final String COMMAND = "docker inspect";

    private static final String FLUSHED =
            ": were its rules flushed after it started? systemctl restart docker writes them again";

    private final Section section;
    private final Set<Port> ports =
            new TreeSet<>(Comparator.comparingInt(Port::number).thenComparing(Port::toString));
    private final Map<String, List<String>> networks = new LinkedHashMap<>();

    /** @param about what was asked about the whole host */
    DockerRecord(List<Section> about, List<RecordedNamespace> namespaces) {
        section = about.stream()
                .filter(each -> each.command().equals(COMMAND) && each.worked())
                .findFirst()
                .orElse(null);
        if (section == null) {
            return;
        }
        for (Section.Line line : section.lines()) {
            JsonNode container = section.object(line);
            RecordedNamespace namespace = find(container.path("Id").asText(), namespaces);
            if (namespace != null && !namespace.isSelf()) {
                read(container.path("NetworkSettings"), namespace.name());
            }
        }
    }

    private static RecordedNamespace find(String id, List<RecordedNamespace> namespaces) {
        return namespaces.stream()
                .filter(each -> each.aliases().contains(id))
                .findFirst()
                .orElse(null);
    }

    private void read(JsonNode settings, String container) {
        String address = settings.path("IPAddress").asText();
        for (Map.Entry<String, JsonNode> network : settings.path("Networks").properties()) {
            networks.computeIfAbsent(container, key -> new ArrayList<>()).add(network.getKey());
            address = address.isEmpty() ? network.getValue().path("IPAddress").asText() : address;
        }
        for (Map.Entry<String, JsonNode> port : settings.path("Ports").properties()) {
            String[] inside = port.getKey().split("/", 2);
            for (JsonNode place : port.getValue()) {
                String at = place.path("HostIp").asText();
                int number = place.path("HostPort").asInt();
                if (!at.contains(":") && inside.length == 2 && inside[0].matches("\\d{1,5}") && number > 0) {
                    ports.add(new Port(container, inside[1], at, number, address, Integer.parseInt(inside[0])));
                }
            }
        }
    }

    List<Port> ports() {
        return List.copyOf(ports);
    }

    Map<String, List<String>> networks() {
        return networks;
    }

    /** Dockerd writes its rules when it starts, and never looks at them again. */
    void tell(RecordedNamespace host, Warnings warnings) {
        Section rules = host.section("iptables-save -c");
        if (rules == null || !rules.worked()) {
            return;
        }
        boolean forwards = rules.lines().stream().anyMatch(line -> line.text().matches(".*-A FORWARD .*-j DOCKER.*"));
        if (!networks.isEmpty() && !forwards) {
            warnings.add(rules, host, "docker runs, but no rule of FORWARD asks its chains" + FLUSHED);
        }
        ports(rules, host, warnings);
    }

    /** Those that no rule leads on. */
    private void ports(Section rules, RecordedNamespace host, Warnings warnings) {
        List<String> missing = new ArrayList<>();
        for (Port port : ports) {
            String target = "--to-destination " + port.address() + ":" + port.inside();
            boolean led = rules.lines().stream()
                    .map(line -> line.text() + " ")
                    .anyMatch(line -> line.contains("--dport " + port.number() + " ") && line.contains(target + " "));
            if (!port.address().isEmpty() && !led) {
                missing.add(port.toString());
            }
        }
        if (!missing.isEmpty()) {
            warnings.add(
                    section,
                    host,
                    "docker publishes " + String.join(", ", missing) + ", but no rule of table nat leads there"
                            + FLUSHED);
        }
    }
}

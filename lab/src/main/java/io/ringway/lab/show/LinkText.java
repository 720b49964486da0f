package io.ringway.lab.show;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import java.util.ArrayList;
import java.util.List;

/** The text of {@code ip link} and of the first lines of {@code ip addr}, from what {@code -j} prints. */
public final class LinkText {
    private static final int[] COLUMNS = {10, 7, 6, 7, 7, 7};
    private static final List<String> RECEIVED =
            List.of("bytes", "packets", "errors", "dropped", "over_errors", "multicast");
    private static final List<String> SENT =
            List.of("bytes", "packets", "errors", "dropped", "carrier_errors", "collisions");

    private final Network network;
    private final Namespace namespace;

    public LinkText(Network network, Namespace namespace) {
        this.network = network;
        this.namespace = namespace;
    }

    /** As {@code ip link} has it, with statistics where the node has them. */
    public String text(ObjectNode link) {
        return withoutStatistics(link) + statisticsOf(link);
    }

    /** What {@code -o} makes of lines: one, with a backslash for each newline within. */
    public static String oneline(String lines) {
        return lines.substring(0, lines.length() - 1).replace('\n', '\\') + "\n";
    }

    /** The members that {@code -br -j} leaves. */
    public static ObjectNode briefly(ObjectNode link) {
        ObjectNode brief = link.deepCopy();
        JsonNode flags = brief.remove("flags");
        brief.retain("link", "link_index", "ifname", "operstate", "address");
        return brief.set("flags", flags);
    }

    String withoutStatistics(ObjectNode link) {
        StringBuilder text = new StringBuilder();
        text.append(head(link));
        text.append(" qdisc ").append(link.get("qdisc").asText());
        if (link.has("master")) {
            text.append(" master ").append(link.get("master").asText());
        }
        text.append(" state ").append(link.get("operstate").asText());
        if (link.has("linkmode")) {
            text.append(" mode ").append(link.get("linkmode").asText());
        }
        text.append(" group default qlen ").append(link.get("txqlen").asInt()).append('\n');
        if (link.has("link_type")) {
            text.append("    link/").append(link.get("link_type").asText()).append(' ');
            text.append(link.get("address").asText())
                    .append(" brd ")
                    .append(link.get("broadcast").asText());
            text.append(peerNamespace(link));
            LinkDetails.append(link, text);
            text.append('\n');
        }
        if (link.has("ifalias")) {
            text.append("    alias ").append(link.get("ifalias").asText()).append('\n');
        }
        return text.toString();
    }

    static String statisticsOf(ObjectNode link) {
        StringBuilder text = new StringBuilder();
        if (link.has("stats64")) {
            statistics(link.get("stats64"), text);
        }
        return text.toString();
    }

    /** Number, name, flags and MTU. */
    public static String head(ObjectNode link) {
        return link.get("ifindex").asInt()
                + ": "
                + name(link)
                + ": "
                + flags(link)
                + " mtu "
                + link.get("mtu").asInt();
    }

    /** A line of {@code ip -br link}. */
    public String brief(ObjectNode link) {
        return briefHead(link) + String.format("%s %s \n", link.get("address").asText(), flags(link));
    }

    String briefHead(ObjectNode link) {
        return String.format("%-16s %-14s ", name(link), link.get("operstate").asText());
    }

    private static String name(ObjectNode link) {
        String name = link.get("ifname").asText();
        if (link.has("link")) {
            return name + "@" + link.get("link").asText();
        }
        return link.has("link_index") ? name + "@if" + link.get("link_index").asInt() : name;
    }

    static String flags(ObjectNode link) {
        List<String> flags = new ArrayList<>();
        link.get("flags").forEach(flag -> flags.add(flag.asText()));
        return "<" + String.join(",", flags) + ">";
    }

    /** By name where {@code /run/netns} has one; the first namespace has none. */
    private String peerNamespace(ObjectNode link) {
        if (!link.has("link_netnsid")) {
            return "";
        }
        int id = link.get("link_netnsid").asInt();
        for (Namespace other : network.namespaces()) {
            if (other != network.first() && namespace.knownIdOf(other) == id) {
                return " link-netns " + other.name();
            }
        }
        return " link-netnsid " + id;
    }

    private static void statistics(JsonNode statistics, StringBuilder text) {
        int[] widths = COLUMNS.clone();
        for (int i = 0; i < widths.length; i++) {
            int received = statistics.get("rx").get(RECEIVED.get(i)).asText().length();
            int sent = statistics.get("tx").get(SENT.get(i)).asText().length();
            widths[i] = Math.max(widths[i], Math.max(received, sent));
        }
        String[] rx = {"bytes", "packets", "errors", "dropped", "missed", "mcast"};
        String[] tx = {"bytes", "packets", "errors", "dropped", "carrier", "collsns"};
        block("RX", rx, RECEIVED, statistics.get("rx"), widths, text);
        block("TX", tx, SENT, statistics.get("tx"), widths, text);
    }

    private static void block(
            String title, String[] heads, List<String> keys, JsonNode values, int[] widths, StringBuilder text) {
        text.append("    ").append(title).append(": ");
        for (int i = 0; i < heads.length; i++) {
            text.append(padded(heads[i], i == 0 ? widths[0] - 4 : widths[i])).append(' ');
        }
        text.append("          \n    ");
        for (int i = 0; i < keys.size(); i++) {
            text.append(padded(values.get(keys.get(i)).asText(), widths[i])).append(' ');
        }
        text.append('\n');
    }

    private static String padded(String value, int width) {
        return " ".repeat(Math.max(0, width - value.length())) + value;
    }
}

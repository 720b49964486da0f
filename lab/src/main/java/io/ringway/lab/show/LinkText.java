package io.ringway.lab.show;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import java.util.ArrayList;
import java.util.List;

/** The text of {@code ip link} and of the first lines of {@code ip addr}, from what {@code -j} prints. */
public final class LinkText {
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
        text.append(" group default ");
        if (link.has("txqlen")) {
            text.append("qlen ").append(link.get("txqlen").asInt());
        }
        if (link.has("link_type")) {
            text.append('\n');
            text.append("    link/").append(link.get("link_type").asText()).append(' ');
            text.append(link.get("address").asText())
                    .append(" brd ")
                    .append(link.get("broadcast").asText());
        }
        text.append(peerNamespace(link));
        LinkDetails.append(link, text);
        text.append('\n');
        if (link.has("ifalias")) {
            text.append("    alias ").append(link.get("ifalias").asText()).append('\n');
        }
        return text.toString();
    }

    static String statisticsOf(ObjectNode link) {
        StringBuilder text = new StringBuilder();
        if (link.has("stats64")) {
            LinkStatistics.append(link.get("stats64"), text);
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
}

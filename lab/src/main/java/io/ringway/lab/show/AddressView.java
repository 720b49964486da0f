package io.ringway.lab.show;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.device.Device;
import io.ringway.engine.route.InterfaceAddress;
import io.ringway.engine.route.Scope;
import io.ringway.lab.command.ShowOptions;
import io.ringway.packet.Ipv4Address;
import java.util.function.Predicate;

/** A device with its addresses as {@code ip addr} prints it ({@code ipaddress.c:print_addrinfo()}). */
public final class AddressView {
    private static final long FOREVER = 0xffff_ffffL;

    private final Namespace namespace;
    private final LinkView links;
    private final LinkText text;

    public AddressView(Network network, Namespace namespace) {
        this.namespace = namespace;
        links = new LinkView(network, namespace);
        text = new LinkText(network, namespace);
    }

    /** As {@code ip -j addr} has it, the accepted addresses under {@code addr_info}. */
    public ObjectNode json(Device device, boolean ipv4Only, ShowOptions options, Predicate<InterfaceAddress> accepted) {
        ObjectNode node = links.linkOfAddresses(device, !ipv4Only, options.details());
        ArrayNode addresses = node.putArray("addr_info");
        for (InterfaceAddress address : namespace.stack().routing().addressesOf(device)) {
            if (accepted.test(address)) {
                addresses.add(address(address));
            }
        }
        links.addStatistics(node, device, options.statisticsLevel());
        return node;
    }

    private static ObjectNode address(InterfaceAddress address) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("family", "inet");
        node.put("local", Ipv4Address.format(address.prefix().address()));
        node.put("prefixlen", address.prefix().length());
        if (address.broadcast() != 0) {
            node.put("broadcast", Ipv4Address.format(address.broadcast()));
        }
        node.put("scope", Scope.name(address.scope()));
        if (address.secondary()) {
            node.put("secondary", true);
        }
        if (address.autojoin()) {
            node.put("autojoin", true);
        }
        node.put("label", address.label());
        return node.put("valid_life_time", FOREVER).put("preferred_life_time", FOREVER);
    }

    /** As {@code ip addr} has it. */
    public String text(ObjectNode node) {
        return text.withoutStatistics(node) + addresses(node) + LinkText.statisticsOf(node);
    }

    /** The lines of the addresses alone. */
    public String addresses(ObjectNode node) {
        StringBuilder lines = new StringBuilder();
        for (JsonNode address : node.get("addr_info")) {
            lines.append(address(address));
        }
        return lines.toString();
    }

    /** As {@code ip -o addr} has it: a line for each address, none for the link. */
    public String oneline(ObjectNode node) {
        StringBuilder lines = new StringBuilder();
        for (JsonNode address : node.get("addr_info")) {
            lines.append(node.get("ifindex").asInt()).append(": ");
            lines.append(node.get("ifname").asText()).append(LinkText.oneline(address(address)));
        }
        return lines.toString();
    }

    private static String address(JsonNode address) {
        StringBuilder lines = new StringBuilder("    inet ").append(withLength(address));
        if (address.has("broadcast")) {
            lines.append(" brd ").append(address.get("broadcast").asText());
        }
        lines.append(" scope ").append(address.get("scope").asText()).append(' ');
        lines.append(address.has("secondary") ? "secondary " : "");
        lines.append(address.has("autojoin") ? "autojoin " : "");
        lines.append(address.get("label").asText());
        return lines.append("\n       valid_lft forever preferred_lft forever\n")
                .toString();
    }

    /** As {@code ip -br addr} has it. */
    public String brief(ObjectNode node) {
        StringBuilder line = new StringBuilder(text.briefHead(node));
        for (JsonNode address : node.get("addr_info")) {
            line.append(withLength(address)).append(' ');
        }
        return line.append('\n').toString();
    }

    /** The members that {@code -br -j} leaves. */
    public static ObjectNode briefly(ObjectNode node) {
        ObjectNode brief = node.deepCopy();
        brief.get("addr_info").forEach(address -> ((ObjectNode) address).retain("local", "prefixlen"));
        return brief.retain("link", "link_index", "ifname", "operstate", "addr_info");
    }

    private static String withLength(JsonNode address) {
        return address.get("local").asText() + "/" + address.get("prefixlen").asInt();
    }
}

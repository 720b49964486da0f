package io.ringway.lab.show;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.Namespace;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.GroupAddresses;
import io.ringway.engine.ipv4.IgmpGroup;
import io.ringway.lab.command.ShowOptions;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.MacAddress;

/** The groups of a device as {@code ip maddr} prints them: of its link, of IPv4, of IPv6 ({@code ipmaddr.c}). */
public record GroupView(Namespace namespace, ShowOptions.Family family) {
    public ObjectNode json(Device device) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("ifindex", device.ifindex()).put("ifname", device.name());
        ArrayNode all = node.putArray("maddr");
        if (shows(ShowOptions.Family.LINK)) {
            device.groups().all().forEach(group -> all.add(link(group)));
        }
        if (shows(ShowOptions.Family.INET)) {
            namespace.stack().igmp(device).groups().forEach(group -> all.add(inet(group)));
        }
        if (shows(ShowOptions.Family.INET6)) {
            device.groups()
                    .ipv6()
                    .names()
                    .forEach(name -> all.add(JsonNodeFactory.instance
                            .objectNode()
                            .put("family", "inet6")
                            .put("address", name)));
        }
        return node;
    }

    private boolean shows(ShowOptions.Family which) {
        return family == ShowOptions.Family.ANY || family == which;
    }

    private static ObjectNode link(GroupAddresses.Entry group) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("link", MacAddress.format(group.mac()));
        users(node, group.users());
        return group.isStatic() ? node.put("features", "static") : node;
    }

    private static ObjectNode inet(IgmpGroup group) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("family", "inet").put("address", Ipv4Address.format(group.address()));
        users(node, group.users());
        return node;
    }

    private static void users(ObjectNode node, int users) {
        if (users != 1) {
            node.put("users", users);
        }
    }

    /** As {@code ip maddr} has it; on one line each, the device before it. */
    public static String text(JsonNode device, boolean oneline) {
        String head =
                device.get("ifindex").asInt() + ":\t" + device.get("ifname").asText();
        StringBuilder lines = new StringBuilder(oneline ? "" : head + "\n");
        for (JsonNode group : device.get("maddr")) {
            lines.append(oneline ? head + "\\" : "").append('\t');
            if (group.has("link")) {
                lines.append("link  ").append(group.get("link").asText());
            } else {
                lines.append(group.get("family").asText().equals("inet") ? "inet  " : "inet6 ");
                lines.append(group.get("address").asText());
            }
            if (group.has("users")) {
                lines.append(" users ").append(group.get("users").asInt());
            }
            if (group.has("features")) {
                lines.append(' ').append(group.get("features").asText());
            }
            lines.append('\n');
        }
        return lines.toString();
    }
}

package io.ringway.lab.bridge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.device.BridgePort;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.PortFlag;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import io.ringway.lab.ip.Words;
import io.ringway.lab.show.LinkText;
import io.ringway.lab.show.LinkView;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code bridge [-j] link show [dev X]} ({@code bridge/link.c:print_linkinfo()}). */
final class PortShow implements Verb.Action {
    /** In the tool's order; null stands for {@code mcast_router}. */
    private static final List<PortFlag> DETAILS = Arrays.asList(
            PortFlag.HAIRPIN,
            PortFlag.GUARD,
            PortFlag.ROOT_BLOCK,
            PortFlag.FASTLEAVE,
            PortFlag.LEARNING,
            PortFlag.FLOOD,
            PortFlag.MCAST_FLOOD,
            PortFlag.BCAST_FLOOD,
            null,
            PortFlag.MCAST_TO_UNICAST);

    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions options) {
        Device only = null;
        while (args.hasNext()) {
            if (args.next().equals("dev")) {
                only = scene.namespace().device(Words.value(args));
                if (only == null) {
                    throw args.refuse(255, "Cannot find device \"" + args.last() + "\"");
                }
            }
        }
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        StringBuilder lines = new StringBuilder();
        LinkView view = new LinkView(scene.network(), scene.namespace());
        for (Device device : scene.namespace().devices()) {
            if (device.port() != null && (only == null || only == device)) {
                ObjectNode link = view.link(device, 0, false);
                link.remove("link_index");
                nameLinked(link, device, scene);
                ObjectNode node = port(link, device);
                String text = text(link, device);
                if (options.details()) {
                    text += "    " + details(node, device.port()) + "\n";
                }
                lines.append(options.oneline() ? LinkText.oneline(text) : text);
                json.add(node);
            }
        }
        return options.printed(json, lines.toString());
    }

    /** The tool looks for a veth's peer by its number in this namespace, whatever namespace that number is of. */
    private static void nameLinked(ObjectNode link, Device device, Scene scene) {
        link.remove("link");
        if (device.linked() == null || device.linked().ifindex() == device.ifindex()) {
            return;
        }
        Device found = scene.namespace().device(device.linked().ifindex());
        link.put("link", found == null ? "if" + device.linked().ifindex() : found.name());
    }

    private static ObjectNode port(ObjectNode link, Device device) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (String key : new String[] {"ifindex", "link", "ifname", "flags", "mtu", "master"}) {
            if (link.has(key)) {
                node.set(key, link.get(key));
            }
        }
        return node.put("state", state(device))
                .put("priority", device.port().priority())
                .put("cost", device.port().cost());
    }

    private static String text(ObjectNode link, Device device) {
        return LinkText.head(link)
                + " master "
                + device.port().bridge().name()
                + " state "
                + state(device)
                + " priority "
                + device.port().priority()
                + " cost "
                + device.port().cost()
                + " \n";
    }

    /** The switches as text, added to the JSON too. */
    private static String details(ObjectNode node, BridgePort port) {
        StringBuilder text = new StringBuilder();
        for (PortFlag flag : DETAILS) {
            if (flag == null) {
                node.put("mcast_router", port.multicastRouter());
                text.append("mcast_router ").append(port.multicastRouter()).append(' ');
            } else {
                detail(text, node, flag.name().toLowerCase(Locale.ROOT), port.has(flag));
            }
        }
        detail(text, node, "neigh_suppress", false);
        detail(text, node, "vlan_tunnel", false);
        detail(text, node, "isolated", port.has(PortFlag.ISOLATED));
        detail(text, node, "locked", port.has(PortFlag.LOCKED));
        return text.toString();
    }

    private static void detail(StringBuilder text, ObjectNode node, String name, boolean on) {
        node.put(name, on);
        text.append(name).append(on ? " on " : " off ");
    }

    private static String state(Device device) {
        return device.port().state().name().toLowerCase(Locale.ROOT);
    }
}

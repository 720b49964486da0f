package io.ringway.lab.bridge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.Veth;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import io.ringway.lab.ip.Words;
import io.ringway.lab.show.LinkText;
import io.ringway.lab.show.LinkView;

/** {@code bridge [-j] link show [dev X]} ({@code bridge/link.c:print_linkinfo()}). */
final class PortShow implements Verb.Action {
    private static final int PRIORITY = 32;

    /** What a bridge takes for the cost of a 10 Gbit/s link, which a veth says it is ({@code br_if.c:port_cost()}). */
    private static final int COST = 2;

    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions options) {
        Device only = null;
        while (args.hasNext()) {
            if (args.next().equals("dev")) {
                Words.value(args);
            }
            only = scene.namespace().device(args.last());
            if (only == null) {
                throw args.refuse(255, "Cannot find device \"" + args.last() + "\"");
            }
        }
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        StringBuilder lines = new StringBuilder();
        LinkView view = new LinkView(scene.network(), scene.namespace());
        for (Device device : scene.namespace().devices()) {
            if (device.port() != null && (only == null || only == device)) {
                ObjectNode link = view.link(device, false);
                link.remove("link_index");
                link.put("link", linkName(device, scene));
                json.add(port(link, device));
                lines.append(text(link, device));
            }
        }
        return options.printed(json, lines.toString());
    }

    /** The tool looks for a veth's peer by its number in this namespace, whatever namespace that number is of. */
    private static String linkName(Device device, Scene scene) {
        int number = device instanceof Veth veth ? veth.peer().ifindex() : device.ifindex();
        Device found = scene.namespace().device(number);
        return found == null ? "if" + number : found.name();
    }

    private static ObjectNode port(ObjectNode link, Device device) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (String key : new String[] {"ifindex", "link", "ifname", "flags", "mtu", "master"}) {
            if (link.has(key)) {
                node.set(key, link.get(key));
            }
        }
        return node.put("state", state(device)).put("priority", PRIORITY).put("cost", COST);
    }

    private static String text(ObjectNode link, Device device) {
        return LinkText.head(link)
                + " master "
                + device.port().bridge().name()
                + " state "
                + state(device)
                + " priority "
                + PRIORITY
                + " cost "
                + COST
                + " \n";
    }

    private static String state(Device device) {
        return device.port().isForwarding() ? "forwarding" : "disabled";
    }
}

package io.ringway.lab.ip;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.device.Device;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import io.ringway.lab.show.AddressView;
import io.ringway.lab.show.LinkText;

/** {@code ip [-4] [-br] [-j] [-o] [-s] addr show [DEV] [up] [scope S] …}; with a selector no device of whose addresses none fits. */
final class AddressShow implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions options) {
        LinkFilter filter = LinkFilter.read(args, scene, true);
        AddressFilter addresses = filter.addresses();
        boolean ipv4Only = options.ipv4Only() || addresses.namesFamily();
        boolean linkOnly = options.family() == ShowOptions.Family.LINK;
        AddressView view = new AddressView(scene.network(), scene.namespace());
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        StringBuilder lines = new StringBuilder();
        for (Device device : scene.namespace().devices()) {
            if (!filter.accepts(device)) {
                continue;
            }
            ObjectNode node = view.json(device, ipv4Only, options, address -> !linkOnly && addresses.accepts(address));
            boolean bare =
                    scene.namespace().stack().routing().addressesOf(device).isEmpty();
            boolean selects = ipv4Only || addresses.selects();
            if (!selects || !node.get("addr_info").isEmpty() || (bare && !ipv4Only)) {
                json.add(options.brief() ? AddressView.briefly(node) : node);
                lines.append(text(view, node, options, addresses));
            }
        }
        return options.printed(json, lines.toString());
    }

    private static String text(AddressView view, ObjectNode node, ShowOptions options, AddressFilter addresses) {
        if (options.brief()) {
            return view.brief(node);
        }
        if (options.oneline()) {
            boolean linkOnly = options.family() == ShowOptions.Family.LINK;
            return linkOnly ? LinkText.oneline(view.text(node)) : view.oneline(node);
        }
        return addresses.withoutLink() ? view.addresses(node) : view.text(node);
    }
}

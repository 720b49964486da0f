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

/** {@code ip [-4] [-br] [-j] addr show [DEV] [up] [scope S] …}; with a scope no device of whose addresses none fits. */
final class AddressShow implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions options) {
        LinkFilter filter = LinkFilter.read(args, scene, true);
        LinkFilter.refuseUnmodelled(args, options);
        if (options.details()) {
            throw args.notModelled("ip -d addr");
        }
        if (options.statistics()) {
            throw args.notModelled("ip -s addr");
        }
        AddressView view = new AddressView(scene.network(), scene.namespace());
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        StringBuilder lines = new StringBuilder();
        for (Device device : scene.namespace().devices()) {
            if (!filter.accepts(device)) {
                continue;
            }
            ObjectNode node = view.json(device, options.ipv4Only(), filter::accepts);
            boolean bare =
                    scene.namespace().stack().routing().addressesOf(device).isEmpty();
            boolean selects = options.ipv4Only() || filter.selectsScope();
            if (!selects || !node.get("addr_info").isEmpty() || (bare && !options.ipv4Only())) {
                json.add(node);
                lines.append(options.brief() ? view.brief(node) : view.text(node));
            }
        }
        return options.printed(json, lines.toString());
    }
}

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
import io.ringway.lab.show.LinkText;
import io.ringway.lab.show.LinkView;

/** {@code ip [-s] [-d] [-br] [-j] [-o] link show [DEV] [up] [type KIND] [master BRIDGE]}. */
final class LinkShow implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions options) {
        LinkFilter filter = LinkFilter.read(args, scene, false);
        LinkView view = new LinkView(scene.network(), scene.namespace());
        LinkText text = new LinkText(scene.network(), scene.namespace());
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        StringBuilder lines = new StringBuilder();
        for (Device device : scene.namespace().devices()) {
            if (filter.accepts(device)) {
                ObjectNode link = view.link(device, options.statisticsLevel(), options.details());
                json.add(options.brief() ? LinkText.briefly(link) : link);
                lines.append(lines(text, link, options));
            }
        }
        return options.printed(json, lines.toString());
    }

    private static String lines(LinkText text, ObjectNode link, ShowOptions options) {
        if (options.brief()) {
            return text.brief(link);
        }
        return options.oneline() ? LinkText.oneline(text.text(link)) : text.text(link);
    }
}

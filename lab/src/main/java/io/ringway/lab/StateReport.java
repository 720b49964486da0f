package io.ringway.lab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.route.RoutingRules;
import io.ringway.lab.show.FdbView;
import io.ringway.lab.show.LinkView;
import io.ringway.lab.show.NeighbourView;
import io.ringway.lab.show.RouteNames;
import io.ringway.lab.show.RouteView;
import io.ringway.lab.show.RuleView;
import io.ringway.lab.show.SnmpText;

/** What the tools show of a model, by namespace: the {@code --state} of the command line. */
public final class StateReport {
    private final Network network;

    public StateReport(Network network) {
        this.network = network;
    }

    /**
     * All namespaces as one JSON object by name, each with the keys {@code iptables}, {@code ipset}, {@code conntrack} (text
     * of {@code iptables-save -c}, {@code ipset save} and {@code conntrack -L}), {@code link}, {@code neigh}, {@code fdb}, {@code route} and
     * {@code rule} (JSON of {@code ip -j -s link}, {@code ip -j neigh}, {@code bridge -j fdb}, {@code ip -j route|rule}),
     * and {@code nstat} (text of {@code nstat -asz}, the counters that the model moves).
     */
    public String json() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (Namespace namespace : network.namespaces()) {
            all.set(namespace.name(), state(namespace));
        }
        return all.toPrettyString() + "\n";
    }

    /** The same of one namespace. */
    public String json(Namespace namespace) {
        return state(namespace).toPrettyString() + "\n";
    }

    /** The same of one namespace, as a tree. */
    public ObjectNode state(Namespace namespace) {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        state.put("iptables", namespace.stack().netfilter().save(true));
        state.put("ipset", namespace.stack().netfilter().sets().save(false));
        state.put("conntrack", namespace.stack().netfilter().connections().list());
        ArrayNode links = state.putArray("link");
        LinkView view = new LinkView(network, namespace);
        namespace.devices().forEach(device -> links.add(view.link(device, 1, false)));
        ArrayNode neighbours = state.putArray("neigh");
        namespace.stack().neighbours().list().forEach(one -> neighbours.add(new NeighbourView(true, false).json(one)));
        state.set("fdb", new FdbView(network, namespace, true, false).json(device -> true));
        ArrayNode routes = state.putArray("route");
        namespace.stack().routing().routes().forEach(one -> routes.add(RouteView.MAIN.json(one)));
        ArrayNode rules = state.putArray("rule");
        RoutingRules ofRoutes = namespace.stack().routing().rules();
        RuleView rule = new RuleView(false, new RouteNames(false), ofRoutes);
        ofRoutes.list().forEach(one -> rules.add(rule.json(one)));
        state.put("nstat", new SnmpText(namespace.stack().snmp()).text(true, name -> true));
        return state;
    }
}

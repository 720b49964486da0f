package io.ringway.lab;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;

/** What the tools show of a model, by namespace: the {@code --state} of the command line. */
public final class StateReport {
    private final Network network;

    public StateReport(Network network) {
        this.network = network;
    }

    /**
     * All namespaces as one JSON object by name, each with the keys {@code iptables}, {@code conntrack} (text of
     * {@code iptables-save -c} and {@code conntrack -L}), {@code link}, {@code neigh}, {@code fdb} and {@code route}
     * (JSON of {@code ip -j -s link}, {@code ip -j neigh}, {@code bridge -j fdb}, {@code ip -j route}).
     */
    public String json() {
        return network.namespaces().toString();
    }

    /** The same of one namespace. */
    public String json(Namespace namespace) {
        return namespace.name();
    }
}

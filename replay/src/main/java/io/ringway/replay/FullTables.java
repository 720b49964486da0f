package io.ringway.replay;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.nat.conntrack.Connections;
import java.util.ArrayList;
import java.util.List;

/** What the user should know of connection tables that were full: what became of whom, and which setting makes room. */
final class FullTables {
    private FullTables() {}

    static List<String> of(Network network) {
        List<String> warnings = new ArrayList<>();
        for (Namespace namespace : network.namespaces()) {
            Connections connections = namespace.stack().netfilter().connections();
            long refused = connections.statistics().full();
            long evicted = connections.statistics().earlyDrop();
            if (refused + evicted > 0) {
                warnings.add("conntrack of " + namespace.name() + ": the table was full with "
                        + connections.sysctl("nf_conntrack_max") + " connections: " + refused
                        + " packets that begin one were dropped, " + evicted
                        + " connections that were not assured made room"
                        + " (sysctl net.netfilter.nf_conntrack_max=… on the host has it keep more)");
            }
        }
        return warnings;
    }
}

package io.ringway.replay;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import java.util.ArrayList;
import java.util.List;

/** What the user should know of the rules of a network: a line for each match that no packet meets, with its place; and of full tables. */
final class RuleWarnings {
    private RuleWarnings() {}

    static List<String> of(Network network) {
        List<String> warnings = new ArrayList<>();
        for (Namespace namespace : network.namespaces()) {
            for (String warning : namespace.stack().netfilter().tables().warnings()) {
                warnings.add("iptables of " + namespace.name() + ", " + warning);
            }
        }
        warnings.addAll(FullTables.of(network));
        return warnings;
    }
}

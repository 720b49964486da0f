package io.ringway.conformance.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.lab.StateReport;
import io.ringway.nat.conntrack.tool.ConntrackTool;
import java.util.List;

/** What is compared of a namespace: the {@link StateReport}, and what {@code conntrack -S} counts. */
final class ModelState {
    private final StateReport report;

    ModelState(Network network) {
        report = new StateReport(network);
    }

    String json(Namespace namespace) {
        ObjectNode state = report.state(namespace);
        state.put(
                "conntrack-S",
                ConntrackTool.run(
                                List.of("-S"), "", namespace.stack().netfilter().ctnetlink(), 0)
                        .stdout());
        return state.toPrettyString();
    }
}

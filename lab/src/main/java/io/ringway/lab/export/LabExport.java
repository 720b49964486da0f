package io.ringway.lab.export;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import java.util.List;

/** Writes a model as a lab: run by Ringway, or as root by bash on a kernel, it gives the same state. */
public final class LabExport {
    private static final List<ExportSection> SECTIONS = List.of(
            new NumberExport(),
            SettingExport::general,
            new TapExport(),
            new LinkExport(false),
            new LinkExport(true),
            new FlagExport(),
            new GroupExport(),
            new PortExport(),
            new AddressExport(),
            PortExport::states,
            SettingExport::ofInterfaces,
            new RouteExport(),
            new RoutingRuleExport(),
            new NeighbourExport(),
            new FdbExport(),
            new SetExport(),
            new RuleExport());

    private final Network network;

    public LabExport(Network network) {
        this.network = network;
    }

    /**
     * The lab's text; the same model always gives the same text.
     *
     * @throws IllegalStateException when the model holds what no command of a lab makes
     */
    public String text() {
        LabScript script = new LabScript(network);
        for (Namespace namespace : network.namespaces()) {
            if (namespace != network.first()) {
                script.line("ip", "netns", "add", namespace.name());
            }
        }
        for (ExportSection section : SECTIONS) {
            script.blank();
            for (Namespace namespace : network.namespaces()) {
                section.write(namespace, script);
            }
        }
        return script.toString();
    }
}

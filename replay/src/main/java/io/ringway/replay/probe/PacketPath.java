package io.ringway.replay.probe;

import io.ringway.nat.conntrack.Connection;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The way of one packet so far: its steps, and how it ended. */
final class PacketPath {
    private final List<ProbeReport.Step> steps = new ArrayList<>();
    private final Set<Known> known = new LinkedHashSet<>();
    private ProbeReport.Tuple arrived;
    private String where = "";
    private DropReason reason;
    private String help = "";

    void step(String namespace, String place, String what, ProbeReport.Rule rule) {
        steps.add(new ProbeReport.Step(namespace, place, what, rule));
    }

    void delivered(String namespace, ProbeReport.Tuple tuple) {
        arrived = tuple;
        where = namespace;
        reason = null;
        help = "";
    }

    /**
     * Of a flooded packet one copy may arrive, whatever becomes of the others; those that are not for whom they reached say
     * least.
     */
    void dropped(String namespace, String place, DropReason why, String whatHelps) {
        boolean worse = why == DropReason.OTHERHOST && reason != null;
        if (arrived == null && !worse) {
            where = namespace + " " + place;
            reason = why;
            help = whatHelps;
        }
    }

    /** A namespace that tracked the packet's connection before it came. */
    record Known(String namespace, String protocol, String source, int port) {}

    /** Told where a route is looked for: before that, conntrack has seen the packet; behind it, it confirms. */
    void routed(Frame frame, String namespace, ProbeReport.Tuple tuple) {
        if (frame.connection() instanceof Connection connection && connection.isConfirmed()) {
            known.add(new Known(namespace, tuple.protocol(), tuple.source(), tuple.sourcePort()));
        }
    }

    Set<Known> known() {
        return known;
    }

    /** What would change how it ended. */
    String help() {
        return help;
    }

    List<ProbeReport.Step> steps() {
        return List.copyOf(steps);
    }

    boolean hasArrived() {
        return arrived != null;
    }

    /** Null until it arrives. */
    ProbeReport.Tuple arrived() {
        return arrived;
    }

    /** Where it ended; where it was seen last if it still waits somewhere. */
    String where() {
        if (!where.isEmpty() || steps.isEmpty()) {
            return where;
        }
        ProbeReport.Step last = steps.get(steps.size() - 1);
        return last.namespace() + " " + last.where();
    }

    DropReason reason() {
        return reason;
    }

    /**
     * The rule that decided: of a dropped packet the last one; of another the last rule of a filter that let it pass,
     * a policy if there was no rule.
     */
    ProbeReport.Rule rule() {
        ProbeReport.Rule found = null;
        for (ProbeReport.Step step : steps) {
            ProbeReport.Rule rule = step.rule();
            if (rule == null) {
                continue;
            }
            boolean lets = !hasArrived() || rule.table().equals("filter");
            boolean better = found == null || rule.number() > 0 || found.number() == 0 || !hasArrived();
            if (lets && better) {
                found = rule;
            }
        }
        return found;
    }
}

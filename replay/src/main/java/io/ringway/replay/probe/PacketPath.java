package io.ringway.replay.probe;

import io.ringway.packet.DropReason;
import java.util.ArrayList;
import java.util.List;

/** The way of one packet so far: its steps, and how it ended. */
final class PacketPath {
    private final List<ProbeReport.Step> steps = new ArrayList<>();
    private ProbeReport.Tuple arrived;
    private String where = "";
    private DropReason reason;

    void step(String namespace, String place, String what, ProbeReport.Rule rule) {
        steps.add(new ProbeReport.Step(namespace, place, what, rule));
    }

    void delivered(String namespace, ProbeReport.Tuple tuple) {
        arrived = tuple;
        where = namespace;
        reason = null;
    }

    /** Of a flooded packet one copy may arrive, whatever becomes of the others. */
    void dropped(String namespace, String place, DropReason why) {
        if (arrived == null) {
            where = namespace + " " + place;
            reason = why;
        }
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

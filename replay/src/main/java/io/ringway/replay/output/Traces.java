package io.ringway.replay.output;

import io.ringway.engine.core.Trace;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import java.util.List;

/** Several traces at once. */
record Traces(List<Trace> all) implements Trace {
    @Override
    public void hop(Frame frame, String namespace, String where, String what) {
        all.forEach(each -> each.hop(frame, namespace, where, what));
    }

    @Override
    public void rule(
            Frame frame, String namespace, String table, String chain, int number, String text, String verdict) {
        all.forEach(each -> each.rule(frame, namespace, table, chain, number, text, verdict));
    }

    @Override
    public void rewritten(Frame frame, String namespace, String where, String field, String before, String after) {
        all.forEach(each -> each.rewritten(frame, namespace, where, field, before, after));
    }

    @Override
    public void dropped(Frame frame, String namespace, String where, DropReason reason) {
        all.forEach(each -> each.dropped(frame, namespace, where, reason));
    }

    @Override
    public void storm(Frame frame, String namespace, String where, String cycle) {
        all.forEach(each -> each.storm(frame, namespace, where, cycle));
    }
}

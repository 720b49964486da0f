package io.ringway.conformance.model;

import io.ringway.engine.core.Trace;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The model's trace as text, of the last causes only. */
public final class TraceText implements Trace {
    private static final int CAUSES = 20;

    private final ArrayDeque<List<String>> causes = new ArrayDeque<>();
    private final Consumer<DropReason> drops;

    /** @param drops told of every drop as well */
    public TraceText(Consumer<DropReason> drops) {
        this.drops = drops;
        causes.add(new ArrayList<>());
    }

    /** A new cause begins. */
    public void next(String title) {
        if (causes.size() == CAUSES) {
            causes.removeFirst();
        }
        List<String> lines = new ArrayList<>();
        lines.add(title);
        causes.addLast(lines);
    }

    /** From the oldest cause that is kept to now. */
    public List<String> lines() {
        List<String> all = new ArrayList<>();
        causes.forEach(all::addAll);
        return all;
    }

    @Override
    public void hop(Frame frame, String namespace, String where, String what) {
        add(frame, namespace, where, what + ", " + frame.length() + " bytes");
    }

    @Override
    public void rule(
            Frame frame, String namespace, String table, String chain, int number, String text, String verdict) {
        String place = number == 0 ? "policy" : "rule " + number;
        add(frame, namespace, table + " " + chain, place + ": " + text + " -> " + verdict);
    }

    @Override
    public void rewritten(Frame frame, String namespace, String where, String field, String before, String after) {
        add(frame, namespace, where, field + " " + before + " -> " + after);
    }

    @Override
    public void dropped(Frame frame, String namespace, String where, DropReason reason) {
        drops.accept(reason);
        add(frame, namespace, where, "dropped: " + reason.kernelName() + " (" + reason.meaning() + ")");
    }

    private void add(Frame frame, String namespace, String where, String what) {
        causes.getLast().add("  frame " + frame.history().id() + "  " + namespace + "  " + where + "  " + what);
    }
}

package io.ringway.replay;

import io.ringway.engine.core.Kernel;
import io.ringway.engine.core.Trace;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import java.util.List;

/** A trace kept in memory as {@link Hop}s. */
final class HopTrace implements Trace {
    private final Kernel kernel;
    private final List<Hop> hops;

    HopTrace(Kernel kernel, List<Hop> hops) {
        this.kernel = kernel;
        this.hops = hops;
    }

    @Override
    public void hop(Frame frame, String namespace, String where, String what) {
        hops.add(new Hop(frame.history().id(), kernel.wallNs(), namespace, where, what));
    }

    @Override
    public void rule(
            Frame frame, String namespace, String table, String chain, int number, String text, String verdict) {
        hop(frame, namespace, table + "/" + chain, verdict + " by " + (number == 0 ? "policy" : number + ": " + text));
    }

    @Override
    public void rewritten(Frame frame, String namespace, String where, String field, String before, String after) {
        hop(frame, namespace, where, field + " " + before + " -> " + after);
    }

    @Override
    public void dropped(Frame frame, String namespace, String where, DropReason reason) {
        hop(frame, namespace, where, "dropped: " + reason.kernelName() + " (" + reason.meaning() + ")");
    }
}

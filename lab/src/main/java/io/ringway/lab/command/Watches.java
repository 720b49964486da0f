package io.ringway.lab.command;

import io.ringway.engine.core.Kernel;
import io.ringway.lab.CommandResult;
import io.ringway.nat.conntrack.tool.ConntrackAnswer;
import io.ringway.nat.conntrack.tool.EventWatch;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The {@code conntrack -E} that a lab has in its background: what they print comes behind that of the command which caused it. */
public final class Watches {
    private record Running(EventWatch watch, long endNs) {}

    private final List<Running> running = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder err = new StringBuilder();

    /** @param endNs when {@code timeout} ends it, {@link Long#MAX_VALUE} for never */
    void add(EventWatch watch, long endNs) {
        running.add(new Running(watch, endNs));
    }

    /** Lets time pass up to a moment; one that is to end before it ends then. */
    void advance(Kernel kernel, long toNs) {
        List<Long> ends = running.stream()
                .map(Running::endNs)
                .filter(end -> end < toNs)
                .sorted()
                .toList();
        for (long end : ends) {
            kernel.advanceTo(Math.max(end, kernel.nowNs()));
            collect(kernel.nowNs());
        }
        kernel.advanceTo(toNs);
    }

    private void collect(long nowNs) {
        for (Iterator<Running> all = running.iterator(); all.hasNext(); ) {
            Running one = all.next();
            out.append(one.watch.take());
            if (one.endNs <= nowNs) {
                ConntrackAnswer last = one.watch.close();
                out.append(last.stdout());
                err.append(last.stderr());
                all.remove();
            }
        }
    }

    /** A command's result, with what was printed in the background meanwhile. */
    public CommandResult with(CommandResult result, long nowNs) {
        collect(nowNs);
        if (out.isEmpty() && err.isEmpty()) {
            return result;
        }
        CommandResult all = new CommandResult(result.exitCode(), result.stdout() + out, result.stderr() + err);
        out.setLength(0);
        err.setLength(0);
        return all;
    }
}

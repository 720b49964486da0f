package io.ringway.cli;

import io.ringway.replay.comparison.ModelComparison;
import io.ringway.replay.comparison.ModelComparison.Difference;
import io.ringway.replay.comparison.ModelComparison.Side;
import io.ringway.replay.conversation.Verdict;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** For people: which conversations fare otherwise in a second model, those together that do so for the same causes. */
final class AgainstText {
    private static final int CAUSES_SHOWN = 20;
    private static final int SHOWN = 5;

    private final PrintWriter out;

    private AgainstText(PrintWriter out) {
        this.out = out;
    }

    static void print(ModelComparison comparison, PrintWriter out) {
        new AgainstText(out).print(comparison);
        out.flush();
    }

    private void print(ModelComparison comparison) {
        out.println(comparison.differences().size() + " of " + comparison.conversations() + " conversations differ");
        Map<String, Alike> causes = new LinkedHashMap<>();
        long others = 0;
        for (Difference difference : comparison.differences()) {
            String cause = cause(difference);
            Alike alike = causes.get(cause);
            if (alike == null && causes.size() == CAUSES_SHOWN) {
                others++;
            } else if (alike == null) {
                causes.put(cause, new Alike(difference));
            } else {
                alike.add(difference);
            }
        }
        causes.values().forEach(this::print);
        if (others > 0) {
            out.println("and " + others + " for other causes (--json lists all)");
        }
    }

    /** Differences of one cause: the first few of them, and how many there are. */
    private static final class Alike {
        private final List<Difference> first = new ArrayList<>();
        private long count;

        Alike(Difference one) {
            add(one);
        }

        void add(Difference one) {
            if (count++ < SHOWN) {
                first.add(one);
            }
        }
    }

    private static String cause(Difference difference) {
        return change(difference) + "\n" + text(difference.a()) + "\n" + text(difference.b());
    }

    private void print(Alike alike) {
        Difference first = alike.first.get(0);
        out.println(change(first) + ":");
        for (Difference each : alike.first) {
            out.println("  " + each.protocol() + " " + each.from() + " > " + each.to() + "  A " + count(each.a())
                    + "  B " + count(each.b()));
        }
        if (alike.count > SHOWN) {
            out.println("  and " + (alike.count - SHOWN) + " more (--json lists all)");
        }
        out.println("  A: " + text(first.a()));
        out.println("  B: " + text(first.b()));
    }

    private static String change(Difference difference) {
        return difference.a().verdict() == difference.b().verdict()
                ? difference.a().verdict() + " on both sides, but not alike"
                : difference.a().verdict() + " -> " + difference.b().verdict();
    }

    private static String count(Side side) {
        boolean shown =
                side.verdict() != Verdict.NEVER_STARTED && !side.arrivedAs().isEmpty();
        return side.arrived() + " of " + side.packets() + (shown ? " as " + side.arrivedAs() : "");
    }

    private static String text(Side side) {
        StringBuilder text = new StringBuilder();
        if (side.lost() > 0) {
            text.append("lost in ").append(side.where()).append(": ").append(side.reason());
            text.append(side.rule() == null ? "" : ", by " + side.rule());
        } else {
            text.append("arrives in ").append(side.where());
            text.append(side.rule() == null ? "" : ", let pass by " + side.rule());
        }
        return text + (side.translator() == null ? "" : ", translated by " + side.translator());
    }
}

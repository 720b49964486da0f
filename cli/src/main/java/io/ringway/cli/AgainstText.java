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
        Map<String, List<Difference>> causes = new LinkedHashMap<>();
        for (Difference difference : comparison.differences()) {
            causes.computeIfAbsent(cause(difference), key -> new ArrayList<>()).add(difference);
        }
        causes.values().stream().limit(CAUSES_SHOWN).forEach(this::print);
        int more =
                causes.values().stream().skip(CAUSES_SHOWN).mapToInt(List::size).sum();
        if (more > 0) {
            out.println("and " + more + " for other causes (--json lists all)");
        }
    }

    private static String cause(Difference difference) {
        return change(difference) + "\n" + text(difference.a()) + "\n" + text(difference.b());
    }

    private void print(List<Difference> alike) {
        Difference first = alike.get(0);
        out.println(change(first) + ":");
        for (Difference each : alike.subList(0, Math.min(SHOWN, alike.size()))) {
            out.println("  " + each.protocol() + " " + each.from() + " > " + each.to() + "  A " + count(each.a())
                    + "  B " + count(each.b()));
        }
        if (alike.size() > SHOWN) {
            out.println("  and " + (alike.size() - SHOWN) + " more (--json lists all)");
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

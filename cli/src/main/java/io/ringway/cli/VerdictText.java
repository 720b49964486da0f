package io.ringway.cli;

import io.ringway.replay.conversation.Conversation;
import io.ringway.replay.conversation.Verdict;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Conversations with their verdicts for people: how many of each, then the largest, those first that are not complete. */
final class VerdictText {
    private static final int SHOWN = 20;

    private final List<Conversation> conversations;

    VerdictText(List<Conversation> conversations) {
        this.conversations = conversations;
    }

    void print(PrintWriter out) {
        long[] counts = new long[Verdict.values().length];
        for (Conversation each : conversations) {
            counts[each.verdict().ordinal()]++;
        }
        line(out, "%nVERDICT         conversations");
        for (Verdict verdict : Verdict.values()) {
            line(out, "%-15s %,13d", verdict, counts[verdict.ordinal()]);
        }
        List<Conversation> broken = Largest.of(conversations, SHOWN, each -> each.verdict() != Verdict.COMPLETE);
        List<Conversation> whole =
                Largest.of(conversations, SHOWN - broken.size(), each -> each.verdict() == Verdict.COMPLETE);
        line(
                out,
                "%nCONVERSATION                                          packets         bytes   packets         bytes"
                        + "  verdict");
        broken.forEach(each -> show(out, each));
        whole.forEach(each -> show(out, each));
        int more = conversations.size() - broken.size() - whole.size();
        if (more > 0) {
            line(out, "and %d more (--json lists all)", more);
        }
    }

    private static void show(PrintWriter out, Conversation each) {
        line(
                out,
                "%-5s %-22s %-22s %,10d %,13d %,9d %,13d  %s",
                each.protocol(),
                each.initiator(),
                each.responder(),
                each.packetsOfInitiator(),
                each.bytesOfInitiator(),
                each.packetsOfResponder(),
                each.bytesOfResponder(),
                each.verdict());
        if (!each.initiatorHost().isEmpty()) {
            String at =
                    each.responderHost().isEmpty() ? "nowhere" : each.responderHost() + " " + each.tupleAtResponder();
            line(out, "      %s %s, at %s", each.initiatorHost(), each.tupleAtInitiator(), at);
        }
        Conversation.Lost lost = each.lost();
        if (lost != null && lost.packet() == 0) {
            line(out, "      %s", lost.loss());
        } else if (lost != null) {
            String sender = lost.fromInitiator() ? each.initiator() : each.responder();
            line(out, "      packet %d of %s: %s", lost.packet(), sender, lost.loss());
        }
    }

    private static void line(PrintWriter out, String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}

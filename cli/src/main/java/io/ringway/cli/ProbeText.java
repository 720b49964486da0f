package io.ringway.cli;

import io.ringway.replay.probe.ProbeReport;
import java.io.PrintWriter;
import java.util.List;

/** A traced conversation for people: a line a hop, the namespace named where it changes, the verdict below. */
final class ProbeText {
    private static final int WIDTH = 100;
    private static final int NAMES = 12;
    private static final int PLACES = 18;

    private final ProbeReport report;

    ProbeText(ProbeReport report) {
        this.report = report;
    }

    void print(PrintWriter out) {
        out.println(report.sent() + "  from " + report.probe().from());
        hops(out, report.hops());
        out.println("verdict: " + verdict());
        if (!report.help().isEmpty()) {
            wrapped(out, "help:    ", report.help());
        }
        report.notes().forEach(note -> wrapped(out, "note:    ", note));
        ProbeReport.Reply reply = report.reply();
        if (reply != null) {
            out.println();
            out.println("reply: " + reply.kind());
            hops(out, reply.hops());
            out.println(
                    "verdict: " + ended(reply.verdict(), reply.where(), reply.reason(), reply.meaning(), reply.rule()));
            if (!reply.help().isEmpty()) {
                wrapped(out, "help:    ", reply.help());
            }
        }
        out.println("answer:  " + answer());
    }

    private static void hops(PrintWriter out, List<ProbeReport.Step> steps) {
        String last = "";
        for (ProbeReport.Step step : steps) {
            String namespace = step.namespace().equals(last) ? "" : step.namespace();
            last = step.namespace();
            String head = "  " + padded(namespace, NAMES) + " " + padded(step.where(), PLACES) + " ";
            wrapped(out, head, what(step));
        }
    }

    /** Breaks at blanks what is too long for a line. */
    private static void wrapped(PrintWriter out, String head, String text) {
        String start = head;
        String rest = text;
        int room = WIDTH - head.length();
        while (rest.length() > room && rest.lastIndexOf(' ', room) > 0) {
            int blank = rest.lastIndexOf(' ', room);
            out.println(start + rest.substring(0, blank));
            rest = rest.substring(blank + 1);
            start = " ".repeat(head.length() + 2);
            room = WIDTH - start.length();
        }
        out.println(start + rest);
    }

    private static String what(ProbeReport.Step step) {
        ProbeReport.Rule rule = step.rule();
        if (rule == null) {
            return step.what();
        }
        return rule.verdict() + " by " + (rule.number() == 0 ? "policy" : "rule " + rule.number() + ": " + rule.text());
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private String verdict() {
        String text = ended(report.verdict(), report.where(), report.reason(), report.meaning(), report.rule());
        boolean translated = report.arrived() != null && !report.arrived().equals(report.sent());
        return translated ? text + " as " + report.arrived() : text;
    }

    private static String ended(
            ProbeReport.Verdict verdict, String where, String reason, String meaning, ProbeReport.Rule rule) {
        if (verdict == ProbeReport.Verdict.DELIVERED) {
            return "delivered to " + where;
        }
        String text = verdict.word() + " at " + (where.isEmpty() ? "its sender" : where);
        text += reason.isEmpty() ? ": it still waits there" : ": " + meaning + " (" + reason + ")";
        boolean byRule = reason.contains("NETFILTER") && rule != null;
        return byRule
                ? text + "\n         by " + rule.table() + " " + rule.chain() + " "
                        + (rule.number() == 0
                                ? "policy " + rule.verdict()
                                : "rule " + rule.number() + ": " + rule.text())
                : text;
    }

    private String answer() {
        String kind =
                report.reply() == null ? "nothing came back" : report.reply().kind();
        boolean lost = report.reply() != null && report.reply().verdict() != ProbeReport.Verdict.DELIVERED;
        if (report.answer() == ProbeReport.Answer.ACCEPTED && (kind.equals("RST") || kind.startsWith("ICMP"))) {
            return report.answer().word() + " (somebody listened there)";
        }
        return report.answer().word() + " (" + kind + (lost ? ", which did not come back)" : ")");
    }
}

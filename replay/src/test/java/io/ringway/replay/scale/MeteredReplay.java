package io.ringway.replay.scale;

import io.ringway.replay.Replay;
import io.ringway.replay.Ringway;
import io.ringway.replay.comparison.FlowOutcomes;
import io.ringway.replay.comparison.ModelComparison;
import io.ringway.replay.conversation.Verdict;
import io.ringway.replay.report.ReplayReport;
import io.ringway.replay.report.ReportJson;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/** Replays a capture in one mode, and keeps what it took. */
final class MeteredReplay {
    private final Mode mode;
    private final ConversationCapture capture;
    private final Path file;
    private final Pulse pulse = new Pulse();
    private Ringway ringway;
    private Replay replay;
    private ReplayReport report;
    private FlowOutcomes outcomes;
    private double ofReplay;
    private double ofConntrack;
    private double ofOutcomes;
    private long complete;
    private long afterNs;

    MeteredReplay(Mode mode, ConversationCapture capture, Path file) {
        this.mode = mode;
        this.capture = capture;
        this.file = file;
    }

    /** Of what needs time for it; nothing is measured of its memory. */
    static void warmUp(Mode mode, ConversationCapture capture, Path file) throws IOException {
        MeteredReplay once = new MeteredReplay(mode, capture, file);
        once.replay();
        once.finish();
    }

    MeteredReplay run() throws IOException {
        replay();
        finish();
        long all = Pulse.liveBytes();
        ringway.command("conntrack -F");
        long withoutConntrack = Pulse.liveBytes();
        report = null;
        replay = null;
        if (outcomes == null) {
            ofReplay = each(withoutConntrack - Pulse.liveBytes());
        } else {
            ringway = null;
            long withOutcomes = Pulse.liveBytes();
            outcomes = null;
            ofOutcomes = each(withOutcomes - Pulse.liveBytes());
        }
        ofConntrack = each(all - withoutConntrack);
        ringway = null;
        return this;
    }

    private double each(long bytes) {
        return bytes / (double) capture.conversations();
    }

    private void replay() throws IOException {
        ringway = mode.load();
        replay = ringway.replay();
        mode.feed(replay, file);
        if (mode == Mode.COMPARED) {
            outcomes = new FlowOutcomes();
            replay.follow(outcomes);
        }
        replay.progress((read, total) -> pulse.beat());
        report = replay.run();
    }

    /** What comes behind the last frame: totals, and every conversation as JSON; or the comparison. */
    private void finish() throws IOException {
        long beganNs = Pulse.processNs();
        replay.sending().statistics();
        if (mode == Mode.COMPARED) {
            complete = (long) capture.conversations() - compare().differences().size();
        } else {
            ReportJson.printJudged(report, List.of(), null, Writer.nullWriter());
            complete = report.conversations().stream()
                    .filter(each -> each.verdict() == Verdict.COMPLETE)
                    .count();
        }
        afterNs = Pulse.processNs() - beganNs;
    }

    /** With a model that differs in one rule. */
    private ModelComparison compare() throws IOException {
        FlowOutcomes others = new FlowOutcomes();
        Ringway other = Ringway.parse("lab.sh", ManyHosts.translated(Mode.DIFFERENCE));
        try (Replay second = other.replay()) {
            mode.feed(second, file);
            second.follow(others).run();
        }
        return ModelComparison.of(outcomes, others);
    }

    ConversationCapture capture() {
        return capture;
    }

    Pulse pulse() {
        return pulse;
    }

    double nsOfTenth(int tenth) {
        return pulse.threadNs(tenth, capture.totalFrames());
    }

    double nsOfTenths(int from, int until) {
        return pulse.processNs(from, until, capture.totalFrames());
    }

    /** Bytes of the replay's own that a conversation takes, not known where models are compared. */
    double bytesOfReplay() {
        return ofReplay;
    }

    /** Bytes that its connection takes in the model. */
    double bytesOfConntrack() {
        return ofConntrack;
    }

    /** Bytes of what is kept of it for a comparison, of one model. */
    double bytesOfOutcomes() {
        return ofOutcomes;
    }

    /** Conversations that were complete; where models are compared, those that fared alike. */
    long complete() {
        return complete;
    }

    /** CPU time of the process behind the last frame. */
    long afterNs() {
        return afterNs;
    }
}

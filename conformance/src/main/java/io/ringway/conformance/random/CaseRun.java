package io.ringway.conformance.random;

import io.ringway.conformance.ConformListener;
import io.ringway.conformance.ConformReport;
import io.ringway.conformance.Conformance;
import io.ringway.conformance.Witness;
import io.ringway.conformance.compare.Explanations;
import io.ringway.conformance.compare.FrameDifference;
import io.ringway.conformance.compare.Sighting;
import io.ringway.conformance.kernel.KernelException;
import io.ringway.conformance.kernel.KernelLab;
import io.ringway.conformance.kernel.Refusal;
import io.ringway.lab.LabCommand;
import io.ringway.lab.LabException;
import io.ringway.packet.DropReason;
import io.ringway.replay.request.InterfaceName;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs one case on both sides, in the throw-away world that this process is in. */
final class CaseRun implements ConformListener, Witness {
    private static final long NO_LIMIT = Long.MAX_VALUE;

    private final RandomCase subject;
    private final List<SentFrame> inOrder;
    private final NatTalk talk;
    private long translated;
    private final Map<String, Long> met = new TreeMap<>();
    private final Explanations explanations = Explanations.known();
    private long crossed;
    private final List<DropReason> drops = new ArrayList<>();
    private SentFrame sent;
    private int frames;
    private long cause;
    private FrameDifference first;
    private final long endNs;

    /** Ends a run between two frames. */
    private static final class OverTime extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private CaseRun(RandomCase subject, long limitNs) {
        this.subject = subject;
        endNs = limitNs == NO_LIMIT ? NO_LIMIT : System.nanoTime() + limitNs;
        inOrder = CaseFolder.inOrder(subject);
        talk = subject.talk() == null ? null : subject.talk().get();
    }

    /** @param folder where its files go */
    static Outcome run(Path folder, RandomCase subject) throws IOException {
        return run(folder, subject, NO_LIMIT);
    }

    /** As the other one, but given up between two frames once it took longer. */
    static Outcome run(Path folder, RandomCase subject, long limitNs) throws IOException {
        return new CaseRun(subject, limitNs).run(folder);
    }

    /** Runs it, and tells it again as the case that it was: its frames are those that were sent. */
    static Told told(Path folder, RandomCase subject) throws IOException {
        CaseRun run = new CaseRun(subject, NO_LIMIT);
        Outcome outcome = run.run(folder);
        RandomCase told = run.talk == null ? subject : subject.withFrames(run.talk.sent());
        return new Told(told, outcome);
    }

    /** A case that ran. */
    record Told(RandomCase subject, Outcome outcome) {}

    private Outcome run(Path folder) throws IOException {
        CaseFolder.write(folder, subject);
        try {
            return outcome(Conformance.run(
                    CaseFolder.request(folder, subject), this, this, PlantedFault.asAsked(), explanations, talk));
        } catch (OverTime e) {
            return Outcome.failed(Outcome.LOST + ": took too long", List.of());
        } catch (LabException e) {
            return Outcome.failed(Outcome.VOID + ": " + e.getMessage(), List.of());
        } catch (KernelException | ReplayException e) {
            return Outcome.failed("refused: " + DifferenceKind.withoutNumbers(e.getMessage()), List.of(e.getMessage()));
        } catch (RuntimeException e) {
            return crashed(e);
        } finally {
            new KernelLab().takeAway();
        }
    }

    private static Outcome crashed(RuntimeException e) {
        List<String> details = new ArrayList<>(List.of(e.toString()));
        for (StackTraceElement element : e.getStackTrace()) {
            details.add("  at " + element);
        }
        return Outcome.failed("crashed: " + e.getClass().getSimpleName() + " at " + e.getStackTrace()[0], details);
    }

    private Outcome outcome(ConformReport report) {
        String kind = Outcome.EQUAL;
        if (first != null) {
            kind = DifferenceKind.of(first);
        } else if (report.undecided() > 0) {
            kind = Outcome.UNDECIDED + " " + report.undecided();
        } else if (!report.differences().isEmpty()) {
            kind = DifferenceKind.ofState(report.differences().get(0));
        }
        List<String> details = new ArrayList<>(report.differences());
        details.addAll(report.firstFrame());
        details.addAll(report.warnings());
        return new Outcome(
                kind,
                details,
                report.comparedFrames(),
                report.comparedItems(),
                report.injected(),
                crossed,
                talk == null ? Outcome.NOT_COUNTED : translated,
                cause,
                met,
                new Excuses(report.excused(), explanations.frames(), explanations.items()));
    }

    @Override
    public void dropped(DropReason reason) {
        drops.add(reason);
    }

    @Override
    public void injected(InterfaceName where, byte[] frame, long timeNs, Refusal refusal) {
        sent = talk == null ? inOrder.get(frames) : talk.last();
        frames++;
    }

    @Override
    public void commanded(LabCommand command, long timeNs, int exitCode) {
        sent = null;
    }

    @Override
    public void ended(long timeNs, Map<InterfaceName, List<Sighting>> kernel) {
        if (endNs != NO_LIMIT && System.nanoTime() - endNs > 0) {
            throw new OverTime();
        }
        for (DropReason reason : drops) {
            subject.features().forEach(feature -> met.merge(feature + "|" + reason.name(), 1L, Long::sum));
            if (sent != null) {
                sent.kinds().forEach(kind -> met.merge(kind + "|" + reason.name(), 1L, Long::sum));
            }
        }
        if (sent != null) {
            sent.kinds().forEach(kind -> met.merge(kind + "|" + Coverage.FRAMES, 1L, Long::sum));
            met.merge(Coverage.ANY_FRAME + "|" + Coverage.FRAMES, 1L, Long::sum);
            drops.forEach(reason -> met.merge(Coverage.ANY_FRAME + "|" + reason.name(), 1L, Long::sum));
        }
        drops.clear();
        boolean changed = talk != null && sent != null && Crossing.isTranslated(sent, kernel);
        translated += changed ? 1 : 0;
        if (changed || (sent != null && Crossing.happened(sent, kernel))) {
            crossed++;
        }
        if (talk != null) {
            talk.hear(kernel);
        }
    }

    @Override
    public void differs(FrameDifference difference) {
        first = difference;
        cause = frames;
    }
}

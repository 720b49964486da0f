package io.ringway.conformance.cases;

import io.ringway.conformance.ConformReport;
import io.ringway.conformance.ConformRequest;
import io.ringway.conformance.Inputs;
import io.ringway.conformance.StateJudge;
import io.ringway.conformance.cases.Recording.Command;
import io.ringway.conformance.cases.Recording.Event;
import io.ringway.conformance.compare.FrameComparison;
import io.ringway.conformance.compare.FrameDifference;
import io.ringway.conformance.compare.FrameText;
import io.ringway.conformance.compare.Rules;
import io.ringway.conformance.compare.Sighting;
import io.ringway.conformance.compare.StateComparison;
import io.ringway.conformance.kernel.Refusal;
import io.ringway.conformance.model.ModelLab;
import io.ringway.conformance.model.TraceText;
import io.ringway.lab.Lab;
import io.ringway.lab.LabCommand;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.replay.input.StackEntrance;
import io.ringway.replay.request.InterfaceName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Judges the model by a recorded case: the same commands and frames at the recorded times; needs no kernel. */
public final class GoldenJudge {
    private static final long MS = 1_000_000;

    /** What the recording kept free of timers, less what passes between looking and sending. */
    private static final long BEFORE_TIMER_NS = 270 * MS;

    private static final long AFTER_TIMER_NS = 480 * MS;

    private final GoldenCase golden;
    private final Recording recording;
    private final UnaryOperator<LabCommand> forModel;
    private final ModelLab model = new ModelLab(1);
    private final Rules rules = new Rules();
    private final FrameComparison frames = new FrameComparison(rules.forFrames());
    private final StateComparison state = new StateComparison(rules.forState());
    private final TraceText trace;
    private final List<String> kernelLog;
    private final List<String> log = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private final Set<InterfaceName> kernels = new LinkedHashSet<>();
    private final Set<InterfaceName> met = new HashSet<>();
    private final Set<String> watched = new HashSet<>();
    private Map<String, List<Sighting>> seen = new TreeMap<>();
    private List<String> first = List.of();
    private long injectedFrames;
    private long refused;
    private long undecided;

    private GoldenJudge(
            GoldenCase golden, Recording recording, UnaryOperator<LabCommand> forModel, Consumer<DropReason> drops)
            throws IOException {
        kernelLog = golden.log();
        trace = new TraceText(drops);
        this.golden = golden;
        this.recording = recording;
        this.forModel = forModel;
    }

    /** @throws IOException when the case was not recorded, or its files were changed since */
    public static ConformReport judge(GoldenCase golden) throws IOException {
        return judge(golden, UnaryOperator.identity(), reason -> {});
    }

    /**
     * As the other one.
     *
     * @param forModel changes commands on their way to the model: to plant a difference
     * @param drops told of every drop in the model
     */
    public static ConformReport judge(GoldenCase golden, UnaryOperator<LabCommand> forModel, Consumer<DropReason> drops)
            throws IOException {
        String again = "; record it (as root): conformance/cases/record " + golden.name();
        if (!golden.recordedFile().toFile().exists()) {
            throw new IOException(golden.name() + " was never recorded" + again);
        }
        Recording recording = RecordingFiles.read(golden);
        if (!recording.given().equals(golden.given())) {
            throw new IOException(golden.name() + ": its lab or traffic changed since it was recorded" + again);
        }
        return new GoldenJudge(golden, recording, forModel, drops).run();
    }

    private ConformReport run() throws IOException {
        recording.zeroTickNs().ifPresent(zeroNs -> {
            model.followTicks(zeroNs);
            frames.timersAgree();
        });
        model.setLimits(recording.limits());
        model.watchDraws(rules.drawnPorts()::add);
        ConformRequest request = golden.request();
        List<LabCommand> commands = Lab.read(request.labs()).commands();
        for (int i = 0; i < commands.size(); i++) {
            run(commands.get(i), recording.prepared().get(i));
        }
        model.begin();
        kernels.addAll(recording.seen().get(0).keySet());
        watchNew();
        model.setTrace(trace);
        if (!kernelLog.isEmpty()) {
            model.setPacketLog((namespace, wallNs, level, line) -> log.add(level + " " + line));
        }
        recording.muted().forEach(model::mute);
        try (Inputs inputs = new Inputs(model, request)) {
            play(request, inputs);
        }
        kernels.stream()
                .filter(name -> !met.contains(name))
                .forEach(name -> differences.add("only the kernel has an interface " + name));
        judgeState();
        if (!log.equals(kernelLog)) {
            differences.add(LogDifference.between(kernelLog, log));
        }
        return report(commands.size());
    }

    private void run(LabCommand command, Command recorded) {
        int exitCode = model.run(forModel.apply(command), recorded.timeNs()).exitCode();
        if (exitCode != recorded.exitCode()) {
            differences.add(command.position() + ": " + recorded.words() + ": the kernel's tool ends with "
                    + recorded.exitCode() + ", the model's with " + exitCode);
        }
    }

    /** Interfaces that are there now, or appeared just now. */
    private void watchNew() {
        for (InterfaceName name : model.interfaces()) {
            if (!watched.add(name + " " + model.ifindex(name))) {
                continue;
            }
            if (kernels.contains(name)) {
                met.add(name);
                frames.expect(name.toString());
                model.tap(name, false, (frame, outgoing) -> see(name, frame, outgoing));
            } else {
                differences.add("only the model has an interface " + name);
            }
        }
    }

    private void see(InterfaceName name, Frame frame, boolean outgoing) {
        seen.computeIfAbsent(name.toString(), key -> new ArrayList<>())
                .add(Sighting.of(frame, outgoing, model.nowNs()));
    }

    private void play(ConformRequest request, Inputs inputs) throws IOException {
        int command = 0;
        String cause = "the lab's last command";
        byte[] injected = {};
        for (int i = 0; i < recording.events().size(); i++) {
            Event event = recording.events().get(i);
            model.advanceTo(event.timeNs());
            endEvent(i, cause, injected);
            undecided += nearTimer(event.timeNs()) ? 1 : 0;
            if (event.command() != null) {
                cause = "the command " + event.command().words();
                injected = new byte[0];
                trace.next(event.command().words());
                run(request.at().get(command++).command(), event.command());
                model.bringLinkNews();
                watchNew();
                continue;
            }
            int input = inputs.next();
            InterfaceName where = inputs.sender(input);
            Frame frame = inputs.take(input);
            if (where.isStack() && !StackEntrance.cutToPacket(frame)) {
                throw new IOException(golden.name() + ": a frame for " + where + " that holds no IPv4 packet");
            }
            injectedFrames++;
            cause = "injected frame " + injectedFrames + " at " + where;
            trace.next(cause);
            injected = frame.toBytes();
            inject(event, cause, where, frame, inputs.isFromOutside(input));
        }
        long endNs = recording.ends().get(recording.ends().size() - 1);
        model.advanceTo(endNs);
        endEvent(recording.events().size(), cause, injected);
    }

    private boolean nearTimer(long timeNs) {
        return model.nextTimerNs() - BEFORE_TIMER_NS <= timeNs || model.lastTimerNs() + AFTER_TIMER_NS > timeNs;
    }

    private void inject(Event event, String cause, InterfaceName where, Frame frame, boolean outside) {
        Refusal refusal =
                outside ? model.arrive(where, frame, event.timeNs()) : model.inject(where, frame, event.timeNs());
        refused += event.refusal() == Refusal.NONE ? 0 : 1;
        if (refusal != event.refusal()) {
            differences.add(cause + ": kernel " + event.refusal() + ", model " + refusal);
        }
    }

    private void endEvent(int event, String cause, byte[] injected) {
        Map<String, List<Sighting>> kernel = new TreeMap<>();
        recording.seen().get(event).forEach((name, sightings) -> kernel.put(name.toString(), sightings));
        frames.compare(cause, injected, kernel, seen);
        seen = new TreeMap<>();
        if (first.isEmpty() && frames.first() != null) {
            first = describe(frames.first());
        }
    }

    private List<String> describe(FrameDifference difference) {
        List<String> lines = new ArrayList<>();
        lines.add(golden.name() + ": " + difference.summary());
        lines.addAll(FrameText.describe(difference));
        lines.add("the model's trace:");
        lines.addAll(trace.lines());
        return lines;
    }

    private void judgeState() {
        recording.stateTimes().forEach((namespace, timeNs) -> {
            model.advanceTo(timeNs);
            undecided += nearTimer(timeNs) ? 1 : 0;
            StateJudge.compare(state, namespace, recording.state().get(namespace), model);
        });
        differences.addAll(state.differences());
    }

    private ConformReport report(int commands) {
        if (!first.isEmpty()) {
            differences.add(0, first.get(0));
        }
        List<String> warnings = undecided == 0
                ? List.of()
                : List.of("the model has a timer where the recording had none: record the case again");
        Map<String, Long> excused = new TreeMap<>(frames.excused());
        excused.putAll(state.excused());
        return new ConformReport(
                commands,
                injectedFrames,
                refused,
                undecided,
                frames.tallies(),
                state.tallies(),
                excused,
                differences,
                first,
                warnings);
    }
}

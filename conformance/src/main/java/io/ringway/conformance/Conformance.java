package io.ringway.conformance;

import io.ringway.conformance.compare.Explanations;
import io.ringway.conformance.compare.FrameComparison;
import io.ringway.conformance.compare.Rules;
import io.ringway.conformance.compare.StateComparison;
import io.ringway.conformance.kernel.Injector;
import io.ringway.conformance.kernel.KernelLab;
import io.ringway.conformance.kernel.KernelTaps;
import io.ringway.conformance.kernel.MachineLimits;
import io.ringway.conformance.kernel.Muteness;
import io.ringway.conformance.model.ModelLab;
import io.ringway.conformance.model.TraceText;
import io.ringway.lab.Lab;
import io.ringway.lab.LabCommand;
import io.ringway.replay.request.Direction;
import io.ringway.replay.request.InterfaceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * One conformance run, inside a {@link io.ringway.conformance.kernel.ThrowAwayWorld}: the lab's commands on both sides,
 * then every input frame in lockstep, then the state; what differs is reported, never repaired.
 */
public final class Conformance {
    /** In which works that the lab's commands left behind come to an end; news of carriers are brought then. */
    private static final long LINKS_SETTLE_NS = 300_000_000L;

    private static final int PROGRESS_EVERY = 64;

    private final ConformRequest request;
    private final ConformListener listener;
    private final Rules rules = new Rules();
    private final FrameComparison frames;
    private final StateComparison state;
    private final Sightings sightings;
    private final List<String> differences = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Set<String> muted = new TreeSet<>();
    private final TraceText trace;
    private final KernelLab kernel;
    private final ModelLab model;
    private final KernelTaps taps;
    private final Observers observers;
    private final Lockstep lockstep;
    private FirstDifference first;
    private final UnaryOperator<LabCommand> forModel;
    private final Witness witness;
    private final CommandPair pair;
    private final Traffic traffic;
    private long commands;
    private long undecidedStates;

    private Conformance(
            ConformRequest request,
            ConformListener listener,
            Witness witness,
            UnaryOperator<LabCommand> forModel,
            Explanations explanations,
            Traffic traffic) {
        this.traffic = traffic;
        frames = new FrameComparison(rules.forFrames(), explanations);
        state = new StateComparison(rules.forState(), explanations);
        this.request = request;
        this.listener = listener;
        this.forModel = forModel;
        this.witness = witness;
        sightings = new Sightings(frames, witness);
        taps = new KernelTaps(sightings::kernel);
        trace = new TraceText(listener::dropped);
        kernel = new KernelLab();
        model = new ModelLab(request.seed());
        model.watchDraws(rules.drawnPorts()::add);
        observers = new Observers(request, kernel, model, taps, sightings, differences);
        lockstep = new Lockstep(model, taps, sightings, witness);
        pair = new CommandPair(kernel, model, differences);
    }

    /**
     * Runs it.
     *
     * @throws io.ringway.lab.LabException for a lab that cannot be read or done
     * @throws io.ringway.replay.ReplayException for an interface that the lab does not have
     * @throws io.ringway.conformance.kernel.KernelException when the kernel side cannot do its part
     */
    public static ConformReport run(ConformRequest request, ConformListener listener) throws IOException {
        return run(request, listener, Witness.NONE, UnaryOperator.identity());
    }

    /** As the other one, with every command changed on its way to the model: to plant a difference. */
    public static ConformReport run(
            ConformRequest request, ConformListener listener, Witness witness, UnaryOperator<LabCommand> forModel)
            throws IOException {
        return run(request, listener, witness, forModel, Explanations.none());
    }

    /** As the other one; what an explanation covers is counted by it and no difference. */
    public static ConformReport run(
            ConformRequest request,
            ConformListener listener,
            Witness witness,
            UnaryOperator<LabCommand> forModel,
            Explanations explanations)
            throws IOException {
        return new Conformance(request, listener, witness, forModel, explanations, null).run();
    }

    /** As the other one; the request's inputs only say who is fed, and the traffic by itself what they send. */
    public static ConformReport run(
            ConformRequest request,
            ConformListener listener,
            Witness witness,
            UnaryOperator<LabCommand> forModel,
            Explanations explanations,
            Traffic traffic)
            throws IOException {
        return new Conformance(request, listener, witness, forModel, explanations, traffic).run();
    }

    private ConformReport run() throws IOException {
        if (lockstep.followTicks()) {
            frames.timersAgree();
        }
        Map<String, Long> limits = MachineLimits.read();
        model.setLimits(limits);
        witness.limits(limits);
        Lab lab = Lab.read(request.labs());
        warnings.addAll(lab.warnings());
        for (LabCommand command : lab.commands()) {
            listener.command(String.join(" ", command.hostArgv()));
            long timeNs = lockstep.nowNs();
            witness.prepared(command, timeNs, pair.run(command, forModel.apply(command), timeNs));
            commands++;
        }
        try (taps;
                Traffic inputs = traffic == null ? new Inputs(model, request) : traffic;
                Injector injector = new Injector(kernel)) {
            model.interfaces().stream().filter(model::isTap).forEach(injector::attach);
            model.begin();
            lockstep.runUntil(lockstep.nowNs() + LINKS_SETTLE_NS);
            pair.bringLinkNews();
            observers.watchNew();
            model.setTrace(trace);
            mute();
            new KernelPorts(kernel, lockstep::shownByKernel).follow(model);
            witness.watched(sightings.watched(), muted);
            inputs.senders().forEach(injector::open);
            feed(inputs, injector);
            lockstep.linger(request.lingerNs());
            endCause();
            judgeState();
            taps.checkComplete();
            warnings.addAll(inputs.warnings());
            return report();
        }
    }

    private void mute() {
        if (request.alive()) {
            return;
        }
        Muteness muteness = new Muteness(kernel);
        for (ConformRequest.Input input : request.inputs()) {
            String namespace = input.where().namespace();
            if (!input.arriving() && muted.add(namespace)) {
                muteness.apply(namespace, model.tunnelPorts(namespace));
                model.mute(namespace);
            }
        }
    }

    /** Each frame and command no earlier than the gap before it says, away from timers, when both sides are quiet. */
    private void feed(Traffic inputs, Injector injector) throws IOException {
        int input = inputs.next();
        Agenda agenda = new Agenda(request.at(), input < 0 ? 0 : inputs.timestampNs(input));
        lockstep.startEvents();
        while (input >= 0 || agenda.hasCommand()) {
            TimedCommand command = agenda.commandBefore(input < 0 ? Agenda.NO_FRAME : inputs.timestampNs(input));
            long gapNs = command == null ? agenda.passFrame(inputs.timestampNs(input)) : agenda.passCommand();
            lockstep.runUntil(lockstep.lastEventNs() + gapNs);
            boolean timersFar = lockstep.keepAwayFromTimers(Lockstep.beforeTimerNs());
            endCause();
            if (command == null) {
                inject(inputs, input, injector, timersFar);
            } else {
                command(command.command(), timersFar);
            }
            input = inputs.next();
        }
        listener.injected(lockstep.frames(), inputs.bytesRead(), inputs.bytesTotal());
    }

    private void command(LabCommand command, boolean timersFar) {
        trace.next(String.join(" ", command.hostArgv()));
        lockstep.command(pair, command, forModel.apply(command), timersFar);
        observers.watchNew();
    }

    private void inject(Traffic inputs, int input, Injector injector, boolean timersFar) throws IOException {
        InterfaceName name = inputs.sender(input);
        trace.next("injected frame " + (lockstep.frames() + 1) + " at " + name);
        if (!lockstep.inject(injector, name, inputs.take(input), inputs.isFromOutside(input), timersFar)) {
            differences.add(lockstep.cause() + ": " + lockstep.refusals());
        }
        if (lockstep.frames() % PROGRESS_EVERY == 0) {
            listener.injected(lockstep.frames(), inputs.bytesRead(), inputs.bytesTotal());
        }
    }

    private void endCause() {
        lockstep.endCause();
        if (first == null && frames.first() != null) {
            listener.differs(frames.first());
            first = new FirstDifference(frames.first(), trace.lines(), sightings);
        }
    }

    private void judgeState() {
        if (!new StateJudge(kernel, model, lockstep, state, witness).judge(muted)) {
            warnings.add("state was read close to a timer: undecided");
            undecidedStates++;
        }
        differences.addAll(state.differences());
    }

    private ConformReport report() throws IOException {
        List<String> all = new ArrayList<>(differences);
        if (first != null) {
            all.add(0, first.summary());
            if (request.differences() != null) {
                first.write(request.differences());
                warnings.add("captures of both sides up to the first difference: " + request.differences());
            }
        }
        writeCaptures();
        Map<String, Long> excused = new TreeMap<>(frames.excused());
        excused.putAll(state.excused());
        return new ConformReport(
                commands,
                lockstep.frames(),
                lockstep.refused(),
                lockstep.undecided() + undecidedStates,
                frames.tallies(),
                state.tallies(),
                excused,
                all,
                first == null ? List.of() : first.lines(),
                warnings);
    }

    /** The kernel's frames: it is the specification. */
    private void writeCaptures() throws IOException {
        for (ConformRequest.Output output : request.outputs()) {
            CaptureFolder.write(output.file(), sightings.ofKernel(output.where()), output.direction());
        }
        if (request.outDir() != null) {
            Files.createDirectories(request.outDir());
            for (InterfaceName name : sightings.watched()) {
                Path file = request.outDir().resolve(name.namespace() + "." + name.device() + ".pcap");
                CaptureFolder.write(file, sightings.ofKernel(name), Direction.INOUT);
            }
        }
    }
}

package io.ringway.conformance.cases;

import io.ringway.conformance.ConformRequest;
import io.ringway.conformance.Inputs;
import io.ringway.conformance.StateJudge;
import io.ringway.conformance.compare.AnswersToDrawnPorts;
import io.ringway.conformance.compare.FrameComparison;
import io.ringway.conformance.compare.FrameDifference;
import io.ringway.conformance.compare.FrameRule;
import io.ringway.conformance.compare.FrameText;
import io.ringway.conformance.compare.Rules;
import io.ringway.conformance.compare.Sighting;
import io.ringway.conformance.compare.StateComparison;
import io.ringway.conformance.model.ModelLab;
import io.ringway.conformance.model.TraceText;
import io.ringway.lab.Lab;
import io.ringway.lab.LabCommand;
import io.ringway.packet.Frame;
import io.ringway.replay.input.StackEntrance;
import io.ringway.replay.request.InterfaceName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Replays what real programs sent through the lab in the model, at the times at which they sent it, and compares every
 * interface, the rules' counters and the connections with what the kernel showed then. What the programs
 * answered is among the frames: the namespaces that sent take what is for them, and say nothing.
 */
final class RealTraffic {
    private static final long COMMAND_NS = 10_000_000L;
    private static final long SETTLING_NS = 2_000_000_000L;

    private final GoldenCase golden;
    private final RealRecording real;
    private final ModelLab model = new ModelLab(1);
    private final Rules rules = new Rules();
    private final AnswersToDrawnPorts drawn = new AnswersToDrawnPorts();
    private final FrameComparison frames = new FrameComparison(withDrawnPorts());
    private final StateComparison state = new StateComparison(rules.forState());
    private final TraceText trace = new TraceText(reason -> {});
    private final Map<String, List<Sighting>> kernels = new TreeMap<>();
    private final Map<String, Integer> compared = new HashMap<>();
    private final Map<String, List<Sighting>> seen = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();
    private long startNs;

    private RealTraffic(GoldenCase golden) throws IOException {
        this.golden = golden;
        this.real = RealRecording.read(golden);
    }

    /** What differs, in words; the first frame with its trace. */
    static List<String> differences(GoldenCase golden) throws IOException {
        return new RealTraffic(golden).run();
    }

    private List<String> run() throws IOException {
        ConformRequest request = golden.request();
        for (LabCommand command : Lab.read(request.labs()).commands()) {
            if (model.run(command, startNs).exitCode() != 0) {
                differences.add(command.position() + " is refused");
            }
            startNs += COMMAND_NS;
        }
        startNs += SETTLING_NS;
        model.watchDraws(rules.drawnPorts()::add);
        model.begin();
        model.advanceTo(startNs - 1);
        real.seen().forEach(this::expect);
        for (InterfaceName name : real.seen().keySet()) {
            model.tap(name, false, (frame, outgoing) -> see(name, frame, outgoing));
        }
        model.setTrace(trace);
        request.inputs().forEach(input -> model.take(input.where().namespace()));
        try (Inputs inputs = new Inputs(model, request)) {
            play(inputs);
        }
        model.advanceTo(startNs + last(real.stateNs()));
        compare("the last frame", new byte[0], true);
        real.state().forEach((namespace, kernel) -> StateJudge.compare(state, namespace, kernel, model));
        differences.addAll(state.differences());
        return differences;
    }

    /**
     * Each way of an interface for itself: where a program answers a burst, the kernel lets its answers out between the frames
     * that are still on their way in.
     */
    private void expect(InterfaceName name, List<Sighting> sightings) {
        for (boolean outgoing : new boolean[] {false, true}) {
            frames.expect(way(name, outgoing));
            kernels.put(
                    way(name, outgoing),
                    sightings.stream().filter(one -> one.outgoing() == outgoing).toList());
        }
    }

    private List<FrameRule> withDrawnPorts() {
        List<FrameRule> all = new ArrayList<>(List.of(drawn));
        all.addAll(rules.forFrames());
        return all;
    }

    private static String way(InterfaceName name, boolean outgoing) {
        return name + (outgoing ? " out" : " in");
    }

    private static long last(Map<String, Long> times) {
        return times.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private void see(InterfaceName name, Frame frame, boolean outgoing) {
        seen.computeIfAbsent(way(name, outgoing), key -> new ArrayList<>())
                .add(Sighting.of(frame, outgoing, model.nowNs()));
    }

    private void play(Inputs inputs) throws IOException {
        int number = 0;
        for (int input = inputs.next(); input >= 0; input = inputs.next()) {
            long timeNs = startNs + inputs.timestampNs(input) - real.firstNs();
            InterfaceName where = inputs.sender(input);
            Frame frame = inputs.take(input);
            if (where.isStack() && !StackEntrance.cutToPacket(frame)) {
                throw new IOException(golden.name() + ": a frame for " + where + " that holds no IPv4 packet");
            }
            number++;
            String cause = "injected frame " + number + " at " + where;
            trace.next(cause);
            byte[] injected = frame.toBytes();
            drawn.redirect(frame);
            model.inject(where, frame, timeNs);
            compare(cause, injected, false);
        }
    }

    /** As many of the kernel's frames as the model showed just now; at the end all that are left. */
    private void compare(String cause, byte[] injected, boolean atEnd) {
        Map<String, List<Sighting>> kernel = new TreeMap<>();
        kernels.forEach((way, all) -> {
            int from = compared.getOrDefault(way, 0);
            int models = seen.getOrDefault(way, List.of()).size();
            int to = atEnd ? all.size() : Math.min(all.size(), from + models);
            kernel.put(way, all.subList(from, to));
            compared.put(way, to);
        });
        boolean equalSoFar = frames.first() == null;
        frames.compare(cause, injected, kernel, seen);
        seen.clear();
        if (equalSoFar && frames.first() != null) {
            describe(frames.first());
        }
    }

    private void describe(FrameDifference difference) {
        differences.add(golden.name() + ": " + difference.summary());
        differences.addAll(FrameText.describe(difference));
        differences.add("the model's trace:");
        differences.addAll(trace.lines());
    }
}

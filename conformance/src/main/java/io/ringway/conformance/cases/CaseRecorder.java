package io.ringway.conformance.cases;

import io.ringway.conformance.Witness;
import io.ringway.conformance.cases.Recording.Command;
import io.ringway.conformance.cases.Recording.Event;
import io.ringway.conformance.compare.Sighting;
import io.ringway.conformance.kernel.Baseline;
import io.ringway.conformance.kernel.Refusal;
import io.ringway.lab.LabCommand;
import io.ringway.replay.request.InterfaceName;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Notes what the kernel does during one run. */
final class CaseRecorder implements Witness {
    /** The moment of the first event in captures: the same as that of the injected frames. */
    private static final long EPOCH_NS = 1_700_000_000L * 1_000_000_000L;

    private final List<Command> prepared = new ArrayList<>();
    private final List<String> muted = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Long> ends = new ArrayList<>();
    private final List<Map<InterfaceName, List<Sighting>>> seen = new ArrayList<>();
    private final Map<String, Long> stateTimes = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> state = new LinkedHashMap<>();

    private Map<String, Long> limits = Map.of();
    private OptionalLong zeroTickNs = OptionalLong.empty();
    private long startWallNs;

    @Override
    public void ticks(long zeroNs) {
        zeroTickNs = OptionalLong.of(zeroNs);
    }

    @Override
    public void limits(Map<String, Long> machines) {
        limits = machines;
    }

    @Override
    public void prepared(LabCommand command, long timeNs, int exitCode) {
        prepared.add(new Command(timeNs, exitCode, words(command)));
    }

    @Override
    public void watched(List<InterfaceName> interfaces, Collection<String> mute) {
        muted.addAll(mute);
    }

    @Override
    public void injected(InterfaceName where, byte[] frame, long timeNs, Refusal refusal) {
        noteStart();
        events.add(new Event(timeNs, where.toString(), refusal, null));
    }

    @Override
    public void commanded(LabCommand command, long timeNs, int exitCode) {
        noteStart();
        events.add(new Event(timeNs, null, Refusal.NONE, new Command(timeNs, exitCode, words(command))));
    }

    @Override
    public void ended(long timeNs, Map<InterfaceName, List<Sighting>> kernel) {
        ends.add(timeNs);
        seen.add(kernel);
    }

    private void noteStart() {
        if (startWallNs == 0) {
            Instant now = Instant.now();
            startWallNs = now.getEpochSecond() * 1_000_000_000L + now.getNano();
        }
    }

    /** With times as in the injected captures. */
    private List<Map<InterfaceName, List<Sighting>>> seenSinceStart() {
        List<Map<InterfaceName, List<Sighting>>> all = new ArrayList<>();
        for (Map<InterfaceName, List<Sighting>> event : seen) {
            Map<InterfaceName, List<Sighting>> shifted = new LinkedHashMap<>();
            event.forEach((name, sightings) ->
                    shifted.put(name, sightings.stream().map(this::shifted).toList()));
            all.add(shifted);
        }
        return all;
    }

    private Sighting shifted(Sighting one) {
        return new Sighting(one.bytes(), one.outgoing(), false, one.timeNs() - startWallNs + EPOCH_NS);
    }

    @Override
    public void state(String namespace, long timeNs, Map<String, String> kernel) {
        stateTimes.put(namespace, timeNs);
        state.put(namespace, kernel);
    }

    private static String words(LabCommand command) {
        return String.join(" ", command.hostArgv());
    }

    /** All of it, once the run is over. */
    Recording recording(GoldenCase golden, Map<String, String> machine) throws IOException {
        Map<String, Integer> baseline = new LinkedHashMap<>();
        Baseline.ofNamespace().forEach(setting -> baseline.put(setting.sysctl(), setting.value()));
        Baseline.ofInterface().forEach(setting -> baseline.put(setting.sysctl(), setting.value()));
        return new Recording(
                machine,
                baseline,
                golden.given(),
                limits,
                zeroTickNs,
                prepared,
                muted,
                events,
                ends,
                seenSinceStart(),
                stateTimes,
                state);
    }
}

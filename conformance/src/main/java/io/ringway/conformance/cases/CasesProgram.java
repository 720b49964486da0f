package io.ringway.conformance.cases;

import io.ringway.conformance.ConformJson;
import io.ringway.conformance.ConformListener;
import io.ringway.conformance.ConformReport;
import io.ringway.conformance.Conformance;
import io.ringway.conformance.kernel.MachineVersions;
import io.ringway.conformance.kernel.OwnNetwork;
import io.ringway.conformance.kernel.ThrowAwayWorld;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/**
 * Runs cases on this machine's kernel, all of them in one process: {@code record FOLDER [CASE...]} writes their
 * recordings, {@code compare FOLDER [CASE...]} prints a line for each, its name and the report as JSON, with a tab
 * between. Two worlds at a time, since each of them mostly waits; the kernel handles what a send causes before the call
 * returns, whatever the other world does meanwhile.
 */
public final class CasesProgram {
    private static final int WORLDS = 2;
    private static final int SHOWN = 12;

    private final boolean recording;
    private final ConcurrentLinkedQueue<GoldenCase> cases;
    private final AtomicBoolean failed = new AtomicBoolean();

    private CasesProgram(boolean recording, List<GoldenCase> cases) {
        this.recording = recording;
        this.cases = new ConcurrentLinkedQueue<>(cases);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (!ThrowAwayWorld.isInside()) {
            System.exit(ThrowAwayWorld.enter(CasesProgram.class, List.of(arguments)));
        }
        OwnNetwork.prepare();
        List<String> names = List.of(arguments).subList(2, arguments.length);
        List<GoldenCase> wanted = GoldenCase.all(Path.of(arguments[1])).stream()
                .filter(golden -> names.isEmpty() || names.contains(golden.name()))
                .toList();
        for (String name : names) {
            if (wanted.stream().noneMatch(golden -> golden.name().equals(name))) {
                System.err.println(name + ": no such case below " + arguments[1]);
                System.exit(2);
            }
        }
        CasesProgram program = new CasesProgram(arguments[0].equals("record"), wanted);
        program.runAll();
        System.exit(program.failed.get() ? 1 : 0);
    }

    private void runAll() throws InterruptedException {
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < WORLDS; i++) {
            Thread worker = new Thread(this::runNext, "cases-" + i);
            worker.start();
            workers.add(worker);
        }
        for (Thread worker : workers) {
            worker.join();
        }
    }

    private void runNext() {
        for (GoldenCase golden = cases.poll(); golden != null; golden = cases.poll()) {
            GoldenCase one = golden;
            try {
                say(OwnNetwork.call(one.name(), () -> recording ? record(one) : compare(one)));
            } catch (Exception e) {
                failed.set(true);
                say(one.name() + "\t" + (recording ? "NOT RECORDED: " : "") + e.getMessage());
            }
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
    }

    private String compare(GoldenCase golden) throws IOException {
        ConformReport report = Conformance.run(golden.request(), ConformListener.SILENT);
        return golden.name() + "\t" + ConformJson.print(report).replace("\n", " ");
    }

    /** What the model makes of it is said, but only the kernel's answer counts. */
    private String record(GoldenCase golden) throws IOException {
        CaseRecorder recorder = new CaseRecorder();
        ConformReport report =
                Conformance.run(golden.request(), ConformListener.SILENT, recorder, UnaryOperator.identity());
        if (report.undecided() > 0) {
            throw new IOException(report.undecided()
                    + " frames, commands or readings cannot keep away from a timer; move them, or lengthen the timers");
        }
        if (report.comparedFrames() == 0) {
            throw new IOException("no frame was seen");
        }
        RecordingFiles.write(golden, recorder.recording(golden, MachineVersions.read()));
        String counts = report.injected() + " frames injected, " + report.comparedFrames() + " compared: ";
        if (report.differences().isEmpty()) {
            return golden.name() + "\t" + counts + "the model is the same";
        }
        return golden.name() + "\t" + counts + "THE MODEL DIFFERS ("
                + report.differences().size() + ")\n    " + String.join("\n    ", shortened(report));
    }

    /** The first differences, the fields that differ, and the trace of the last cause. */
    private static List<String> shortened(ConformReport report) {
        List<String> lines = new ArrayList<>();
        report.differences().stream().limit(SHOWN).forEach(lines::add);
        if (report.differences().size() > SHOWN) {
            lines.add("...");
        }
        List<String> first = report.firstFrame();
        first.stream().filter(line -> line.startsWith("* ")).forEach(lines::add);
        int last = Math.max(0, first.size() - 1);
        while (last > 0 && first.get(last).startsWith(" ")) {
            last--;
        }
        lines.addAll(first.subList(last, first.size()));
        return lines;
    }
}

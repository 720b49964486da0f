package io.ringway.replay;

import io.ringway.engine.core.Kernel;
import io.ringway.lab.CommandResult;
import io.ringway.lab.Lab;
import io.ringway.lab.LabCommand;
import io.ringway.lab.LabException;
import io.ringway.lab.LabRunner;
import io.ringway.lab.SourcePosition;
import io.ringway.replay.report.ReplayReport;
import io.ringway.replay.request.ReplayException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Lab commands that wait for their moment of virtual time. At one moment timers come first, then commands in the order
 * in which they were given, then frames.
 */
final class Schedule {
    static final long NEVER = Long.MAX_VALUE;

    private static final double MAX_AT_S = 31_536_000;

    /** They wait themselves, and would take the clock past the frames. */
    private static final Set<String> WAITING = Set.of("sleep", "ping");

    private final LabRunner runner;
    private final Kernel kernel;
    private final List<Entry> entries = new ArrayList<>();
    private final List<ReplayReport.Done> done = new ArrayList<>();
    private int next;
    private List<Runnable> then = List.of();

    private record Entry(long atNs, String label, String text, List<LabCommand> commands) {}

    Schedule(LabRunner runner, Kernel kernel) {
        this.runner = runner;
        this.kernel = kernel;
    }

    /**
     * @param atNs since the schedule's start
     * @param label what messages call the command, such as {@code --at 1.5 'ip link set foo up'}
     * @throws LabException when it cannot be read
     */
    void add(long atNs, String label, String text) {
        List<LabCommand> commands;
        try {
            commands = Lab.parse(label, text).commands();
        } catch (LabException refused) {
            throw at(label, refused);
        }
        for (LabCommand command : commands) {
            if (WAITING.contains(command.argv().get(0))) {
                throw ReplayException.usage(label + ": " + command.argv().get(0) + " takes time of its own");
            }
        }
        if (commands.isEmpty()) {
            throw ReplayException.usage(label + ": there is no command in it");
        }
        entries.add(new Entry(atNs, label, text, commands));
        entries.subList(next, entries.size()).sort(Comparator.comparingLong(Entry::atNs));
    }

    /** @param seconds of virtual time after the schedule's start: 0 to 31536000, a year */
    void at(double seconds, String command) {
        if (!(seconds >= 0 && seconds <= MAX_AT_S)) {
            throw ReplayException.usage("--at " + seconds + ": it takes 0 to 31536000 seconds");
        }
        String time = BigDecimal.valueOf(seconds).stripTrailingZeros().toPlainString();
        add(Math.round(seconds * 1e9), "--at " + time + " '" + command + "'", command);
    }

    /** What is done after each command. */
    void then(Runnable... steps) {
        then = List.of(steps);
    }

    /** When the next command is due, {@link #NEVER} when none waits. */
    long nextNs() {
        return next < entries.size() ? entries.get(next).atNs() : NEVER;
    }

    /** Runs all commands that are due by then, each at its own time. */
    void runUntil(long timeNs, long startNs) {
        while (nextNs() <= timeNs) {
            Entry entry = entries.get(next++);
            kernel.advanceTo(startNs + entry.atNs());
            done.add(new ReplayReport.Done(entry.atNs(), entry.text(), run(entry)));
        }
    }

    private String run(Entry entry) {
        StringBuilder printed = new StringBuilder();
        for (LabCommand command : entry.commands()) {
            try {
                CommandResult result = runner.run(command);
                kernel.executor().settle();
                then.forEach(Runnable::run);
                printed.append(result.stdout()).append(result.stderr());
            } catch (LabException refused) {
                throw at(entry.label(), refused);
            }
        }
        return printed.toString();
    }

    /** What was done so far, and what it printed. */
    List<ReplayReport.Done> done() {
        return done;
    }

    private static LabException at(String label, LabException refused) {
        return new LabException(new SourcePosition(label, 0, 0), refused.tool(), refused.words(), refused.exitCode());
    }
}

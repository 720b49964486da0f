package io.ringway.conformance;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** In which order frames and the commands between them come, and how much time lies between two of them. */
final class Agenda {
    static final long NO_FRAME = Long.MAX_VALUE;

    private final Deque<TimedCommand> commands;
    private final long firstNs;
    private long previousNs;

    /**
     * @param commands in the order of their times
     * @param firstNs the first frame's timestamp
     */
    Agenda(List<TimedCommand> commands, long firstNs) {
        this.commands = new ArrayDeque<>(commands);
        this.firstNs = firstNs;
        previousNs = firstNs;
    }

    boolean hasCommand() {
        return !commands.isEmpty();
    }

    /** The next command if it comes before a frame of that timestamp, as it does at equal times; else null. */
    TimedCommand commandBefore(long frameNs) {
        return hasCommand() && commandNs() <= frameNs ? commands.peek() : null;
    }

    /** Takes the next command; the time since what came before it. */
    long passCommand() {
        long timeNs = commandNs();
        commands.remove();
        return pass(timeNs);
    }

    /** Takes a frame; the time since what came before it. */
    long passFrame(long timestampNs) {
        return pass(timestampNs);
    }

    private long pass(long timeNs) {
        long gapNs = timeNs - previousNs;
        previousNs = timeNs;
        return gapNs;
    }

    private long commandNs() {
        return firstNs + commands.peek().timeNs();
    }
}

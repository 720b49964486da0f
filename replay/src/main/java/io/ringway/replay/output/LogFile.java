package io.ringway.replay.output;

import io.ringway.engine.core.PacketLog;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.io.Writer;

/** What rules log, a line each: seconds since 1970, namespace, level as {@code printk} has it, and the kernel's line. */
final class LogFile implements PacketLog {
    private static final long SECOND_NS = 1_000_000_000;
    private static final int MICRO_NS = 1000;

    private final Writer out;

    LogFile(Writer out) {
        this.out = out;
    }

    @Override
    public void logged(String namespace, long wallNs, int level, String line) {
        long micros = wallNs % SECOND_NS / MICRO_NS;
        String shown = level < 0 ? "" : "<" + level + ">";
        try {
            out.write(String.format("%d.%06d %s %s%s%n", wallNs / SECOND_NS, micros, namespace, shown, line));
        } catch (IOException e) {
            throw new ReplayException("the log cannot be written: " + WholeFile.reason(e), e);
        }
    }
}

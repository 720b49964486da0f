package io.ringway.cli;

import io.ringway.replay.Replay;
import io.ringway.replay.ReplayProgress;
import io.ringway.replay.report.ReplayReport;
import java.io.Closeable;
import java.io.IOException;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on stderr where that is a terminal, nothing elsewhere. */
final class Progress implements ReplayProgress, Closeable {
    private static final int WIDTH = 79;
    private static final int KIB = 1024;

    private final ProgressBar bar;

    private Progress(ProgressBar bar) {
        this.bar = bar;
    }

    /** The launcher says whether stderr is a terminal, since Java 17 cannot tell. */
    static boolean onTerminal() {
        return Boolean.getBoolean("ringway.stderr.terminal");
    }

    private static Progress toTerminal(String task) {
        if (!onTerminal()) {
            return new Progress(null);
        }
        return new Progress(new ProgressBarBuilder()
                .setTaskName(task)
                .setUnit(" KiB", KIB)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
                .build());
    }

    /** Runs a replay and shows how far it has come. */
    static ReplayReport run(String task, Replay replay) throws IOException {
        try (Progress progress = toTerminal(task)) {
            return replay.progress(progress).run();
        }
    }

    @Override
    public void progressed(long bytesRead, long bytesTotal) {
        if (bar != null) {
            bar.maxHint(bytesTotal > 0 ? bytesTotal : -1);
            bar.stepTo(bytesRead);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}

package io.ringway.replay.input;

import io.ringway.pcap.CaptureFilter;
import io.ringway.pcap.CaptureReader;
import io.ringway.replay.report.Shortfall;
import io.ringway.replay.request.ReplayException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The inputs of a run, merged by time, then by the order in which they were given; once, or several times over. */
public final class CaptureFeeds implements Closeable {
    private final List<CaptureFeed> feeds = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private CaptureFilter filter;
    private long passes = 1;
    private long firstNs = CaptureFeed.EXHAUSTED;
    private long lastNs;
    private boolean anyInThisPass;

    public void add(CaptureFeed feed, Path file) {
        feeds.add(feed);
        files.add(file);
    }

    /** All inputs together begin again when the last one has ended: its last frame and the first one share their time. */
    public void loop(long times) {
        passes = times;
    }

    /** Frames that it does not want are as if they were not there. */
    public void filter(CaptureFilter wanted) {
        filter = wanted;
    }

    /** Before the first frame: what was asked for is possible. */
    public void begin() throws IOException {
        for (Path file : files) {
            if (passes > 1 && !Files.isRegularFile(file)) {
                throw ReplayException.usage(file + ": can be read only once, and --loop reads it again");
            }
        }
        for (CaptureFeed feed : feeds) {
            sift(feed.reader());
        }
    }

    /**
     * The earliest of all first frames.
     *
     * @param otherwise where there is none
     */
    public long firstTimestampNs(long otherwise) throws IOException {
        CaptureFeed first = earliest();
        firstNs = first == null ? otherwise : first.nextTimestampNs();
        return firstNs;
    }

    /** Whose frame is next; null when all have ended. */
    public CaptureFeed earliest() throws IOException {
        CaptureFeed next = earliestOfThisPass();
        while (next == null && anyInThisPass && passes > 1) {
            passes--;
            anyInThisPass = false;
            for (int i = 0; i < feeds.size(); i++) {
                CaptureReader again = CaptureReader.open(files.get(i));
                sift(again);
                feeds.get(i).restart(again, lastNs - firstNs);
            }
            next = earliestOfThisPass();
        }
        return next;
    }

    private void sift(CaptureReader reader) throws IOException {
        if (filter != null) {
            reader.filter(filter);
        }
    }

    private CaptureFeed earliestOfThisPass() throws IOException {
        CaptureFeed best = null;
        long bestNs = CaptureFeed.EXHAUSTED;
        for (int i = 0; i < feeds.size(); i++) {
            long timeNs = feeds.get(i).nextTimestampNs();
            if (timeNs < bestNs) {
                best = feeds.get(i);
                bestNs = timeNs;
            }
        }
        if (best != null) {
            anyInThisPass = true;
            lastNs = bestNs;
        }
        return best;
    }

    /** Sizes of the files that have one, as often as they are read; 0 where that has no end. */
    public long totalBytes() {
        long once = feeds.stream()
                .mapToLong(feed -> Math.max(0, feed.reader().sizeBytes()))
                .sum();
        return passes == Long.MAX_VALUE ? 0 : once * passes;
    }

    public long bytesRead() {
        return feeds.stream().mapToLong(CaptureFeed::bytesRead).sum();
    }

    public List<SendStatistics.Input> statistics() {
        return feeds.stream().map(CaptureFeed::statistics).toList();
    }

    /** What of the captures themselves keeps frames from arriving. */
    public List<Shortfall.Reason> reasons() {
        List<Shortfall.Reason> reasons = new ArrayList<>();
        feeds.forEach(feed -> feed.reasons(reasons));
        return reasons;
    }

    public List<String> warnings() {
        return feeds.stream().flatMap(feed -> feed.warnings().stream()).toList();
    }

    @Override
    public void close() throws IOException {
        for (CaptureFeed feed : feeds) {
            feed.close();
        }
        if (filter != null) {
            filter.close();
        }
    }
}

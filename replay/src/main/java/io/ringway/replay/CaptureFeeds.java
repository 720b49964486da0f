package io.ringway.replay;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The inputs of a run, merged by time, then by the order in which they were given. */
final class CaptureFeeds implements Closeable {
    private final List<CaptureFeed> feeds = new ArrayList<>();

    void add(CaptureFeed feed) {
        feeds.add(feed);
    }

    /**
     * The earliest of all first frames.
     *
     * @param otherwise where there is none
     */
    long firstTimestampNs(long otherwise) throws IOException {
        CaptureFeed first = earliest();
        return first == null ? otherwise : first.nextTimestampNs();
    }

    /** Whose frame is next; null when all have ended. */
    CaptureFeed earliest() throws IOException {
        CaptureFeed best = null;
        long bestNs = CaptureFeed.EXHAUSTED;
        for (int i = 0; i < feeds.size(); i++) {
            long timeNs = feeds.get(i).nextTimestampNs();
            if (timeNs < bestNs) {
                best = feeds.get(i);
                bestNs = timeNs;
            }
        }
        return best;
    }

    /** Sizes of the files that have one. */
    long totalBytes() {
        return feeds.stream()
                .mapToLong(feed -> Math.max(0, feed.reader().sizeBytes()))
                .sum();
    }

    long bytesRead() {
        return feeds.stream().mapToLong(feed -> feed.reader().positionBytes()).sum();
    }

    /** What of the captures themselves keeps frames from arriving. */
    List<Shortfall.Reason> reasons() {
        List<Shortfall.Reason> reasons = new ArrayList<>();
        feeds.forEach(feed -> feed.reasons(reasons));
        return reasons;
    }

    List<String> warnings() {
        return feeds.stream().flatMap(feed -> feed.warnings().stream()).toList();
    }

    @Override
    public void close() throws IOException {
        for (CaptureFeed feed : feeds) {
            feed.close();
        }
    }
}

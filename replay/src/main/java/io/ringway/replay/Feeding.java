package io.ringway.replay;

import io.ringway.packet.Frame;
import io.ringway.replay.input.CaptureFeed;
import io.ringway.replay.input.CaptureFeeds;
import io.ringway.replay.input.Entrances;
import java.io.IOException;

/**
 * The frames of all captures enter the model, the earliest first, until there is none, {@link Sending} admits no more or
 * {@link Watch} has what it wants. Before each come the commands that are due by its time; one that cannot enter where its
 * capture does is skipped.
 */
final class Feeding {
    private final CaptureFeeds feeds;
    private final Entrances entrances;
    private final Sending sending;
    private final Schedule schedule;
    private final Watch watch;

    Feeding(CaptureFeeds feeds, Entrances entrances, Sending sending, Schedule schedule, Watch watch) {
        this.feeds = feeds;
        this.entrances = entrances;
        this.sending = sending;
        this.schedule = schedule;
        this.watch = watch;
    }

    /**
     * Feeds everything.
     *
     * @param firstNs time of the first frame by the captures' clock
     * @param startNs the virtual time that this is
     */
    void run(long firstNs, long startNs) throws IOException {
        sending.begin(watch.mayEnd());
        for (CaptureFeed feed = feeds.earliest(); feed != null && !watch.isFull(); feed = feeds.earliest()) {
            long sinceFirstNs = feed.nextTimestampNs() - firstNs;
            if (!sending.admits(sinceFirstNs)) {
                break;
            }
            schedule.runUntil(sinceFirstNs, startNs);
            Frame frame = feed.take();
            if (feed.entrance().takes(frame)) {
                entrances.completion().complete(frame);
                sending.send(feed, frame, startNs + sinceFirstNs);
            } else {
                feed.skip(frame);
            }
        }
        sending.end();
    }
}

package io.ringway.replay;

import io.ringway.engine.core.Accounts;
import io.ringway.engine.core.Kernel;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.pcap.CaptureFilter;
import io.ringway.replay.conversation.Conversations;
import io.ringway.replay.conversation.FlowTotals;
import io.ringway.replay.input.CaptureFeed;
import io.ringway.replay.input.CaptureFeeds;
import io.ringway.replay.input.Entrances;
import io.ringway.replay.input.Segments;
import io.ringway.replay.input.SendStatistics;
import io.ringway.replay.request.Gso;
import io.ringway.replay.request.Pace;
import io.ringway.replay.request.ReplayException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * How far the input of a run goes, and when each frame of it is sent by the wall clock, as tcpreplay has it. What a
 * frame causes, and when by virtual time, does not depend on it.
 */
public final class Sending {
    /** A thread that parks wakes up late: nearer moments are spun for. */
    private static final long SPIN_NS = 150_000;

    /** While it waits for a frame, progress is told at least so often. */
    private static final long LONGEST_PARK_NS = 100_000_000;

    private static final int PROGRESS_EVERY = 4096;
    private static final double MAX_SECONDS = 1e9;

    private final CaptureFeeds feeds;
    private final Entrances entrances;
    private final Accounts accounts;
    private final Conversations conversations;
    private final Segments segments;
    private Pace pace = Pace.TOPSPEED;
    private long limit = Long.MAX_VALUE;
    private long durationNs = Long.MAX_VALUE;
    private boolean endless;
    private long everyNs = Long.MAX_VALUE;
    private SendStatistics.Listener report = statistics -> {};
    private ReplayProgress progress = (read, total) -> {};

    private volatile boolean stopped;
    private long startedNs;
    private long reportAtNs;
    private long endedNs;
    private long asked;
    private long frames;
    private long bytes;

    Sending(CaptureFeeds feeds, Entrances entrances, Kernel kernel, Conversations conversations) {
        this.feeds = feeds;
        this.entrances = entrances;
        accounts = kernel.accounts();
        segments = new Segments(kernel.pool());
        this.conversations = conversations;
    }

    public Sending pace(Pace wanted) {
        pace = wanted;
        return this;
    }

    /** What becomes of frames that stand for several segments. */
    public Sending gso(Gso how) {
        segments.how(how);
        return this;
    }

    /** Packets that a snapshot length cut are not filled up. */
    public Sending keepLengths() {
        entrances.completion().keepLengths();
        return this;
    }

    List<String> warnings() {
        return segments.warnings();
    }

    /** Ends the input after that many frames. */
    public Sending limit(long most) {
        limit = atLeastOne(most, "a limit of " + most + " frames");
        return this;
    }

    /**
     * Ends the input that long after its first frame: by the pace that it has, which is the captures' own where frames are
     * sent at once. No output depends on how fast a machine is.
     */
    public Sending duration(double seconds) {
        durationNs = nanoseconds("--duration ", seconds);
        return this;
    }

    /** Sends all inputs that many times over; 0 is for ever, as far as {@link #limit} or {@link #duration} let it. */
    public Sending loop(long times) {
        if (times < 0) {
            throw ReplayException.usage("--loop " + times + ": it takes 0 (for ever) or more");
        }
        endless = times == 0;
        feeds.loop(endless ? Long.MAX_VALUE : times);
        return this;
    }

    /** Sends only what an expression of pcap-filter's language wants, of packets as they were captured. */
    public Sending filter(String expression) {
        feeds.filter(new CaptureFilter(expression));
        return this;
    }

    /** Tells how it goes each so many seconds of the wall clock. */
    public Sending report(double seconds, SendStatistics.Listener listener) {
        everyNs = nanoseconds("--stats ", seconds);
        report = listener;
        return this;
    }

    private static long nanoseconds(String option, double seconds) {
        if (!(seconds > 0 && seconds <= MAX_SECONDS)) {
            throw ReplayException.usage(option + seconds + ": it takes more than 0 seconds, and at most 1000000000");
        }
        return (long) (seconds * 1e9);
    }

    private static long atLeastOne(long number, String what) {
        if (number < 1) {
            throw ReplayException.usage(what + ": it takes at least 1");
        }
        return number;
    }

    void progress(ReplayProgress listener) {
        progress = listener;
    }

    /** Ends the input before its next frame, as {@link #limit} does; from any thread. */
    public void stop() {
        stopped = true;
    }

    /** Whether it was {@link #stop} that ended the input. */
    public boolean isStopped() {
        return stopped;
    }

    /** The first frame is ready. */
    void begin(boolean endsOtherwise) {
        if (endless && limit == Long.MAX_VALUE && durationNs == Long.MAX_VALUE && !endsOtherwise) {
            throw ReplayException.usage("--loop 0 never ends: it needs --limit, --duration or -c");
        }
        startedNs = System.nanoTime();
        reportAtNs = everyNs;
    }

    /**
     * Waits until the next frame is due.
     *
     * @param sinceFirstNs its time by the captures' clock
     * @return false when none is to be sent any more
     */
    boolean admits(long sinceFirstNs) {
        if (stopped || frames >= limit) {
            return false;
        }
        long dueNs = pace.dueNs(sinceFirstNs, frames, bytes);
        if ((pace == Pace.TOPSPEED ? sinceFirstNs : dueNs) >= durationNs) {
            return false;
        }
        if (asked++ % PROGRESS_EVERY == 0) {
            tellProgress();
        }
        if (dueNs > 0 || everyNs != Long.MAX_VALUE) {
            await(dueNs);
        }
        return !stopped;
    }

    /** Lets the frame, or the segments that it stands for, enter where its feed says. */
    void send(CaptureFeed feed, Frame frame, long timeNs) {
        Frame piece = segments.first(
                frame, feed.entrance().largest(frame), feed.entrance().mtu());
        while (piece != null) {
            sendOne(feed, piece, timeNs);
            piece = segments.next();
        }
    }

    private void sendOne(CaptureFeed feed, Frame frame, long timeNs) {
        conversations.file(frame);
        frames++;
        bytes += frame.length();
        long refusedBefore = refused();
        feed.entrance().enter(frame, timeNs);
        feed.entered(refused() > refusedBefore);
    }

    /** What interfaces and sockets did not take, of which a program that sends hears. */
    private long refused() {
        return accounts.droppedFrames(DropReason.OVER_MTU_AT_INJECTION)
                + accounts.droppedFrames(DropReason.RUNT_AT_INJECTION);
    }

    void end() {
        endedNs = elapsedNs();
        tellProgress();
    }

    /** So far; the whole once the run has ended. */
    public SendStatistics statistics() {
        FlowTotals flows = FlowTotals.of(conversations);
        return new SendStatistics(frames, bytes, elapsedNs(), flows.flows(), flows.frames(), feeds.statistics());
    }

    private long elapsedNs() {
        return endedNs != 0 ? endedNs : System.nanoTime() - startedNs;
    }

    private void tellProgress() {
        progress.progressed(feeds.bytesRead(), feeds.totalBytes());
    }

    private void await(long dueNs) {
        for (long now = elapsedNs(); ; now = elapsedNs()) {
            if (now >= reportAtNs) {
                reportAtNs += everyNs;
                report.sent(statistics());
            }
            long left = dueNs - now;
            if (left <= 0 || stopped) {
                return;
            }
            if (left > SPIN_NS) {
                LockSupport.parkNanos(Math.min(Math.min(left, reportAtNs - now) - SPIN_NS, LONGEST_PARK_NS));
                tellProgress();
            } else {
                Thread.onSpinWait();
            }
        }
    }
}

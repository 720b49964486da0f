package io.ringway.replay.input;

import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.pcap.CaptureReader;
import io.ringway.replay.report.Shortfall;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One input: a capture whose frames enter the model in one place; read ahead in bursts, its clock never running backwards. */
public final class CaptureFeed implements Closeable {
    public static final long EXHAUSTED = Long.MAX_VALUE;

    private final Entrance entrance;
    private final FramePool pool;
    private final Frame[] burst;
    private CaptureReader reader;
    private long shiftNs;
    private int position;
    private int count;
    private boolean ended;
    private long clockNs = Long.MIN_VALUE;
    private long clamped;
    private long skipped;
    private long snappedBefore;
    private long unreadableBefore;
    private long bytesBefore;
    private long sent;
    private long refused;

    /** For a caller that puts the frames somewhere itself. */
    public CaptureFeed(CaptureReader reader, FramePool pool, int burstSize) {
        this(reader, null, pool, burstSize);
    }

    public CaptureFeed(CaptureReader reader, Entrance entrance, FramePool pool, int burstSize) {
        this.reader = reader;
        this.entrance = entrance;
        this.pool = pool;
        burst = new Frame[burstSize];
    }

    /** Epoch time of the next frame, {@link #EXHAUSTED} when there is none. */
    public long nextTimestampNs() throws IOException {
        if (position == count && !ended) {
            refill();
        }
        return position < count ? Math.max(burst[position].timestampNs() + shiftNs, clockNs) : EXHAUSTED;
    }

    /** The next frame, which there must be. */
    public Frame take() {
        Frame frame = burst[position];
        burst[position++] = null;
        long timestampNs = frame.timestampNs() + shiftNs;
        if (timestampNs < clockNs) {
            clamped++;
        } else {
            clockNs = timestampNs;
        }
        return frame;
    }

    private void refill() throws IOException {
        position = 0;
        count = 0;
        count = reader.readBurst(pool, burst, burst.length);
        ended = count == 0;
    }

    /** Begins once more when it has ended, that much later than it was captured. */
    void restart(CaptureReader again, long shiftedNs) throws IOException {
        snappedBefore += reader.snapped();
        unreadableBefore += reader.unreadable();
        bytesBefore += reader.positionBytes();
        reader.close();
        reader = again;
        shiftNs = shiftedNs;
        ended = false;
    }

    public Entrance entrance() {
        return entrance;
    }

    /** The frame that was taken last entered, or was refused there. */
    public void entered(boolean wasRefused) {
        sent += wasRefused ? 0 : 1;
        refused += wasRefused ? 1 : 0;
    }

    /** What it sent so far. */
    SendStatistics.Input statistics() {
        return new SendStatistics.Input(entrance.name(), sent, refused, reader.snapped() + snappedBefore);
    }

    long bytesRead() {
        return reader.positionBytes() + bytesBefore;
    }

    /** The frame that was taken last cannot enter there. */
    public void skip(Frame frame) {
        skipped++;
        frame.free();
    }

    /** Frames that never entered. */
    private long left() {
        return skipped - (entrance == null ? 0 : entrance.enteredLater());
    }

    public CaptureReader reader() {
        return reader;
    }

    /** Frames whose timestamp lay before their predecessor's. */
    public long clampedFrames() {
        return clamped;
    }

    @Override
    public void close() throws IOException {
        while (position < count) {
            burst[position++].free();
        }
        if (entrance != null) {
            entrance.close();
        }
        reader.close();
    }

    /** What of this capture itself keeps frames from arriving. */
    void reasons(List<Shortfall.Reason> reasons) {
        if (left() > 0 && (sent == 0 || !entrance.leavesOthersOut())) {
            reasons.add(new Shortfall.Reason(left(), reader.name() + ": " + entrance.skipped(), entrance.help()));
        }
        if (sent == 0 && reader.filtered() > 0) {
            reasons.add(new Shortfall.Reason(
                    reader.filtered(),
                    reader.name() + ": frames that the filter does not want",
                    "another filter behind --"));
        }
        long unreadable = reader.unreadable() + unreadableBefore;
        if (sent == 0 && unreadable > 0) {
            reasons.add(new Shortfall.Reason(
                    unreadable, reader.name() + ": packets of no protocol that Ethernet carries", "capture IPv4"));
        }
        if (entrance != null && entrance.received() > 0) {
            reasons.add(new Shortfall.Reason(
                    entrance.received(),
                    reader.name() + ": frames that the interface received, not sent, judged by their destination",
                    "\",in\" behind the file lets them arrive there; \",both\" leaves them out of a capture of both"
                            + " directions"));
        }
    }

    /** What the user should know of this capture, once it is read. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (reader.truncation() != null) {
            warnings.add(reader.truncation());
        }
        long snapped = reader.snapped() + snappedBefore;
        if (snapped > 0) {
            warnings.add(reader.name() + ": " + snapped + " frames were captured shorter than they were");
        }
        long unreadable = reader.unreadable() + unreadableBefore;
        if (unreadable > 0) {
            warnings.add(reader.name() + ": " + unreadable
                    + " packets are of no protocol that Ethernet carries, and were left out");
        }
        if (clamped > 0) {
            warnings.add(reader.name() + ": the clock ran backwards at " + clamped
                    + " frames, which follow their predecessors at once");
        }
        if (left() > 0) {
            warnings.add(reader.name() + ": " + left() + " " + entrance.skipped());
        }
        return warnings;
    }
}

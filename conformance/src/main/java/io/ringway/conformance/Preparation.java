package io.ringway.conformance;

import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.replay.input.Completion;
import io.ringway.replay.input.Segments;
import java.util.ArrayList;
import java.util.List;

/** What is done to captured frames before both sides are given them; the segments of one that is cut follow each other. */
final class Preparation {
    private final Completion completion = new Completion();
    private final Segments segments;
    private final ConformRequest.Repairs repairs;
    private Frame waiting;
    private int sender = -1;
    private long timestampNs;

    Preparation(ConformRequest.Repairs repairs, FramePool pool) {
        this.repairs = repairs;
        segments = new Segments(pool);
        segments.how(repairs.gso());
        if (!repairs.lengths()) {
            completion.keepLengths();
        }
        if (!repairs.checksums()) {
            completion.keepChecksums();
        }
    }

    /** The input whose frame was cut and has segments left, -1 where there is none. */
    int sender() {
        return waiting == null ? -1 : sender;
    }

    long timestampNs() {
        return timestampNs;
    }

    /** @param mtu of the interface that sends it */
    Frame prepare(Frame frame, int input, int mtu) {
        completion.complete(frame);
        if (!repairs.cuts()) {
            return frame;
        }
        sender = input;
        timestampNs = frame.timestampNs();
        Frame first = segments.first(frame, mtu);
        // What cannot be cut is refused by both: a kernel is given frames, not what a device is to make of them.
        first.setSegmentBytes(0);
        waiting = segments.next();
        return first;
    }

    /** The segment that waits. */
    Frame next() {
        Frame segment = waiting;
        waiting = segments.next();
        return segment;
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>(completion.warnings());
        warnings.addAll(segments.cuts());
        return warnings;
    }
}

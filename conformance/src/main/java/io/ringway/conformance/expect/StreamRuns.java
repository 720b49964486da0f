package io.ringway.conformance.expect;

import io.ringway.conformance.compare.Ipv4Bytes;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * TCP data that both sides show in frames of other sizes, since one side's device cut or joined segments (TSO, GRO): the same
 * stretch of a stream, of so many frames here and so many there.
 */
final class StreamRuns {
    private static final int TCP = 6;
    private static final int MIN_HEADER = 20;
    private static final int SEQUENCE = 4;
    private static final int FLAGS = 13;
    private static final int CHECKSUM = 16;

    /** PSH, FIN and CWR: one of the segments has them. */
    private static final int FLAGS_OF_ONE = 0x89;

    private final boolean sameEnds;
    private final List<byte[]> captured;
    private final Map<Object, Deque<Integer>> left;
    private final Map<Object, Deque<Integer>> right;
    private final List<byte[]> model;

    /** Frames by their places in the lists; together more than two. */
    record Run(List<Integer> captured, List<Integer> model) {}

    /**
     * Of frames that have not found their other one; the others are null.
     *
     * @param sameEnds whether addresses and ports have to be the same
     */
    StreamRuns(List<byte[]> captured, List<byte[]> model, boolean sameEnds) {
        this.sameEnds = sameEnds;
        this.captured = captured;
        this.model = model;
        left = byPlace(captured);
        right = byPlace(model);
    }

    List<Run> find() {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < captured.size(); i++) {
            byte[] first = captured.get(i);
            Object place = isData(first) ? place(first, sequence(first)) : null;
            if (place != null && left.containsKey(place) && left.get(place).contains(i) && right.containsKey(place)) {
                Run run = from(i, right.get(place).peek());
                if (run != null) {
                    run.captured().forEach(each -> take(left, captured, each));
                    run.model().forEach(each -> take(right, model, each));
                    runs.add(run);
                }
            }
        }
        return runs;
    }

    /** Takes more of the side that is behind, until both end alike; null where they do not. */
    private Run from(int first, int other) {
        Run run = new Run(new ArrayList<>(List.of(first)), new ArrayList<>(List.of(other)));
        byte[] example = captured.get(first);
        int end = end(example);
        int otherEnd = end(model.get(other));
        while (end != otherEnd) {
            boolean behind = end - otherEnd < 0;
            Map<Object, Deque<Integer>> side = behind ? left : right;
            Deque<Integer> next = side.get(place(example, behind ? end : otherEnd));
            if (next == null) {
                return null;
            }
            if (behind) {
                run.captured().add(next.peek());
                end = end(captured.get(next.peek()));
            } else {
                run.model().add(next.peek());
                otherEnd = end(model.get(next.peek()));
            }
        }
        return run.captured().size() + run.model().size() > 2 ? run : null;
    }

    private Map<Object, Deque<Integer>> byPlace(List<byte[]> frames) {
        Map<Object, Deque<Integer>> places = new HashMap<>();
        for (int i = 0; i < frames.size(); i++) {
            if (isData(frames.get(i))) {
                Object place = place(frames.get(i), sequence(frames.get(i)));
                places.computeIfAbsent(place, any -> new ArrayDeque<>()).add(i);
            }
        }
        return places;
    }

    private void take(Map<Object, Deque<Integer>> places, List<byte[]> frames, int index) {
        Object place = place(frames.get(index), sequence(frames.get(index)));
        Deque<Integer> open = places.get(place);
        open.remove(index);
        if (open.isEmpty()) {
            places.remove(place);
        }
    }

    /** A whole segment with data, whose sum is right. */
    private static boolean isData(byte[] frame) {
        int at = frame == null ? -1 : Ipv4Bytes.header(frame);
        if (at < 0 || frame[at + Ipv4Bytes.PROTOCOL] != TCP || (Ipv4Bytes.u16(frame, at + 6) & 0x3fff) != 0) {
            return false;
        }
        int tcp = at + Ipv4Bytes.headerLength(frame, at);
        return at + Ipv4Bytes.u16(frame, at + 2) == frame.length
                && frame.length >= tcp + MIN_HEADER
                && data(frame) >= tcp + MIN_HEADER
                && data(frame) < frame.length
                && hasRightSum(frame, at, tcp);
    }

    private static boolean hasRightSum(byte[] frame, int at, int tcp) {
        long sum = (long) TCP + frame.length - tcp;
        for (int i = at + 12; i < at + 20; i += 2) {
            sum += Ipv4Bytes.u16(frame, i);
        }
        for (int i = tcp; i < frame.length; i++) {
            sum += (long) (frame[i] & 0xff) << ((i - tcp & 1) == 0 ? 8 : 0);
        }
        return sum % 0xffff == 0;
    }

    /** Where in which stream, and under which service and with how long to live. */
    private Object place(byte[] frame, int sequence) {
        int at = Ipv4Bytes.header(frame);
        int tcp = tcp(frame);
        ByteBuffer key = ByteBuffer.allocate(18);
        if (sameEnds) {
            key.put(frame, at + 12, 8).put(frame, tcp, 4);
        }
        key.put(frame[at + 1]).put(frame[at + 8]);
        return key.putInt(sequence).flip();
    }

    private static int tcp(byte[] frame) {
        int at = Ipv4Bytes.header(frame);
        return at + Ipv4Bytes.headerLength(frame, at);
    }

    private static int sequence(byte[] frame) {
        return ByteBuffer.wrap(frame).getInt(tcp(frame) + SEQUENCE);
    }

    private static int data(byte[] frame) {
        return tcp(frame) + (frame[tcp(frame) + 12] >> 4 & 15) * 4;
    }

    /** The sequence number behind it. */
    private static int end(byte[] frame) {
        return sequence(frame) + frame.length - data(frame);
    }

    /** One frame for all: the headers of the first, the flags of all, no sums. */
    static byte[] joined(List<byte[]> frames) {
        byte[] first = frames.get(0);
        int bytes = data(first);
        for (byte[] each : frames) {
            bytes += each.length - data(each);
        }
        byte[] whole = Arrays.copyOf(first, bytes);
        int at = Ipv4Bytes.header(first);
        int tcp = tcp(first);
        int end = data(first);
        for (byte[] each : frames) {
            System.arraycopy(each, data(each), whole, end, each.length - data(each));
            end += each.length - data(each);
            whole[tcp + FLAGS] |= (byte) (each[tcp(each) + FLAGS] & FLAGS_OF_ONE);
        }
        ByteBuffer.wrap(whole)
                .putShort(at + 2, (short) (bytes - at))
                .putShort(at + 10, (short) 0)
                .putShort(tcp + CHECKSUM, (short) 0);
        return whole;
    }
}

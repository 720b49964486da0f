package io.ringway.nat.rules.match;

import io.ringway.packet.Frame;

/** Walks options of kind, length and value as TCP has them: kinds 0 and 1 are single bytes, a length of 0 counts as 1. */
final class OptionScan {
    private OptionScan() {}

    /** Where the first option of a kind stands, or -1. */
    static int find(Frame frame, int from, int end, int kind) {
        int at = from;
        while (at < end) {
            if (frame.u8(at) == kind) {
                return at;
            }
            at = next(frame, at, end);
        }
        return -1;
    }

    /** Where the option after the one at {@code at} begins. */
    static int next(Frame frame, int at, int end) {
        if (frame.u8(at) < 2 || at + 1 >= end) {
            return at + 1;
        }
        return at + Math.max(frame.u8(at + 1), 1);
    }
}

package io.ringway.conformance.compare;

import java.util.Arrays;

/**
 * The checksum of a quoted header in which times were replaced. The host that quotes it may have filled options in without
 * touching the checksum ({@code ip_options.c:ip_options_compile()}): it is wrong then, on both sides by the same amount.
 */
final class QuotedChecksum {
    private QuotedChecksum() {}

    /**
     * Lets the checksum follow all times, or all but the last, which the host that quotes wrote: whichever leaves both sides
     * wrong by the same amount.
     *
     * @param aligned the kernel's frame with the model's times
     * @param last where the last time begins that was replaced
     */
    static void follow(byte[] kernel, byte[] model, byte[] aligned, int at, int last) {
        int end = at + Ipv4Bytes.headerLength(model, at);
        for (int without : new int[] {end, last}) {
            int before = fault(kernel, at, end, without);
            if (before == fault(model, at, end, without)) {
                Ipv4Bytes.update(aligned, at + Ipv4Bytes.CHECKSUM, before, fault(aligned, at, end, without));
                return;
            }
        }
    }

    /**
     * A quote that ends within its options hides times that its checksum knows: the error itself echoes them
     * ({@code ip_options.c:__ip_options_echo()}), where they have been replaced.
     *
     * @param at the quoted header
     * @param own the error's own header
     * @return whether the checksum is another one now
     */
    static boolean followEcho(byte[] kernel, byte[] aligned, int at, int own) {
        int from = own + Ipv4Bytes.MIN_LENGTH;
        int to = own + Ipv4Bytes.headerLength(kernel, own);
        int before = Ipv4Bytes.sum(kernel, from, to);
        int after = Ipv4Bytes.sum(aligned, from, to);
        Ipv4Bytes.update(aligned, at + Ipv4Bytes.CHECKSUM, before, after);
        return before != after;
    }

    /** What the header sums up to without the four bytes at {@code without}. */
    private static int fault(byte[] frame, int at, int end, int without) {
        byte[] header = Arrays.copyOfRange(frame, at, end);
        for (int i = without - at; i < Math.min(without - at + 4, header.length); i++) {
            header[i] = 0;
        }
        return Ipv4Bytes.sum(header, 0, header.length);
    }
}

package io.ringway.conformance.random;

import java.util.List;

/**
 * A frame that is sent.
 *
 * @param timeNs since the first one; none is sent before
 * @param where {@code NS:IF}, with {@link #FROM_OUTSIDE} if it arrives there by a tap, or {@code NS:@ip}
 * @param kinds what is tried with it
 */
record SentFrame(long timeNs, String where, byte[] bytes, List<String> kinds) {
    static final String FROM_OUTSIDE = ",in";
    static final String STACK = "@ip";

    static boolean isFromOutside(String where) {
        return where.endsWith(FROM_OUTSIDE);
    }

    /** Without the word that says from where. */
    static String interfaceOf(String where) {
        return isFromOutside(where) ? where.substring(0, where.length() - FROM_OUTSIDE.length()) : where;
    }
}

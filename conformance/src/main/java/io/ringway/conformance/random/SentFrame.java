package io.ringway.conformance.random;

import java.util.List;

/**
 * A frame that an interface sends.
 *
 * @param timeNs since the first one; none is sent before
 * @param where {@code NS:IF}
 * @param kinds what is tried with it
 */
record SentFrame(long timeNs, String where, byte[] bytes, List<String> kinds) {}

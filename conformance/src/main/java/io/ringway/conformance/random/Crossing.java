package io.ringway.conformance.random;

import io.ringway.conformance.compare.Sighting;
import io.ringway.replay.InterfaceName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Whether a frame crossed two devices: it was seen leaving by another interface than the one that it was sent by, as it
 * was, or with the same end or the same IPv4 source and ID.
 */
final class Crossing {
    private static final int TAIL = 12;
    private static final int SMALLEST = 34;

    private Crossing() {}

    static boolean happened(SentFrame sent, Map<InterfaceName, List<Sighting>> kernel) {
        for (Map.Entry<InterfaceName, List<Sighting>> one : kernel.entrySet()) {
            if (isFirst(one.getKey(), SentFrame.interfaceOf(sent.where()))) {
                continue;
            }
            for (Sighting seen : one.getValue()) {
                if (seen.outgoing() && isSame(sent.bytes(), seen.bytes())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The interface itself; of what a stack sends, any interface of its namespace. */
    private static boolean isFirst(InterfaceName seen, String sentBy) {
        InterfaceName name = InterfaceName.parse(sentBy);
        return name.isStack() ? seen.namespace().equals(name.namespace()) : seen.equals(name);
    }

    private static boolean isSame(byte[] sent, byte[] seen) {
        if (Arrays.equals(sent, seen)) {
            return true;
        }
        if (sent.length < SMALLEST || seen.length < SMALLEST) {
            return false;
        }
        boolean sameEnd = Arrays.equals(sent, sent.length - TAIL, sent.length, seen, seen.length - TAIL, seen.length);
        return sameEnd || (Arrays.equals(sent, 18, 20, seen, 18, 20) && Arrays.equals(sent, 26, 30, seen, 26, 30));
    }
}

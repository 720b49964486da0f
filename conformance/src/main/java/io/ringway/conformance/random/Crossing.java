package io.ringway.conformance.random;

import io.ringway.conformance.compare.Sighting;
import io.ringway.replay.request.InterfaceName;
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

    /** Whether it left elsewhere with another address or port than it was sent with; packets are told apart by their IDs. */
    static boolean isTranslated(SentFrame sent, Map<InterfaceName, List<Sighting>> kernel) {
        return kernel.entrySet().stream()
                .filter(one -> !isFirst(one.getKey(), SentFrame.interfaceOf(sent.where())))
                .flatMap(one -> one.getValue().stream())
                .anyMatch(seen -> seen.outgoing() && isTranslated(Heard.of(sent.bytes()), Heard.of(seen.bytes())));
    }

    private static boolean isTranslated(Heard sent, Heard seen) {
        if (sent == null || seen == null || sent.id() != seen.id() || sent.protocol() != seen.protocol()) {
            return false;
        }
        boolean ports = sent.hasPorts() && !sent.isFragment() && !seen.isFragment();
        return sent.source() != seen.source()
                || sent.destination() != seen.destination()
                || (ports
                        && (sent.sourcePort() != seen.sourcePort()
                                || sent.destinationPort() != seen.destinationPort()));
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

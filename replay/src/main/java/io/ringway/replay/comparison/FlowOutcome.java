package io.ringway.replay.comparison;

import io.ringway.nat.rules.RuleName;

/** What became in one model of the packets that one end sent to another, as a capture has them. */
final class FlowOutcome {
    /**
     * Where a packet ended.
     *
     * @param namespace where it arrived or was lost
     * @param where a device or a place in the stack; "" where it arrived
     * @param reason the kernel's name of why it was lost, with its meaning; "" where it arrived
     * @param rule that lost it, or of a packet that arrived, the filter's rule that let it pass; null for none
     * @param translator the rule that chose its new addresses or ports, null for none
     * @param ends its addresses and ports then
     */
    record End(String namespace, String where, String reason, RuleName rule, RuleName translator, Ends ends) {
        boolean isArrival() {
            return reason.isEmpty();
        }

        /** Whether it came to the same place with the same ends, but for a port that NAT chose for its source. */
        boolean isLike(End other) {
            return namespace.equals(other.namespace)
                    && ends.protocol() == other.ends.protocol()
                    && ends.source() == other.ends.source()
                    && ends.destination() == other.ends.destination()
                    && (ends.destinationPort() == other.ends.destinationPort() || isEcho())
                    && (ends.sourcePort() == other.ends.sourcePort()
                            || (translator != null && other.translator != null));
        }

        private boolean isEcho() {
            return ends.protocol() == 1 && translator != null;
        }
    }

    final Ends ends;
    private int packets;
    private int arrived;
    private End firstArrival;
    private End firstLoss;
    private int lostPacket;
    private long lostOrder = Long.MAX_VALUE;

    FlowOutcome(Ends ends) {
        this.ends = ends;
    }

    /** One more packet; its number from 1. */
    int next() {
        return ++packets;
    }

    /** @param order of the packet among all that were sent */
    void ended(int packet, long order, End end) {
        if (end.isArrival()) {
            arrived++;
            firstArrival = firstArrival == null ? end : firstArrival;
        } else if (order < lostOrder) {
            firstLoss = end;
            lostPacket = packet;
            lostOrder = order;
        }
    }

    int packets() {
        return packets;
    }

    int arrived() {
        return arrived;
    }

    /** Null while nothing arrived. */
    End firstArrival() {
        return firstArrival;
    }

    /** Null while nothing was lost. */
    End firstLoss() {
        return firstLoss;
    }

    /** The number of the packet that was lost first. */
    int lostPacket() {
        return lostPacket;
    }

    /** The place of that packet among all that were sent. */
    long lostOrder() {
        return lostOrder;
    }
}

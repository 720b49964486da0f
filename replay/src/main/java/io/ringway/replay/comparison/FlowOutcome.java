package io.ringway.replay.comparison;

import io.ringway.nat.rules.RuleName;

/** What became in one model of the packets that one end sent to another, as a capture has them; made when it is asked for. */
record FlowOutcome(OutcomeTable table, int number) {
    /**
     * Where a packet ended.
     *
     * @param namespace where it arrived or was lost
     * @param where a device or a place in the stack; "" where it arrived
     * @param reason the kernel's name of why it was lost, with its meaning; "" where it arrived
     * @param rule that lost it, or of a packet that arrived, the filter's rule that let it pass; null for none
     * @param translator the rule that chose its new addresses or ports, null for none
     * @param ends its addresses and ports on arrival; of a lost one those that the capture has
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

    Ends ends() {
        return table.ends(number);
    }

    int packets() {
        return table.packets(number);
    }

    int arrived() {
        return table.arrived(number);
    }

    /** Null while nothing arrived. */
    End firstArrival() {
        return table.firstArrival(number);
    }

    /** Null while nothing was lost. */
    End firstLoss() {
        return table.firstLoss(number);
    }

    /** The number of the packet that was lost first. */
    int lostPacket() {
        return table.lostPacket(number);
    }

    /** The place of that packet among all that were sent. */
    long lostOrder() {
        return table.lostOrder(number);
    }
}

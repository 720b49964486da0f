package io.ringway.replay.probe;

import java.util.List;

/**
 * What became of a probe and of its reply.
 *
 * @param verdict of the packet
 * @param answer what its sender hears in the end
 * @param where the namespace and place where the packet ended
 * @param reason the kernel's name of why, "" where it arrived
 * @param meaning the same for people
 * @param rule the rule that decided; null where none was asked
 * @param sent the packet's tuple when it was sent
 * @param arrived the tuple that it arrived with, null when it did not
 * @param hops of the packet
 * @param reply null when there was none
 * @param help what would change it, where it did not arrive; "" for nothing that is known
 * @param notes what else the asker should know, what matters most first
 */
public record ProbeReport(
        Probe probe,
        Verdict verdict,
        Answer answer,
        String where,
        String reason,
        String meaning,
        Rule rule,
        Tuple sent,
        Tuple arrived,
        List<Step> hops,
        Reply reply,
        String help,
        List<String> notes) {

    /** Delivered: it reached the destination's own stack. Unreachable: no way there. */
    public enum Verdict {
        DELIVERED,
        DROPPED,
        REJECTED,
        UNREACHABLE;

        /** As users write it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What came back to the sender's own stack. */
    public enum Answer {
        ACCEPTED,
        REFUSED,
        NONE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** @param number from 1; 0 for the policy, whose text is "" */
    public record Rule(String namespace, String table, String chain, int number, String text, String verdict) {}

    /** @param rule null where the step is no rule's */
    public record Step(String namespace, String where, String what, Rule rule) {}

    /** @param sourcePort 0 where the protocol has none */
    public record Tuple(String protocol, String source, int sourcePort, String destination, int destinationPort) {
        @Override
        public String toString() {
            boolean ports = !protocol.equals("icmp");
            return protocol + " " + source + (ports ? ":" + sourcePort : "") + " > " + destination
                    + (ports ? ":" + destinationPort : "");
        }
    }

    /**
     * The packet that answers.
     *
     * @param kind such as "RST" or "ICMP port unreachable"
     * @param help as of the packet itself
     */
    public record Reply(
            String kind,
            Verdict verdict,
            String where,
            String reason,
            String meaning,
            Rule rule,
            Tuple arrived,
            List<Step> hops,
            String help) {}

    /** All notes as one, "" for none. */
    public String note() {
        return String.join("; ", notes);
    }

    /** Whether verdict or answer is that word. */
    public boolean is(String word) {
        return verdict.word().equals(word) || answer.word().equals(word);
    }
}

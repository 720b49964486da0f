package io.ringway.replay.comparison;

import io.ringway.nat.rules.RuleName;
import io.ringway.replay.conversation.Verdict;
import java.util.AbstractList;
import java.util.List;
import org.agrona.collections.IntArrayList;

/**
 * What one capture does in two models, conversation by conversation. A conversation is what two ends sent each other by the
 * addresses of the capture, with what either model translates into one another. It differs if its verdict does, if its
 * packets end elsewhere or with other addresses, or if more of them arrive; a port that NAT chose may be another.
 *
 * @param conversations how many there are
 * @param differences those that differ, in the order of their first packets; made as they are read
 */
public record ModelComparison(int conversations, List<Difference> differences) {
    /** @param from address and port of the end that sent first, as captured */
    public record Difference(String protocol, String from, String to, Side a, Side b) {}

    /**
     * A conversation in one model.
     *
     * @param arrived how many of its packets
     * @param lost the number of the first lost packet among those of its sender, 0 for none
     * @param lostFrom who sent that packet, "" for none
     * @param where the namespace, and the place where a packet was lost; of a complete one where it arrived
     * @param reason of the loss, "" for none
     * @param rule that lost the packet; of a complete conversation that let it pass; null where no rule was asked
     * @param translator the rule that translated that packet, null for none
     * @param arrivedAs addresses and ports, "" where nothing arrived
     */
    public record Side(
            Verdict verdict,
            int packets,
            int arrived,
            int lost,
            String lostFrom,
            String where,
            String reason,
            RuleName rule,
            RuleName translator,
            String arrivedAs) {}

    /** Compares two runs that are over. */
    public static ModelComparison of(FlowOutcomes a, FlowOutcomes b) {
        FlowPairs pairs = new FlowPairs(a.all(), b.all());
        FlowGroups groups = pairs.conversations();
        IntArrayList differing = new IntArrayList();
        int conversations = 0;
        for (int i = 0; i < pairs.size(); i++) {
            if (groups.least(i) == i) {
                conversations++;
                if (new ConversationPair(pairs, groups, i).differs()) {
                    differing.addInt(i);
                }
            }
        }
        return new ModelComparison(conversations, new Differences(pairs, groups, differing));
    }

    /** Each is made when it is asked for: every conversation may differ. */
    private static final class Differences extends AbstractList<Difference> {
        private final FlowPairs pairs;
        private final FlowGroups groups;
        private final IntArrayList differing;

        Differences(FlowPairs pairs, FlowGroups groups, IntArrayList differing) {
            this.pairs = pairs;
            this.groups = groups;
            this.differing = differing;
        }

        @Override
        public Difference get(int index) {
            return new ConversationPair(pairs, groups, differing.getInt(index)).difference();
        }

        @Override
        public int size() {
            return differing.size();
        }
    }
}

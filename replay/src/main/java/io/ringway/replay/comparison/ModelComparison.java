package io.ringway.replay.comparison;

import io.ringway.nat.rules.RuleName;
import io.ringway.replay.conversation.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one capture does in two models, conversation by conversation. A conversation is what two ends sent each other by the
 * addresses of the capture, with what either model translates into one another. It differs if its verdict does, if its
 * packets end elsewhere or with other addresses, or if more of them arrive; a port that NAT chose may be another.
 *
 * @param conversations how many there are
 * @param differences those that differ, in the order of their first packets
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
        List<Ends> all = FlowOutcomes.union(a, b);
        Map<Ends, Integer> numbers = new LinkedHashMap<>();
        all.forEach(ends -> numbers.put(ends, numbers.size()));
        int[] group = new int[all.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
        for (Ends ends : all) {
            join(group, numbers, ends, ends.turned());
            joinArrival(group, numbers, a.find(ends));
            joinArrival(group, numbers, b.find(ends));
        }
        Map<Integer, List<Ends>> conversations = new TreeMap<>();
        for (int i = 0; i < group.length; i++) {
            conversations
                    .computeIfAbsent(first(group, i), key -> new ArrayList<>())
                    .add(all.get(i));
        }
        List<Difference> differences = new ArrayList<>();
        for (List<Ends> conversation : conversations.values()) {
            Difference difference = compare(conversation, a, b);
            if (difference != null) {
                differences.add(difference);
            }
        }
        return new ModelComparison(conversations.size(), differences);
    }

    private static void joinArrival(int[] group, Map<Ends, Integer> numbers, FlowOutcome flow) {
        if (flow != null && flow.firstArrival() != null && flow.ends.protocol() != Ends.NO_IPV4) {
            join(group, numbers, flow.ends, flow.firstArrival().ends());
            join(group, numbers, flow.ends, flow.firstArrival().ends().turned());
        }
    }

    private static void join(int[] group, Map<Ends, Integer> numbers, Ends one, Ends other) {
        Integer otherNumber = numbers.get(other);
        if (otherNumber != null) {
            int first = first(group, numbers.get(one));
            int second = first(group, otherNumber);
            group[Math.max(first, second)] = Math.min(first, second);
        }
    }

    private static int first(int[] group, int member) {
        int at = member;
        while (group[at] != at) {
            group[at] = group[group[at]];
            at = group[at];
        }
        return at;
    }

    private static Difference compare(List<Ends> conversation, FlowOutcomes a, FlowOutcomes b) {
        int shown = differing(conversation, a, b);
        Verdict before = verdict(conversation, a);
        Verdict after = verdict(conversation, b);
        if (before == after && (shown < 0 || before == Verdict.NEVER_STARTED)) {
            return null;
        }
        Ends first = conversation.get(0);
        Ends shownEnds = conversation.get(Math.max(0, shown));
        return new Difference(
                first.protocolName(),
                first.from(),
                first.to(),
                side(conversation, a, before, shownEnds),
                side(conversation, b, after, shownEnds));
    }

    /** The first of its ends whose packets fare otherwise, -1 where all fare alike. */
    private static int differing(List<Ends> conversation, FlowOutcomes a, FlowOutcomes b) {
        for (int i = 0; i < conversation.size(); i++) {
            FlowOutcome one = a.find(conversation.get(i));
            FlowOutcome other = b.find(conversation.get(i));
            if (one == null || other == null || one.arrived() != other.arrived()) {
                return i;
            }
            if (one.arrived() > 0 && !one.firstArrival().isLike(other.firstArrival())) {
                return i;
            }
        }
        return -1;
    }

    private static Verdict verdict(List<Ends> conversation, FlowOutcomes model) {
        FlowOutcome first = model.find(conversation.get(0));
        if (first == null || first.lostPacket() == 1) {
            return Verdict.NEVER_STARTED;
        }
        for (Ends ends : conversation) {
            FlowOutcome flow = model.find(ends);
            if (flow != null && flow.firstLoss() != null) {
                return Verdict.CUT;
            }
        }
        return Verdict.COMPLETE;
    }

    private static Side side(List<Ends> conversation, FlowOutcomes model, Verdict verdict, Ends shown) {
        int packets = 0;
        int arrived = 0;
        FlowOutcome lost = null;
        for (Ends ends : conversation) {
            FlowOutcome flow = model.find(ends);
            if (flow != null) {
                packets += flow.packets();
                arrived += flow.arrived();
                if (flow.firstLoss() != null && (lost == null || flow.lostOrder() < lost.lostOrder())) {
                    lost = flow;
                }
            }
        }
        FlowOutcome seen = model.find(shown);
        FlowOutcome.End arrival = seen == null ? null : seen.firstArrival();
        FlowOutcome.End end = lost != null ? lost.firstLoss() : arrival;
        String place = end == null ? "" : (end.namespace() + " " + end.where()).trim();
        return new Side(
                verdict,
                packets,
                arrived,
                lost == null ? 0 : lost.lostPacket(),
                lost == null ? "" : lost.ends.from(),
                place,
                end == null ? "" : end.reason(),
                end == null ? null : end.rule(),
                end == null ? null : end.translator(),
                arrival == null ? "" : arrival.ends().toString());
    }
}

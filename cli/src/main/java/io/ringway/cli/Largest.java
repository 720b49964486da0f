package io.ringway.cli;

import io.ringway.replay.conversation.Conversation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/** Picks the largest conversations, of equal ones the earlier; keeps no more of them than it picks. */
final class Largest {
    private record Ranked(int place, Conversation conversation) {}

    private Largest() {}

    static List<Conversation> of(List<Conversation> all, int count, Predicate<Conversation> wanted) {
        Comparator<Ranked> worstFirst = Comparator.<Ranked>comparingLong(
                        each -> each.conversation().bytes())
                .thenComparing(Comparator.comparingInt(Ranked::place).reversed());
        PriorityQueue<Ranked> best = new PriorityQueue<>(worstFirst);
        int place = 0;
        for (Conversation conversation : all) {
            if (wanted.test(conversation)) {
                best.add(new Ranked(place, conversation));
            }
            if (best.size() > count) {
                best.remove();
            }
            place++;
        }
        List<Ranked> picked = new ArrayList<>(best);
        picked.sort(worstFirst.reversed());
        return picked.stream().map(Ranked::conversation).toList();
    }
}

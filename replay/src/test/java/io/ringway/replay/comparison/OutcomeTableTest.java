package io.ringway.replay.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.nat.rules.RuleName;
import org.junit.jupiter.api.Test;

/** What became of packets between two ends: a row for each pair, places once for all. */
class OutcomeTableTest {
    private static final int MANY = 200_000;
    private static final RuleName RULE = new RuleName("filter", "FORWARD", 1, "-j DROP");

    private final OutcomeTable table = new OutcomeTable();

    @Test
    void keepsTheFirstArrivalAndTheEarliestLoss() {
        int pair = table.open(ends(7));
        assertThat(table.open(ends(7))).isEqualTo(pair);
        assertThat(table.send(pair)).isEqualTo(1);
        assertThat(table.send(pair)).isEqualTo(2);
        assertThat(table.send(pair)).isEqualTo(3);
        FlowOutcome.End late = new FlowOutcome.End("a", "eth0", "LATE", null, null, ends(7));
        FlowOutcome.End early = new FlowOutcome.End("host", "FORWARD", "EARLY", RULE, null, ends(7));
        table.end(pair, 3, 30, late);
        table.end(pair, 2, 20, early);
        table.end(pair, 3, 30, late);
        table.end(pair, 1, 10, new FlowOutcome.End("b", "", "", null, RULE, ends(9)));
        FlowOutcome outcome = new FlowOutcome(table, pair);
        assertThat(outcome.packets()).isEqualTo(3);
        assertThat(outcome.arrived()).isEqualTo(1);
        assertThat(outcome.firstLoss()).isEqualTo(early);
        assertThat(outcome.lostPacket()).isEqualTo(2);
        assertThat(outcome.firstArrival()).isEqualTo(new FlowOutcome.End("b", "", "", null, RULE, ends(9)));
        assertThat(outcome.ends()).isEqualTo(ends(7));
        assertThat(table.find(ends(7).turned())).isEqualTo(OutcomeTable.NONE);
    }

    /** Two pairs are a conversation. */
    @Test
    void takesLessThan150BytesForAPair() {
        long before = used();
        for (int i = 0; i < MANY; i++) {
            int pair = table.open(ends(i));
            String place = "server".repeat(1 + i % 2);
            table.end(pair, table.send(pair), i, new FlowOutcome.End(place, "", "", RULE, RULE, ends(i)));
        }
        assertThat((used() - before) / MANY).isLessThan(150);
        assertThat(table.size()).isEqualTo(MANY);
    }

    private static Ends ends(int number) {
        return new Ends(17, 0x0a00_0000 + number, 1024 + number % 50_000, 0xc0a8_0901, 53);
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}

package io.ringway.nat.rules.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RecentTableTest {
    private final RecentTable table = new RecentTable(-1);

    private RecentTableTest() {
        table.wants(4);
    }

    @Test
    void countsTheHitsThatAreNotTooOld() {
        table.add(1, 64, 100);
        RecentTable.Entry entry = table.find(1, 0);
        table.update(entry, 64, 200);
        table.update(entry, 64, 300);
        assertThat(RecentTable.wasSeen(entry, 3, false, 0)).isTrue();
        assertThat(RecentTable.wasSeen(entry, 3, true, 100)).isTrue();
        assertThat(RecentTable.wasSeen(entry, 3, true, 101)).isFalse();
        assertThat(RecentTable.wasSeen(entry, 0, true, 300)).isTrue();
        assertThat(RecentTable.wasSeen(entry, 0, true, 301)).isFalse();
    }

    @Test
    void keepsNoMoreTimesThanAnyRuleCounts() {
        table.add(1, 64, 1);
        RecentTable.Entry entry = table.find(1, 0);
        for (int now = 2; now <= 6; now++) {
            table.update(entry, 64, now);
        }
        assertThat(table.show()).isEqualTo("src=0.0.0.1 ttl: 64 last_seen: 6 oldest_pkt: 2 5, 6, 3, 4\n");
        assertThat(RecentTable.wasSeen(entry, 5, false, 0)).isFalse();
        assertThat(RecentTable.wasSeen(entry, 4, true, 3)).isTrue();
    }

    @Test
    void forgetsTheOneLongestUntouchedForTheHundredAndFirst() {
        for (int address = 1; address <= 100; address++) {
            table.add(address, 64, address);
        }
        table.update(table.find(1, 0), 64, 101);
        table.add(101, 64, 102);
        assertThat(table.find(1, 0)).isNotNull();
        assertThat(table.find(2, 0)).isNull();
        assertThat(table.find(3, 0)).isNotNull();
        assertThat(table.find(101, 0)).isNotNull();
    }

    @Test
    void isEmptiedByARuleThatCountsFurther() {
        table.add(1, 64, 1);
        table.wants(4);
        assertThat(table.find(1, 0)).isNotNull();
        table.wants(8);
        assertThat(table.find(1, 0)).isNull();
    }

    @Test
    void reapsOneEntryThatIsTooOld() {
        table.add(1, 64, 1);
        table.add(2, 64, 2);
        table.add(3, 64, 3);
        table.reap(1, null);
        assertThat(table.find(1, 0)).isNotNull();
        table.reap(10, table.find(1, 0));
        assertThat(table.find(1, 0)).isNotNull();
        table.reap(10, table.find(3, 0));
        assertThat(table.find(1, 0)).isNull();
        assertThat(table.find(2, 0)).isNotNull();
    }

    @Test
    void looksAtTheTtlWhereAskedTo() {
        table.add(1, 64, 1);
        assertThat(table.find(1, 64)).isNotNull();
        assertThat(table.find(1, 63)).isNull();
        assertThat(table.find(1, 0)).isNotNull();
    }

    @Test
    void groupsByTheMaskItCameWith() {
        RecentTable wide = new RecentTable(0xffff_ff00);
        wide.wants(1);
        wide.add(0x0a00_0001, 64, 1);
        assertThat(wide.find(0x0a00_00ff, 0)).isNotNull();
        assertThat(wide.find(0x0a00_0101, 0)).isNull();
    }
}

package io.ringway.nat.rules.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HashLimitBucketTest {
    private static final int SECOND = Jiffies.PER_SECOND;

    private static HashLimitSpec packets(String rate, long burst) {
        long average = HashLimitRate.parsePackets(rate);
        return new HashLimitSpec(false, false, 0, average, burst, 0, 0, 1000, 60_000, 32, 32, false, 0, "a");
    }

    private static HashLimitSpec bytes(String rate, long burst) {
        long average = HashLimitRate.parseBytes(rate);
        return new HashLimitSpec(false, true, 0, average, burst, 0, 0, 1000, 60_000, 32, 32, false, 0, "a");
    }

    private static HashLimitSpec intervals(String rate, long burst, long seconds) {
        long average = HashLimitRate.parsePackets(rate);
        return new HashLimitSpec(false, false, 0, average, burst, 0, 0, 1000, 60_000, 32, 32, true, seconds, "a");
    }

    private static int admitted(HashLimitBucket bucket, int packets, int length, boolean bytes) {
        int admitted = 0;
        for (int i = 0; i < packets; i++) {
            admitted += bucket.admits(length, bytes, false) ? 1 : 0;
        }
        return admitted;
    }

    @Test
    void letsABurstPassAndThenWhatTheRateEarns() {
        HashLimitBucket bucket = new HashLimitBucket(packets("2/sec", 5), 0);
        assertThat(admitted(bucket, 10, 40, false)).isEqualTo(5);
        bucket.advance(SECOND / 2 - 1);
        assertThat(admitted(bucket, 10, 40, false)).isZero();
        bucket.advance(SECOND / 2);
        assertThat(admitted(bucket, 10, 40, false)).isEqualTo(1);
        bucket.advance(100 * SECOND);
        assertThat(admitted(bucket, 10, 40, false)).isEqualTo(5);
    }

    @Test
    void reckonsADaysRateWithoutASign() {
        HashLimitBucket bucket = new HashLimitBucket(packets("1/day", 1), 0);
        assertThat(admitted(bucket, 2, 40, false)).isEqualTo(1);
        bucket.advance(86_399L * SECOND);
        assertThat(admitted(bucket, 2, 40, false)).isZero();
        bucket.advance(86_400L * SECOND);
        assertThat(admitted(bucket, 2, 40, false)).isEqualTo(1);
        assertThat(packets("1/day", 1).refusal()).isNull();
        assertThat(packets("1/day", 2).refusal()).isEqualTo("Numerical result out of range");
        assertThat(packets("5/day", 5).refusal()).isNull();
    }

    @Test
    void weighsBytesInUnitsOfSixteen() {
        HashLimitBucket bucket = new HashLimitBucket(bytes("512b/s", 0), 0);
        // 33 bytes are three units of the 33 that a second lets pass, a little rounded.
        assertThat(admitted(bucket, 20, 33, true)).isEqualTo(11);
        bucket.advance(SECOND);
        assertThat(admitted(bucket, 40, 15, true)).isEqualTo(33);
    }

    @Test
    void fillsABurstOfBytesUpAgainSoManyTimes() {
        HashLimitBucket bucket = new HashLimitBucket(bytes("512b/s", 2), 0);
        assertThat(admitted(bucket, 10, 1500, true)).isEqualTo(3);
        bucket.advance(SECOND);
        assertThat(admitted(bucket, 10, 1500, true)).isEqualTo(1);
    }

    @Test
    void judgesAnIntervalByTheOneBefore() {
        HashLimitBucket bucket = new HashLimitBucket(intervals("1/sec", 1, 1), 0);
        assertThat(bucket.admits(40, false, true)).isTrue();
        assertThat(bucket.admits(40, false, true)).isTrue();
        assertThat(bucket.admits(40, false, true)).isFalse();
        bucket.advance(SECOND);
        assertThat(bucket.admits(40, false, true)).isFalse();
        bucket.advance(2 * SECOND);
        assertThat(bucket.admits(40, false, true)).isTrue();
    }

    @Test
    void forgetsAnEntryAtTheCollectorsNextTurn() {
        HashLimitSpec spec =
                new HashLimitSpec(false, false, 1, 3_600_000_000L, 1, 1, 2, 1000, 1500, 32, 32, false, 0, "a");
        HashLimitTable table = new HashLimitTable(spec);
        HashLimitBucket first = table.touch(1, 0, 0, 0);
        assertThat(table.touch(2, 0, 0, 0)).isNotNull();
        assertThat(table.touch(3, 0, 0, 0)).isNull();
        assertThat(table.touch(1, 0, 0, 10)).isSameAs(first);
        assertThat(table.touch(1, 0, 0, 10 + 2 * SECOND - 11)).isSameAs(first);
        assertThat(table.touch(3, 0, 0, 2 * SECOND)).isNotNull();
        assertThat(table.touch(1, 0, 0, 4 * SECOND)).isNotSameAs(first);
    }
}

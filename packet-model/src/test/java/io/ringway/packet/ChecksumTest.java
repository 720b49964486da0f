package io.ringway.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChecksumTest {
    private static final long SEED = 1;

    @Test
    void sumsTheExampleOfRfc1071() {
        ByteBuffer memory = ByteBuffer.wrap(
                new byte[] {0x00, 0x01, (byte) 0xf2, 0x03, (byte) 0xf4, (byte) 0xf5, (byte) 0xf6, (byte) 0xf7});

        assertThat(Checksum.sum(memory, 0, 8)).isEqualTo(0xddf2);
    }

    @Test
    void padsAnOddLastByteWithZeroOnItsRight() {
        ByteBuffer memory = ByteBuffer.wrap(new byte[] {0x12, 0x34, 0x56, 0x78});

        assertThat(Checksum.sum(memory, 0, 3)).isEqualTo(0x1234 + 0x5600);
    }

    @Test
    void sumsNothingToZero() {
        assertThat(Checksum.sum(ByteBuffer.allocate(8), 4, 0)).isZero();
    }

    @Test
    void sumsAnyRangeAsTheTextbookDoes() {
        Random random = new Random(SEED);
        byte[] bytes = new byte[300];
        for (int round = 0; round < 2_000; round++) {
            random.nextBytes(bytes);
            int from = random.nextInt(20);
            int length = random.nextInt(bytes.length - from + 1);

            assertThat(Checksum.sum(ByteBuffer.wrap(bytes), from, length))
                    .as("seed %d, round %d: %d bytes from %d", SEED, round, length, from)
                    .isEqualTo(textbookSum(bytes, from, length));
        }
    }

    @Test
    void keepsEveryCarryOfTheLongestSegment() {
        byte[] bytes = new byte[65_535];
        Arrays.fill(bytes, (byte) 0xff);

        assertThat(Checksum.sum(ByteBuffer.wrap(bytes), 0, bytes.length))
                .isEqualTo(textbookSum(bytes, 0, bytes.length));
    }

    @Test
    void foldsUntilNoCarryIsLeft() {
        assertThat(Checksum.fold(0)).isZero();
        assertThat(Checksum.fold(0xffff)).isEqualTo(0xffff);
        assertThat(Checksum.fold(0x1_0000)).isEqualTo(1);
        assertThat(Checksum.fold(0x1_ffff)).isEqualTo(1);
        assertThat(Checksum.fold(0xffff_ffffL)).isEqualTo(0xffff);
        assertThat(Checksum.fold(0x1_ffff_ffffL)).isEqualTo(1);
        assertThat(Checksum.fold(0x1_0000_ffff_ffffL)).isEqualTo(1);
        assertThat(Checksum.fold(0x7fff_ffff_ffff_fffeL)).isEqualTo(0x7ffe);
    }

    @Test
    void aFoldedSumHasTheSameRemainder() {
        Random random = new Random(SEED);
        for (int round = 0; round < 20_000; round++) {
            long sum = (long) boundary16(random) << 47 >>> 1
                    | (long) boundary16(random) << 32
                    | (long) boundary16(random) << 16
                    | boundary16(random);
            int folded = Checksum.fold(sum);

            assertThat(folded).as("seed %d, round %d: %016x", SEED, round, sum).isBetween(sum == 0 ? 0 : 1, 0xffff);
            assertThat(folded % 0xffff).isEqualTo((int) (sum % 0xffff));
        }
    }

    @Test
    void updatesOneFieldAsTheExampleOfRfc1624() {
        assertThat(Checksum.update16(0xdd2f, 0x5555, 0x3285)).isZero();
    }

    @Test
    void anUpdatedFieldGivesTheChecksumThatAFullSumGives() {
        Random random = new Random(SEED);
        byte[] header = new byte[20];
        ByteBuffer memory = ByteBuffer.wrap(header);
        for (int round = 0; round < 20_000; round++) {
            random.nextBytes(header);
            header[0] = 0x45;
            int field = 2 + 2 * random.nextInt(9);
            int before = memory.getShort(field) & 0xffff;
            int after = boundary16(random);
            int checksum = Checksum.finish(Checksum.sum(memory, 0, 20));
            memory.putShort(field, (short) after);

            assertThat(Checksum.update16(checksum, before, after))
                    .as("seed %d, round %d: %04x to %04x under %04x", SEED, round, before, after, checksum)
                    .isEqualTo(Checksum.finish(Checksum.sum(memory, 0, 20)));
        }
    }

    @Test
    void anUpdatedAddressGivesTheChecksumThatAFullSumGives() {
        Random random = new Random(SEED);
        byte[] header = new byte[20];
        ByteBuffer memory = ByteBuffer.wrap(header);
        for (int round = 0; round < 20_000; round++) {
            random.nextBytes(header);
            header[0] = 0x45;
            int field = 2 + 2 * random.nextInt(8);
            int before = memory.getInt(field);
            int after = boundary16(random) << 16 | boundary16(random);
            int checksum = Checksum.finish(Checksum.sum(memory, 0, 20));
            memory.putInt(field, after);

            assertThat(Checksum.update32(checksum, before, after))
                    .as("seed %d, round %d: %08x to %08x under %04x", SEED, round, before, after, checksum)
                    .isEqualTo(Checksum.finish(Checksum.sum(memory, 0, 20)));
        }
    }

    /** Receivers must still see the damage behind a NAT: nobody may repair a checksum in passing. */
    @Test
    void aWrongChecksumStaysWrongByTheSameAmount() {
        Random random = new Random(SEED);
        byte[] header = new byte[20];
        ByteBuffer memory = ByteBuffer.wrap(header);
        for (int round = 0; round < 2_000; round++) {
            random.nextBytes(header);
            header[0] = 0x45;
            header[10] = 0;
            header[11] = 0;
            int error = 1 + random.nextInt(0xfffe);
            int wrong = Checksum.fold(Checksum.finish(Checksum.sum(memory, 0, 20)) + (long) error);
            int before = memory.getInt(12);
            int after = random.nextInt();
            memory.putInt(12, after);
            int updated = Checksum.update32(wrong, before, after);
            int right = Checksum.finish(Checksum.sum(memory, 0, 20));

            assertThat(Checksum.fold(right + (long) error) % 0xffff)
                    .as("seed %d, round %d: off by %04x", SEED, round, error)
                    .isEqualTo(updated % 0xffff);
        }
    }

    @Test
    void thePseudoHeaderCountsBothAddressesProtocolAndLength() {
        byte[] pseudo = {(byte) 192, (byte) 168, 1, 100, (byte) 172, 17, 0, 2, 0, 6, 0x05, (byte) 0xdc};

        assertThat(Checksum.fold(Checksum.pseudoHeader(
                        Ipv4Address.parse("192.168.1.100"), Ipv4Address.parse("172.17.0.2"), 6, 1500)))
                .isEqualTo(textbookSum(pseudo, 0, pseudo.length));
    }

    /** Half of the values are those where carries and the two zeroes of ones' complement live. */
    private static int boundary16(Random random) {
        int[] edges = {0, 1, 0x7fff, 0x8000, 0xfffe, 0xffff};
        return random.nextBoolean() ? edges[random.nextInt(edges.length)] : random.nextInt(0x1_0000);
    }

    private static int textbookSum(byte[] bytes, int from, int length) {
        int sum = 0;
        for (int i = 0; i < length; i += 2) {
            int high = bytes[from + i] & 0xff;
            int low = i + 1 < length ? bytes[from + i + 1] & 0xff : 0;
            sum += high << 8 | low;
            if (sum > 0xffff) {
                sum -= 0xffff;
            }
        }
        return sum;
    }
}

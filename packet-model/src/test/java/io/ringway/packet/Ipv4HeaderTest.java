package io.ringway.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class Ipv4HeaderTest {
    private static final int AT = EthernetHeader.LENGTH;

    private final FramePool pool = new FramePool();

    @Test
    void readsBackWhatItWrites() {
        Frame frame = packet(100);

        assertThat(Ipv4Header.check(frame, AT)).isNull();
        assertThat(Ipv4Header.headerLength(frame, AT)).isEqualTo(20);
        assertThat(Ipv4Header.tos(frame, AT)).isEqualTo(0x10);
        assertThat(Ipv4Header.totalLength(frame, AT)).isEqualTo(100);
        assertThat(Ipv4Header.id(frame, AT)).isEqualTo(0xbeef);
        assertThat(Ipv4Header.dontFragment(frame, AT)).isTrue();
        assertThat(Ipv4Header.isFragment(frame, AT)).isFalse();
        assertThat(Ipv4Header.ttl(frame, AT)).isEqualTo(64);
        assertThat(Ipv4Header.protocol(frame, AT)).isEqualTo(Ipv4Header.PROTOCOL_TCP);
        assertThat(Ipv4Header.source(frame, AT)).isEqualTo(Ipv4Address.parse("172.17.0.2"));
        assertThat(Ipv4Header.destination(frame, AT)).isEqualTo(Ipv4Address.parse("93.184.216.34"));
    }

    @Test
    void firstMiddleAndLastFragmentsAreFragments() {
        assertThat(fragment(Ipv4Header.MORE_FRAGMENTS)).isTrue();
        assertThat(fragment(Ipv4Header.MORE_FRAGMENTS | 185)).isTrue();
        assertThat(fragment(370)).isTrue();
        assertThat(fragment(0)).isFalse();
        assertThat(fragment(Ipv4Header.DONT_FRAGMENT)).isFalse();
    }

    @Test
    void aFrameShorterThanAHeaderHasABadHeader() {
        Frame frame = packet(100);
        frame.setLength(AT + 19);

        assertThat(Ipv4Header.check(frame, AT)).isEqualTo(DropReason.IP_INHDR);
    }

    @Test
    void anotherVersionIsABadHeader() {
        Frame frame = packet(100);
        frame.putU8(AT, 0x65);

        assertThat(Ipv4Header.check(frame, AT)).isEqualTo(DropReason.IP_INHDR);
    }

    @Test
    void aHeaderLengthBelowTwentyIsABadHeader() {
        Frame frame = packet(100);
        frame.putU8(AT, 0x44);

        assertThat(Ipv4Header.check(frame, AT)).isEqualTo(DropReason.IP_INHDR);
    }

    @Test
    void optionsThatAreNotThereAreABadHeader() {
        Frame frame = packet(20);
        frame.putU8(AT, 0x46);

        assertThat(Ipv4Header.check(frame, AT)).isEqualTo(DropReason.IP_INHDR);
    }

    @Test
    void everyFlippedBitOfTheHeaderIsNoticed() {
        for (int bit = 0; bit < 160; bit++) {
            Frame frame = packet(100);
            frame.putU8(AT + bit / 8, frame.u8(AT + bit / 8) ^ 1 << bit % 8);

            assertThat(Ipv4Header.check(frame, AT)).as("bit %d", bit).isNotNull();
            frame.free();
        }
    }

    @Test
    void aTotalLengthBeyondTheFrameIsTooSmall() {
        Frame frame = packet(100);
        frame.setLength(AT + 99);

        assertThat(Ipv4Header.check(frame, AT)).isEqualTo(DropReason.PKT_TOO_SMALL);
    }

    @Test
    void aTotalLengthBelowTheHeaderIsABadHeader() {
        Frame frame = packet(100);
        Ipv4Header.write(frame, AT, 0, 19, 1, 0, 64, Ipv4Header.PROTOCOL_UDP, 1, 2);

        assertThat(Ipv4Header.check(frame, AT)).isEqualTo(DropReason.IP_INHDR);
    }

    @Test
    void paddingBehindThePacketIsFine() {
        Frame frame = packet(30);
        frame.setLength(60);

        assertThat(Ipv4Header.check(frame, AT)).isNull();
    }

    @Test
    void anyHopAndAnyRewriteLeaveAValidChecksum() {
        long seed = 1;
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            Frame frame = pool.allocate(AT + 20);
            Ipv4Header.write(
                    frame,
                    AT,
                    random.nextInt(256),
                    20,
                    random.nextInt(0x1_0000),
                    0,
                    2 + random.nextInt(254),
                    random.nextInt(256),
                    random.nextInt(),
                    random.nextInt());
            int ttl = Ipv4Header.ttl(frame, AT);
            int protocol = Ipv4Header.protocol(frame, AT);
            int source = random.nextInt();
            int destination = random.nextInt();

            Ipv4Header.decreaseTtl(frame, AT);
            Ipv4Header.rewriteSource(frame, AT, source);
            Ipv4Header.rewriteDestination(frame, AT, destination);

            assertThat(Ipv4Header.check(frame, AT))
                    .as("seed %d, round %d", seed, round)
                    .isNull();
            assertThat(Ipv4Header.ttl(frame, AT)).isEqualTo(ttl - 1);
            assertThat(Ipv4Header.protocol(frame, AT)).isEqualTo(protocol);
            assertThat(Ipv4Header.source(frame, AT)).isEqualTo(source);
            assertThat(Ipv4Header.destination(frame, AT)).isEqualTo(destination);
            frame.free();
        }
    }

    private boolean fragment(int flagsAndOffset) {
        Frame frame = pool.allocate(AT + 20);
        Ipv4Header.write(frame, AT, 0, 20, 1, flagsAndOffset, 64, Ipv4Header.PROTOCOL_UDP, 1, 2);
        assertThat(Ipv4Header.fragmentOffset(frame, AT)).isEqualTo(flagsAndOffset & Ipv4Header.OFFSET_MASK);
        return Ipv4Header.isFragment(frame, AT);
    }

    private Frame packet(int totalLength) {
        Frame frame = pool.allocate(Math.max(60, AT + totalLength));
        Ipv4Header.write(
                frame,
                AT,
                0x10,
                totalLength,
                0xbeef,
                Ipv4Header.DONT_FRAGMENT,
                64,
                Ipv4Header.PROTOCOL_TCP,
                Ipv4Address.parse("172.17.0.2"),
                Ipv4Address.parse("93.184.216.34"));
        frame.setLength(AT + totalLength);
        return frame;
    }
}

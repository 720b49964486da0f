package io.ringway.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FramePoolTest {
    private final FramePool pool = new FramePool();

    @Test
    void isFullAgainOnceEveryFrameIsFreed() {
        Frame small = pool.allocate(60);
        Frame large = pool.allocate(FramePool.MAX_FRAME_BYTES);
        assertThat(pool.totalCells() - pool.freeCells()).isEqualTo(2);

        small.free();
        large.free();

        assertThat(pool.freeCells()).isEqualTo(pool.totalCells()).isPositive();
    }

    @Test
    void growsWhenItIsEmpty() {
        Frame[] frames = new Frame[3_000];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = pool.allocate(1_514);
        }

        assertThat(frames).doesNotHaveDuplicates();
        assertThat(pool.totalCells()).isGreaterThanOrEqualTo(frames.length);
        Arrays.stream(frames).forEach(Frame::free);
        assertThat(pool.freeCells()).isEqualTo(pool.totalCells());
    }

    @Test
    void endsWithAMessageAtItsLimit() {
        FramePool tiny = new FramePool(1_000);

        assertThatThrownBy(() -> tiny.allocate(60))
                .isInstanceOf(PoolExhaustedException.class)
                .hasMessageContaining("1000 bytes");
        assertThat(tiny.totalCells()).isZero();
    }

    @Test
    void refusesAFrameThatNoCellHolds() {
        assertThatIllegalArgumentException().isThrownBy(() -> pool.allocate(FramePool.MAX_FRAME_BYTES + 1));
    }

    @Test
    void givesLongFramesALargeCell() {
        Frame longest = pool.allocate(FramePool.MAX_FRAME_BYTES);
        longest.putU8(FramePool.MAX_FRAME_BYTES - 1, 0x5a);
        Frame ordinary = pool.allocate(FramePool.COMMON_BYTES);

        assertThat(longest.u8(FramePool.MAX_FRAME_BYTES - 1)).isEqualTo(0x5a);
        assertThat(longest.isLarge()).isTrue();
        assertThat(ordinary.isLarge()).isFalse();
        assertThat(pool.allocate(FramePool.COMMON_BYTES + 1).isLarge()).isTrue();
    }

    @Test
    void leavesRoomBehindTheLongestFrames() {
        assertThat(pool.allocate(FramePool.COMMON_BYTES).capacity()).isEqualTo(2048);
        assertThat(pool.allocate(FramePool.MAX_FRAME_BYTES).capacity())
                .isGreaterThanOrEqualTo(FramePool.MAX_FRAME_BYTES + FramePool.TAILROOM);
    }

    @Test
    void catchesAFrameFreedTwice() {
        Frame frame = pool.allocate(60);
        frame.free();

        assertThatIllegalStateException().isThrownBy(frame::free).withMessageContaining("twice");
    }

    @Test
    void catchesAFrameUsedAfterItWasFreed() {
        Frame frame = pool.allocate(60);
        frame.free();

        assertThatIllegalStateException().isThrownBy(() -> frame.u8(0)).withMessageContaining("freed");
    }

    @Test
    void catchesAFrameReturnedToAnotherPool() {
        Frame frame = pool.allocate(60);

        assertThatIllegalStateException()
                .isThrownBy(() -> new FramePool().release(frame))
                .withMessageContaining("another pool");
    }

    @Test
    void aFreedFramesBytesArePoisoned() {
        Frame frame = pool.allocate(60);
        frame.fillZero(0, 60);
        frame.free();
        Frame again = pool.allocate(60);

        assertThat(again).isSameAs(frame);
        assertThat(again.toBytes()).containsOnly(FramePool.POISON);
    }

    @Test
    void aRecycledFrameRemembersNothing() {
        Frame frame = pool.allocate(60);
        frame.setMark(7);
        frame.history().setId(9);
        frame.setTimestampNs(11);
        frame.setIngressIfindex(2);
        frame.setRoute(3, 4);
        frame.setTransportOffset(34);
        frame.setNetworkOffset(18);
        frame.setPacketType(PacketType.BROADCAST);
        frame.setConnection("a connection", (byte) 2);
        frame.history().setTranslated();
        frame.push(8);
        frame.free();

        Frame again = pool.allocate(42);

        assertThat(again).isSameAs(frame);
        assertThat(again)
                .returns(42, Frame::length)
                .returns(0, Frame::mark)
                .returns(0L, each -> each.history().id())
                .returns(0L, Frame::timestampNs)
                .returns(0, Frame::ingressIfindex)
                .returns(0, Frame::egressIfindex)
                .returns(0, Frame::nextHop)
                .returns(0, Frame::transportOffset)
                .returns(EthernetHeader.LENGTH, Frame::networkOffset)
                .returns(PacketType.HOST, Frame::packetType)
                .returns(null, Frame::connection)
                .returns((byte) 0, Frame::connectionInfo)
                .returns(false, each -> each.history().translated());
        again.push(FramePool.HEADROOM);
    }

    @Test
    void aCopyIsEqualAndIndependent() {
        Frame original = pool.allocate(60);
        original.fillZero(0, 60);
        original.setMark(7);
        original.history().setId(9);
        original.setTimestampNs(11);
        original.setRoute(3, 4);
        original.setTransportOffset(34);
        original.setConnection("a connection", (byte) 2);
        original.history().setTranslated();

        Frame copy = pool.copy(original);
        original.putU8(0, 0xaa);
        original.setMark(8);

        assertThat(copy.toBytes()).hasSize(60).containsOnly(0);
        assertThat(copy)
                .returns(7, Frame::mark)
                .returns(9L, each -> each.history().id())
                .returns(11L, Frame::timestampNs)
                .returns(3, Frame::egressIfindex)
                .returns(4, Frame::nextHop)
                .returns(34, Frame::transportOffset)
                .returns("a connection", Frame::connection)
                .returns((byte) 2, Frame::connectionInfo)
                .returns(true, each -> each.history().translated());
    }

    @Test
    void neverHandsOneCellToTwoOwners() {
        long seed = 1;
        Random random = new Random(seed);
        Deque<Frame> held = new ArrayDeque<>();
        for (int round = 0; round < 20_000; round++) {
            if (random.nextInt(3) > 0 && held.size() < 100) {
                Frame frame = pool.allocate(random.nextInt(50) == 0 ? 9_000 : 64);
                frame.putI32(0, round);
                frame.putI32(frame.length() - 4, round);
                frame.setMark(round);
                held.add(frame);
            } else if (!held.isEmpty()) {
                Frame frame = random.nextBoolean() ? held.removeFirst() : held.removeLast();
                assertThat(frame.i32(0)).as("seed %d, round %d", seed, round).isEqualTo(frame.mark());
                assertThat(frame.i32(frame.length() - 4))
                        .as("seed %d, round %d", seed, round)
                        .isEqualTo(frame.mark());
                frame.free();
            }
            assertThat(pool.totalCells() - pool.freeCells()).isEqualTo(held.size());
        }
    }
}

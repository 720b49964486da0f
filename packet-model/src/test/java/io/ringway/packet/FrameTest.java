package io.ringway.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class FrameTest {
    private final FramePool pool = new FramePool();

    @Test
    void valuesAreInNetworkByteOrder() {
        Frame frame = pool.allocate(16);
        frame.put(0, new byte[] {(byte) 0x81, 0x02, (byte) 0x83, 0x04, (byte) 0x85, 0x06, 0x07, 0x08});

        assertThat(frame.u8(0)).isEqualTo(0x81);
        assertThat(frame.u16(0)).isEqualTo(0x8102);
        assertThat(frame.i32(0)).isEqualTo(0x8102_8304);
        assertThat(frame.u32(0)).isEqualTo(0x8102_8304L);
        assertThat(frame.u48(0)).isEqualTo(0x8102_8304_8506L);
    }

    @Test
    void whatIsPutIsWhatIsRead() {
        Frame frame = pool.allocate(16);
        frame.fillZero(0, 16);
        frame.putU8(0, 0x1ff);
        frame.putU16(1, 0x1_fffe);
        frame.putI32(3, 0x8765_4321);
        frame.putU48(7, 0xff12_3456_789a_bcdeL);

        assertThat(frame.toBytes())
                .containsExactly(0xff, 0xff, 0xfe, 0x87, 0x65, 0x43, 0x21, 0x34, 0x56, 0x78, 0x9a, 0xbc, 0xde, 0, 0, 0);
    }

    @Test
    void accessBeyondTheEndIsCaught() {
        Frame frame = pool.allocate(15);

        assertThat(frame.u8(14)).isNotNegative();
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> frame.u8(15));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> frame.u16(14));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> frame.u48(10));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> frame.u8(-1));
    }

    @Test
    void pushAndPullKeepHeaderOffsetsOnTheirBytes() {
        Frame frame = pool.allocate(60);
        frame.setTransportOffset(34);
        frame.putU8(14, 0x45);
        frame.putU8(34, 0x77);

        frame.push(50);

        assertThat(frame.length()).isEqualTo(110);
        assertThat(frame.u8(frame.networkOffset())).isEqualTo(0x45);
        assertThat(frame.u8(frame.transportOffset())).isEqualTo(0x77);

        frame.pull(50);

        assertThat(frame)
                .returns(60, Frame::length)
                .returns(14, Frame::networkOffset)
                .returns(34, Frame::transportOffset);
        assertThat(frame.u8(14)).isEqualTo(0x45);
    }

    @Test
    void headroomHoldsAVxlanHeaderAndATag() {
        Frame frame = pool.allocate(FramePool.MAX_FRAME_BYTES);

        frame.push(50 + VlanTag.LENGTH);

        assertThat(frame.length()).isEqualTo(FramePool.MAX_FRAME_BYTES + 54);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> frame.push(FramePool.HEADROOM));
    }

    @Test
    void pullsNoMoreThanThereIs() {
        Frame frame = pool.allocate(20);

        frame.pull(20);

        assertThat(frame.length()).isZero();
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> frame.pull(1));
    }

    @Test
    void lengthMayGrowUpToTheCellsEnd() {
        Frame frame = pool.allocate(60);

        frame.setLength(frame.capacity());

        assertThat(frame.capacity()).isGreaterThanOrEqualTo(FramePool.COMMON_BYTES);
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> frame.setLength(frame.capacity() + 1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> frame.setLength(-1));
    }

    @Test
    void copiesBytesInAndOut() {
        ByteBuffer buffer = ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6});
        Frame frame = pool.allocate(4);
        frame.put(0, buffer, 1, 4);
        Frame other = pool.allocate(4);
        other.fillZero(0, 4);
        other.put(1, frame, 2, 2);
        ByteBuffer out = ByteBuffer.allocate(6);
        other.get(1, out, 4, 2);

        assertThat(frame.toBytes()).containsExactly(2, 3, 4, 5);
        assertThat(other.toBytes()).containsExactly(0, 4, 5, 0);
        assertThat(out.array()).containsExactly(0, 0, 0, 0, 4, 5);
    }

    @Test
    void sumsItsOwnBytes() {
        Frame frame = pool.allocate(16);
        frame.fillZero(0, 16);
        frame.put(3, new byte[] {0x12, 0x34, 0x56});

        assertThat(frame.sum(3, 3)).isEqualTo(0x1234 + 0x5600);
    }

    /** {@code skb_scrub_packet()}: a namespace must not see another one's route, mark or connection. */
    @Test
    void scrubForgetsWhatBelongsToOneNamespace() {
        Frame frame = pool.allocate(60);
        frame.setMark(7);
        frame.setRoute(3, 4);
        frame.setConnection("a connection", (byte) 2);
        frame.history().setId(9);
        frame.setTimestampNs(11);
        frame.history().setTranslated();

        frame.scrub();

        assertThat(frame)
                .returns(0, Frame::mark)
                .returns(0, Frame::egressIfindex)
                .returns(0, Frame::nextHop)
                .returns(null, Frame::connection)
                .returns((byte) 0, Frame::connectionInfo)
                .returns(9L, each -> each.history().id())
                .returns(11L, Frame::timestampNs)
                .returns(true, each -> each.history().translated());
    }

    @Test
    void keepsInAnotherNamespaceThatATunnelFoundItRight() {
        Frame frame = pool.allocate(60);
        frame.setChecksum(ChecksumState.COMPLETE);
        frame.scrub();
        assertThat(frame.checksum()).isEqualTo(ChecksumState.VALID);
        frame.scrub();
        assertThat(frame.checksum()).isEqualTo(ChecksumState.VALID);
        frame.setChecksum(ChecksumState.UNNECESSARY);
        frame.scrub();
        assertThat(frame.checksum()).isEqualTo(ChecksumState.NONE);
    }
}

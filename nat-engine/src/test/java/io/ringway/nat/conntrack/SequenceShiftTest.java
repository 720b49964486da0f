package io.ringway.nat.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.packet.TcpHeader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceShiftTest {
    private static final int GREW_BY = 3;

    /** A number that acknowledges nothing is left as it is, though a reset often has one. */
    @ParameterizedTest
    @CsvSource({"0x10,4997", "0x14,4997", "0x04,5000", "0x02,5000"})
    void countsBackOnlyWhatIsAcknowledged(String flags, int acknowledged) {
        SequenceShift shift = new SequenceShift();
        shift.add(false, 1000, GREW_BY);
        Frame frame = new FramePool().allocate(TcpHeader.MIN_LENGTH);
        frame.putI32(8, 5000);
        frame.putU16(12, ((TcpHeader.MIN_LENGTH / 4) << 12) | Integer.decode(flags));
        assertThat(shift.adjust(frame, 0, TcpHeader.MIN_LENGTH, true)).isTrue();
        assertThat(frame.i32(8)).isEqualTo(acknowledged);
    }
}

package io.ringway.replay.binding;

import io.ringway.packet.Checksum;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.TcpHeader;

/**
 * A TCP connection in which lines are rewritten: each end counts what it has sent, and acknowledges what has really reached
 * it, which a helper of the model may have rewritten once more.
 */
final class ControlConnection {
    private static final int SEQUENCE = 4;
    private static final int ACKNOWLEDGEMENT = 8;
    private static final int OPTION_END = 0;
    private static final int OPTION_NOP = 1;
    private static final int OPTION_SACK = 5;

    private final StreamShift[] sent = {new StreamShift(), new StreamShift()};
    private final StreamShift[] received = {new StreamShift(), new StreamShift()};

    /** What an end sends, as against the capture. */
    StreamShift sent(int end) {
        return sent[end];
    }

    /** What the other end receives of it, as against the capture. */
    StreamShift received(int end) {
        return received[end];
    }

    /** Gives a segment that an end of the capture sent the numbers that it has in the model. */
    void shift(Frame frame, int end) {
        int transport = EthernetHeader.LENGTH + Ipv4Header.headerLength(frame, EthernetHeader.LENGTH);
        if (frame.length() < transport + TcpHeader.MIN_LENGTH) {
            return;
        }
        add(frame, transport, transport + SEQUENCE, sent[end]);
        if ((TcpHeader.flags(frame, transport) & TcpHeader.ACK) != 0) {
            add(frame, transport, transport + ACKNOWLEDGEMENT, received[end ^ 1]);
            shiftBlocks(frame, transport, received[end ^ 1]);
        }
    }

    /** Selective acknowledgements (RFC 2018). */
    private static void shiftBlocks(Frame frame, int transport, StreamShift shift) {
        int end = Math.min(frame.length(), transport + TcpHeader.headerLength(frame, transport));
        int i = transport + TcpHeader.MIN_LENGTH;
        while (i + 1 < end && frame.u8(i) != OPTION_END) {
            int size = frame.u8(i) == OPTION_NOP ? 1 : frame.u8(i + 1);
            if (size == 0 || i + size > end) {
                return;
            }
            if (frame.u8(i) == OPTION_SACK) {
                for (int edge = i + 2; edge + 4 <= i + size; edge += 4) {
                    add(frame, transport, edge, shift);
                }
            }
            i += size;
        }
    }

    private static void add(Frame frame, int transport, int at, StreamShift shift) {
        int number = frame.i32(at);
        int shifted = number + shift.at(number);
        if (shifted != number) {
            int checksumAt = transport + TcpHeader.CHECKSUM_OFFSET;
            // An edge of a block may stand at an odd place: then the sum has its bytes the other way round.
            boolean odd = (at - transport & 1) != 0;
            int before = odd ? Integer.rotateLeft(number, 8) : number;
            int after = odd ? Integer.rotateLeft(shifted, 8) : shifted;
            frame.putU16(checksumAt, Checksum.update32(frame.u16(checksumAt), before, after));
            frame.putI32(at, shifted);
        }
    }
}

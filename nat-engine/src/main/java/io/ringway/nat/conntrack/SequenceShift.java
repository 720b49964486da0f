package io.ringway.nat.conntrack;

import io.ringway.packet.Checksum;
import io.ringway.packet.Frame;
import io.ringway.packet.TcpHeader;

/**
 * By how much the bytes of a TCP connection are off since a payload was rewritten longer or shorter ({@code
 * nf_conntrack_seqadj.c}): for each direction before and behind the last place, as its sender counts.
 */
final class SequenceShift {
    private static final int SEQUENCE = 4;
    private static final int ACKNOWLEDGEMENT = 8;
    private static final int HEADER_LENGTH = 12;
    private static final int OPTION_END = 0;
    private static final int OPTION_NOP = 1;
    private static final int OPTION_SACK = 5;
    private static final int BLOCK_BYTES = 8;

    private static final class Way {
        int place;
        int before;
        int after;

        int of(int sequence) {
            return TcpWindow.after(sequence, place) ? after : before;
        }

        /** What the other end's acknowledgement, of bytes as they arrived there, is off. */
        int ofAcknowledged(int number) {
            return of(number - before);
        }
    }

    private final Way original = new Way();
    private final Way reply = new Way();

    private Way way(boolean ofReply) {
        return ofReply ? reply : original;
    }

    /** A segment that begins there grew by so much ({@code nf_ct_seqadj_set()}); one sent again tells nothing new. */
    void add(boolean ofReply, int sequence, int bytes) {
        Way way = way(ofReply);
        if (way.before == way.after || TcpWindow.before(way.place, sequence)) {
            way.place = sequence;
            way.before = way.after;
            way.after += bytes;
        }
    }

    /** {@code nf_ct_seq_offset()}. */
    int at(boolean ofReply, int sequence) {
        return way(ofReply).of(sequence);
    }

    /**
     * Makes a segment's numbers what its receiver counts ({@code nf_ct_seq_adjust()}).
     *
     * @return false if it is too short, or its options are broken
     */
    boolean adjust(Frame frame, int transport, int end, boolean ofReply) {
        if (end < transport + TcpHeader.MIN_LENGTH) {
            return false;
        }
        int sequence = frame.i32(transport + SEQUENCE);
        put(frame, transport, transport + SEQUENCE, sequence + way(ofReply).of(sequence));
        if ((TcpHeader.flags(frame, transport) & TcpHeader.ACK) == 0) {
            return true;
        }
        int acknowledged = frame.i32(transport + ACKNOWLEDGEMENT);
        Way other = way(!ofReply);
        put(frame, transport, transport + ACKNOWLEDGEMENT, acknowledged - other.ofAcknowledged(acknowledged));
        return adjustBlocks(frame, transport, end, other);
    }

    /** {@code nf_ct_sack_adjust()}. */
    private static boolean adjustBlocks(Frame frame, int transport, int end, Way other) {
        int optionsEnd = transport + (frame.u8(transport + HEADER_LENGTH) >>> 4) * 4;
        if (optionsEnd > end) {
            return false;
        }
        int i = transport + TcpHeader.MIN_LENGTH;
        while (i < optionsEnd) {
            int option = frame.u8(i);
            if (option == OPTION_END) {
                return true;
            }
            if (option == OPTION_NOP) {
                i++;
                continue;
            }
            if (i + 1 == optionsEnd) {
                return false;
            }
            int size = frame.u8(i + 1);
            if (size < 2 || i + size > optionsEnd) {
                return false;
            }
            if (option == OPTION_SACK && size > 2 && (size - 2) % BLOCK_BYTES == 0) {
                for (int edge = i + 2; edge < i + size; edge += 4) {
                    int number = frame.i32(edge);
                    put(frame, transport, edge, number - other.ofAcknowledged(number));
                }
            }
            i += size;
        }
        return true;
    }

    private static void put(Frame frame, int transport, int at, int number) {
        int checksumAt = transport + TcpHeader.CHECKSUM_OFFSET;
        frame.putU16(checksumAt, Checksum.update32(frame.u16(checksumAt), frame.i32(at), number));
        frame.putI32(at, number);
    }
}

package io.ringway.nat.conntrack;

import io.ringway.packet.Frame;
import io.ringway.packet.TcpHeader;

/** The TCP header of the packet being tracked, read once; one instance serves all in turn. */
final class TcpSegment {
    private static final int IGNORED_FLAGS = TcpHeader.PSH | TcpHeader.ECE | TcpHeader.CWR;
    private static final int OPTION_END = 0;
    private static final int OPTION_NOP = 1;
    private static final int OPTION_WINDOW_SCALE = 3;
    private static final int OPTION_SACK_PERMITTED = 4;
    private static final int OPTION_SACK = 5;
    private static final int MAX_SCALE = 14;

    /** NOP, NOP, timestamp, length 10: by far the most frequent options of an established connection. */
    private static final int TIMESTAMP_ALIGNED = 0x0101_080a;

    private Frame frame;
    private int at;
    private int headerLength;

    int sequence;
    int acknowledgement;
    int window;
    int flags;

    /** The sequence number behind this segment ({@code segment_seq_plus_len()}). */
    int end;

    /** What the segment is by its flags: {@code TcpState.SYN_SET} and the like. */
    int kind;

    /** False if the header is cut short, or no TCP would send such flags ({@code tcp_error()}). */
    boolean read(PacketView packet) {
        frame = packet.frame;
        at = packet.transport;
        if (!hasSoundLength(packet)) {
            return false;
        }
        int length = packet.transportLength();
        headerLength = TcpHeader.headerLength(frame, at);
        if (packet.verifiesChecksum && !packet.hasGoodTransportChecksum()) {
            return false;
        }
        flags = TcpHeader.flags(frame, at);
        if (!isSensible(flags & ~IGNORED_FLAGS)) {
            return false;
        }
        sequence = TcpHeader.sequence(frame, at);
        acknowledgement = TcpHeader.acknowledgement(frame, at);
        window = TcpHeader.window(frame, at);
        end = sequence + length - headerLength + (has(TcpHeader.SYN) ? 1 : 0) + (has(TcpHeader.FIN) ? 1 : 0);
        kind = kind();
        return true;
    }

    /** Whether the whole header is there, as far as it says that it goes. */
    static boolean hasSoundLength(PacketView packet) {
        int length = packet.transportLength();
        if (length < TcpHeader.MIN_LENGTH) {
            return false;
        }
        int header = TcpHeader.headerLength(packet.frame, packet.transport);
        return header >= TcpHeader.MIN_LENGTH && header <= length;
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    private static boolean isSensible(int flags) {
        return switch (flags) {
            case TcpHeader.SYN,
                    TcpHeader.SYN | TcpHeader.URG,
                    TcpHeader.SYN | TcpHeader.ACK,
                    TcpHeader.RST,
                    TcpHeader.RST | TcpHeader.ACK,
                    TcpHeader.FIN | TcpHeader.ACK,
                    TcpHeader.FIN | TcpHeader.ACK | TcpHeader.URG,
                    TcpHeader.ACK,
                    TcpHeader.ACK | TcpHeader.URG -> true;
            default -> false;
        };
    }

    private int kind() {
        if (has(TcpHeader.RST)) {
            return TcpState.RST_SET;
        }
        if (has(TcpHeader.SYN)) {
            return has(TcpHeader.ACK) ? TcpState.SYNACK_SET : TcpState.SYN_SET;
        }
        if (has(TcpHeader.FIN)) {
            return TcpState.FIN_SET;
        }
        return has(TcpHeader.ACK) ? TcpState.ACK_SET : TcpState.NONE_SET;
    }

    /** Notes the options of a SYN ({@code tcp_options()}). Without any option, what was noted before stays. */
    void readOptions(TcpSide side) {
        int i = at + TcpHeader.MIN_LENGTH;
        int optionsEnd = at + headerLength;
        if (i == optionsEnd) {
            return;
        }
        side.scale = 0;
        side.flags &= TcpSide.BE_LIBERAL;
        for (i = nextOption(i, optionsEnd); i >= 0; i = nextOption(i + frame.u8(i + 1), optionsEnd)) {
            int option = frame.u8(i);
            int size = frame.u8(i + 1);
            if (option == OPTION_SACK_PERMITTED && size == 2) {
                side.flags |= TcpSide.SACK_PERMITTED;
            } else if (option == OPTION_WINDOW_SCALE && size == 3) {
                side.scale = Math.min(frame.u8(i + 2), MAX_SCALE);
                side.flags |= TcpSide.WINDOW_SCALE;
            }
        }
    }

    /** The highest sequence number acknowledged, selectively or not ({@code tcp_sack()}). */
    int highestAcknowledgement() {
        int i = at + TcpHeader.MIN_LENGTH;
        int optionsEnd = at + headerLength;
        if (i == optionsEnd || (optionsEnd - i == 12 && frame.i32(i) == TIMESTAMP_ALIGNED)) {
            return acknowledgement;
        }
        for (i = nextOption(i, optionsEnd); i >= 0; i = nextOption(i + frame.u8(i + 1), optionsEnd)) {
            int size = frame.u8(i + 1);
            if (frame.u8(i) == OPTION_SACK && size >= 10 && (size - 2) % 8 == 0) {
                return highestBlock(i, size);
            }
        }
        return acknowledgement;
    }

    private int highestBlock(int option, int size) {
        int highest = acknowledgement;
        for (int block = 2; block < size; block += 8) {
            int right = frame.i32(option + block + 4);
            if (right - highest > 0) {
                highest = right;
            }
        }
        return highest;
    }

    /** Offset of the next option that has a length, at or behind this offset; -1 when there is none or it is broken. */
    private int nextOption(int from, int optionsEnd) {
        int i = from;
        while (i < optionsEnd && frame.u8(i) == OPTION_NOP) {
            i++;
        }
        if (i + 2 > optionsEnd || frame.u8(i) == OPTION_END) {
            return -1;
        }
        int size = frame.u8(i + 1);
        return size < 2 || i + size > optionsEnd ? -1 : i;
    }
}

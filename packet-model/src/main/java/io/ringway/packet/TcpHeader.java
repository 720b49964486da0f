package io.ringway.packet;

/**
 * TCP header (RFC 9293 §3.1); {@code at} is the offset of the header in the frame.
 *
 * <pre>
 *   0       2       4     8     12         13      14       16     18       20
 *   | sport | dport | seq | ack | offset   | flags | window | csum | urgent | options
 * </pre>
 */
public final class TcpHeader {
    public static final int MIN_LENGTH = 20;
    public static final int CHECKSUM_OFFSET = 16;
    public static final int FIN = 0x01;
    public static final int SYN = 0x02;
    public static final int RST = 0x04;
    public static final int PSH = 0x08;
    public static final int ACK = 0x10;
    public static final int URG = 0x20;
    public static final int ECE = 0x40;
    public static final int CWR = 0x80;

    private TcpHeader() {}

    public static int sourcePort(Frame frame, int at) {
        return frame.u16(at);
    }

    public static int destinationPort(Frame frame, int at) {
        return frame.u16(at + 2);
    }

    public static int sequence(Frame frame, int at) {
        return frame.i32(at + 4);
    }

    public static int acknowledgement(Frame frame, int at) {
        return frame.i32(at + 8);
    }

    /** Header length in bytes with options, as the header says it. */
    public static int headerLength(Frame frame, int at) {
        return (frame.u8(at + 12) >>> 4) * 4;
    }

    public static int flags(Frame frame, int at) {
        return frame.u8(at + 13);
    }

    public static int window(Frame frame, int at) {
        return frame.u16(at + 14);
    }

    public static int checksum(Frame frame, int at) {
        return frame.u16(at + CHECKSUM_OFFSET);
    }
}

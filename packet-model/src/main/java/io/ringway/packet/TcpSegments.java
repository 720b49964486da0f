package io.ringway.packet;

/**
 * Cuts a TCP segment over IPv4 that stands for several into these ({@code tcp_offload.c:tcp_gso_segment()},
 * {@code af_inet.c:inet_gso_segment()}): each has the headers of the whole, options too, with its own length, sequence
 * number and checksums, and the next IP ID; PSH and FIN are the last one's, CWR is the first one's.
 */
public final class TcpSegments {
    private static final int SEQUENCE = 4;
    private static final int FLAGS = 13;

    private final Frame whole;
    private final int ip;
    private final int tcp;
    private final int headers;
    private final int room;
    private int done;

    /**
     * Of a frame that {@link #canCut}, which the caller frees in the end.
     *
     * @param ip where its IPv4 header begins
     * @param segmentBytes of the longest packet that comes of it
     */
    public TcpSegments(Frame whole, int ip, int segmentBytes) {
        this.whole = whole;
        this.ip = ip;
        tcp = tcp(whole, ip);
        headers = tcp + TcpHeader.headerLength(whole, tcp);
        room = segmentBytes - (headers - ip);
    }

    /** Whether the IPv4 packet, whose headers are sound, is a TCP segment that has something to cut. */
    public static boolean canCut(Frame frame, int ip, int segmentBytes) {
        int tcp = tcp(frame, ip);
        if (Ipv4Header.protocol(frame, ip) != Ipv4Header.PROTOCOL_TCP
                || Ipv4Header.isFragment(frame, ip)
                || frame.length() < tcp + TcpHeader.MIN_LENGTH) {
            return false;
        }
        int header = TcpHeader.headerLength(frame, tcp);
        return header >= TcpHeader.MIN_LENGTH && tcp + header < frame.length() && segmentBytes > tcp + header - ip;
    }

    public boolean hasNext() {
        return headers + done < whole.length();
    }

    public Frame next(FramePool pool) {
        int bytes = Math.min(room, whole.length() - headers - done);
        Frame piece = pool.allocateLike(whole, headers + bytes);
        piece.put(0, whole, 0, headers);
        piece.put(headers, whole, headers + done, bytes);
        piece.setSegmentBytes(0);
        boolean last = headers + done + bytes == whole.length();
        finish(piece, done / room, last);
        done += bytes;
        return piece;
    }

    /** How many come of it all. */
    public int count() {
        return (whole.length() - headers + room - 1) / room;
    }

    private void finish(Frame piece, int number, boolean last) {
        Ipv4Header.reshape(piece, ip, piece.length() - ip, piece.u16(ip + 6));
        int id = Ipv4Header.id(piece, ip);
        int nextId = id + number & 0xffff;
        piece.putU16(ip + 4, nextId);
        piece.putU16(ip + 10, Checksum.update16(piece.u16(ip + 10), id, nextId));
        piece.putI32(tcp + SEQUENCE, TcpHeader.sequence(piece, tcp) + done);
        int lost = (last ? 0 : TcpHeader.PSH | TcpHeader.FIN) | (number == 0 ? 0 : TcpHeader.CWR);
        piece.putU8(tcp + FLAGS, piece.u8(tcp + FLAGS) & ~lost);
        int bytes = piece.length() - tcp;
        piece.putU16(tcp + TcpHeader.CHECKSUM_OFFSET, 0);
        piece.putU16(
                tcp + TcpHeader.CHECKSUM_OFFSET,
                Checksum.finish(Checksum.pseudoHeader(
                                Ipv4Header.source(piece, ip),
                                Ipv4Header.destination(piece, ip),
                                Ipv4Header.PROTOCOL_TCP,
                                bytes)
                        + piece.sum(tcp, bytes)));
    }

    private static int tcp(Frame frame, int ip) {
        return ip + Ipv4Header.headerLength(frame, ip);
    }
}

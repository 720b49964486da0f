package io.ringway.replay.input;

import io.ringway.packet.Checksum;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.Ipv6Header;
import io.ringway.packet.TcpHeader;
import io.ringway.replay.request.Gso;
import java.util.ArrayList;
import java.util.List;

/**
 * Captured frames that hold a TCP or UDP packet larger than the MTU that they enter by stand for several, which a device was
 * to cut or had joined (GSO, GRO). How large these are is not captured: the largest that fit, whose sender knew the MTU.
 *
 * <p>Cut into segments ({@code tcp_offload.c:tcp_gso_segment()}, {@code af_inet.c:inet_gso_segment()}): each has the
 * headers of the whole, with its own length, sequence number, checksums, and the next IP ID; PSH and FIN are the last
 * one's, CWR is the first one's.
 */
public final class Segments {
    private static final int IP = EthernetHeader.LENGTH;
    private static final int SEQUENCE = 4;
    private static final int FLAGS = 13;

    private final FramePool pool;
    private Gso how = Gso.KEEP;
    private long kept;
    private long split;
    private long pieces;

    /** The one that is being cut, and how far. */
    private Frame whole;

    private int mss;
    private int headers;
    private int done;

    public Segments(FramePool pool) {
        this.pool = pool;
    }

    public void how(Gso wanted) {
        how = wanted;
    }

    /**
     * Takes a frame.
     *
     * @param mtu of where it enters
     * @return what enters first in its stead; {@link #next} has the rest
     */
    public Frame first(Frame frame, int mtu) {
        if (frame.length() - IP <= mtu || !isSegmented(frame)) {
            return frame;
        }
        if (how == Gso.KEEP || !mayBeCut(frame, mtu)) {
            frame.setSegmentBytes(mtu);
            kept++;
            return frame;
        }
        whole = frame;
        headers = tcp(frame) + TcpHeader.headerLength(frame, tcp(frame));
        mss = mtu - (headers - IP);
        done = 0;
        split++;
        return next();
    }

    /** Null when nothing is left. */
    public Frame next() {
        if (whole == null) {
            return null;
        }
        int bytes = Math.min(mss, whole.length() - headers - done);
        Frame piece = pool.allocateLike(whole, headers + bytes);
        piece.put(0, whole, 0, headers);
        piece.put(headers, whole, headers + done, bytes);
        boolean last = headers + done + bytes == whole.length();
        finish(piece, done / mss, last);
        done += bytes;
        pieces++;
        if (last) {
            whole.free();
            whole = null;
        }
        return piece;
    }

    private void finish(Frame piece, int number, boolean last) {
        int tcp = tcp(piece);
        Ipv4Header.reshape(piece, IP, piece.length() - IP, piece.u16(IP + 6));
        int id = Ipv4Header.id(piece, IP);
        int nextId = id + number & 0xffff;
        piece.putU16(IP + 4, nextId);
        piece.putU16(IP + 10, Checksum.update16(piece.u16(IP + 10), id, nextId));
        piece.putI32(tcp + SEQUENCE, TcpHeader.sequence(piece, tcp) + done);
        int lost = (last ? 0 : TcpHeader.PSH | TcpHeader.FIN) | (number == 0 ? 0 : TcpHeader.CWR);
        piece.putU8(tcp + FLAGS, piece.u8(tcp + FLAGS) & ~lost);
        OffloadedChecksums.complete(piece, tcp, TcpHeader.CHECKSUM_OFFSET);
    }

    /** A whole TCP segment or UDP datagram. */
    private static boolean isSegmented(Frame frame) {
        int type = EthernetHeader.type(frame);
        if (type == EthernetHeader.TYPE_IPV6 && Ipv6Header.valid(frame, IP)) {
            return carriesSegments(Ipv6Header.nextHeader(frame, IP));
        }
        return type == EthernetHeader.TYPE_IPV4
                && Ipv4Header.check(frame, IP) == null
                && IP + Ipv4Header.totalLength(frame, IP) == frame.length()
                && !Ipv4Header.isFragment(frame, IP)
                && carriesSegments(Ipv4Header.protocol(frame, IP));
    }

    private static boolean carriesSegments(int protocol) {
        return protocol == Ipv4Header.PROTOCOL_TCP || protocol == Ipv4Header.PROTOCOL_UDP;
    }

    private static boolean mayBeCut(Frame frame, int mtu) {
        if (EthernetHeader.type(frame) != EthernetHeader.TYPE_IPV4
                || Ipv4Header.protocol(frame, IP) != Ipv4Header.PROTOCOL_TCP) {
            return false;
        }
        int tcp = tcp(frame);
        int header = TcpHeader.headerLength(frame, tcp);
        return header >= TcpHeader.MIN_LENGTH && tcp + header < frame.length() && mtu > tcp + header - IP;
    }

    private static int tcp(Frame frame) {
        return IP + Ipv4Header.headerLength(frame, IP);
    }

    /** What the user should know. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (kept > 0) {
            warnings.add(kept + " frames are larger than the MTU that they entered by, and went as the segments that a"
                    + " device cuts itself"
                    + (how == Gso.KEEP ? " (--gso split cuts them)" : ": only TCP over IPv4 is cut"));
        }
        if (split > 0) {
            warnings.add(
                    split + " frames larger than the MTU that they entered by were cut into " + pieces + " segments");
        }
        return warnings;
    }
}

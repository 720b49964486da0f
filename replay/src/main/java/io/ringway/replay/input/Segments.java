package io.ringway.replay.input;

import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.Ipv6Header;
import io.ringway.packet.TcpSegments;
import io.ringway.replay.request.Gso;
import java.util.ArrayList;
import java.util.List;

/**
 * Captured frames that hold a TCP or UDP packet larger than the MTU that they enter by stand for several, which a device was
 * to cut or had joined (GSO, GRO). How large these are is not captured: the largest that fit, whose sender knew the MTU.
 */
public final class Segments {
    private static final int IP = EthernetHeader.LENGTH;

    private final FramePool pool;
    private Gso how = Gso.KEEP;
    private long kept;
    private long split;
    private long pieces;

    /** The one that is being cut, and how. */
    private Frame whole;

    private TcpSegments cut;

    public Segments(FramePool pool) {
        this.pool = pool;
    }

    public void how(Gso wanted) {
        how = wanted;
    }

    /** Takes a frame that enters where its sender's own interfaces have that MTU. */
    public Frame first(Frame frame, int mtu) {
        return first(frame, mtu, mtu);
    }

    /**
     * Takes a frame.
     *
     * @param largest packet that its sender could send
     * @param mtu of where it enters, which the segments keep to
     * @return what enters first in its stead; {@link #next} has the rest
     */
    public Frame first(Frame frame, int largest, int mtu) {
        if (frame.length() - IP <= largest || !isSegmented(frame)) {
            return frame;
        }
        if (how == Gso.KEEP || !mayBeCut(frame, mtu)) {
            frame.setSegmentBytes(mtu);
            kept++;
            return frame;
        }
        whole = frame;
        cut = new TcpSegments(frame, IP, mtu);
        split++;
        pieces += cut.count();
        return next();
    }

    /** Null when nothing is left. */
    public Frame next() {
        if (whole == null) {
            return null;
        }
        Frame piece = cut.next(pool);
        if (!cut.hasNext()) {
            whole.free();
            whole = null;
        }
        return piece;
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
        return EthernetHeader.type(frame) == EthernetHeader.TYPE_IPV4 && TcpSegments.canCut(frame, IP, mtu);
    }

    /** What the user should know. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (kept > 0) {
            warnings.add(kept + " frames are larger than the MTU that they entered by, and went as the segments that a"
                    + " device cuts itself"
                    + (how == Gso.KEEP ? " (--gso split cuts them)" : ": only TCP over IPv4 is cut"));
        }
        warnings.addAll(cuts());
        return warnings;
    }

    /** Of that, what was cut. */
    public List<String> cuts() {
        return split == 0
                ? List.of()
                : List.of(split + " frames larger than the MTU that they entered by were cut into " + pieces
                        + " segments");
    }
}

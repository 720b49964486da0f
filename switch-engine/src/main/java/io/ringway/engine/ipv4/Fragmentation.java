package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.engine.device.Handover;
import io.ringway.packet.ChecksumState;
import io.ringway.packet.DropReason;
import io.ringway.packet.FragmentGeometry;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.TcpSegments;
import io.ringway.packet.TransmitOutcome;

/**
 * Cuts a packet that is too large for its way out, or that had been reassembled on its way in
 * ({@code ip_output.c:ip_fragment(), ip_do_fragment()}).
 */
final class Fragmentation {
    private static final int OPTION_END = 0;
    private static final int OPTION_NOOP = 1;
    private static final int OPTION_COPIED = 0x80;

    private final Ipv4Stack stack;
    private final Outlet outlet;

    /** Where pieces go. */
    interface Outlet {
        /** What the sender of a piece would hear of it. */
        Handover handover(Frame piece, Device out);

        /** Takes the piece. */
        void send(Frame piece, Device out);

        /** Whether the options of what is cut were read ({@code ip_options_compile()}), so that some stay with the first piece. */
        boolean readsOptions();
    }

    Fragmentation(Ipv4Stack stack, Outlet outlet) {
        this.stack = stack;
        this.outlet = outlet;
    }

    /** Whether the packet must not leave by a way of this MTU ({@code ip_forward.c:ip_exceeds_mtu()}). */
    static boolean forbidden(Frame frame, int mtu) {
        int at = frame.networkOffset();
        if (frame.fits(at, mtu) || !Ipv4Header.dontFragment(frame, at)) {
            return false;
        }
        return frame.fragments() == null || frame.fragments().largestBytes() > mtu;
    }

    /** Sends the packet's fragments to its neighbour, each by itself; takes the frame. */
    void output(Frame frame, Device out) {
        int mtu = PacketOutput.mtu(frame, out);
        if (forbidden(frame, mtu)) {
            stack.snmp().count(SnmpCounter.IP_FRAG_FAILS);
            stack.icmpError()
                    .send(frame, IcmpHeader.DESTINATION_UNREACHABLE, IcmpError.FRAGMENTATION_NEEDED, mtu, false);
            stack.drop(frame, "output", DropReason.PKT_TOO_BIG);
            return;
        }
        if (frame.segmentBytes() != 0 && TcpSegments.canCut(frame, frame.networkOffset(), frame.segmentBytes())) {
            cutSegments(frame, mtu, out);
        } else {
            cut(frame, mtu, out);
        }
    }

    /** Of what stands for several segments, each is cut by itself ({@code ip_output.c:ip_finish_output_gso()}). */
    private void cutSegments(Frame frame, int mtu, Device out) {
        TransmitOutcome.tellSent(frame);
        TcpSegments segments = new TcpSegments(frame, frame.networkOffset(), frame.segmentBytes());
        stack.kernel().accounts().split(segments.count());
        FramePool pool = stack.kernel().pool();
        while (segments.hasNext()) {
            cut(segments.next(pool), mtu, out);
        }
        frame.free();
    }

    /** The same, its way being fit for fragments ({@code ip_do_fragment()}). */
    void cut(Frame frame, int mtu, Device out) {
        FragmentGeometry before = frame.fragments();
        int largest = before == null || before.largestBytes() == 0 ? mtu : Math.min(mtu, before.largestBytes());
        int room = largest - Ipv4Header.headerLength(frame, frame.networkOffset());
        if (before != null && fits(before, room)) {
            cutAsBefore(frame, before, out);
        } else {
            cutAnew(frame, room, out);
        }
    }

    /** Whether the fragments that came can leave; only then DF of the first ones is forgotten. */
    private static boolean fits(FragmentGeometry before, int room) {
        int last = before.count() - 1;
        for (int i = 0; i <= last; i++) {
            int bytes = before.payloadBytes(i);
            if (bytes > room || (i < last && (bytes & 7) != 0)) {
                return false;
            }
        }
        return last >= 0;
    }

    private void cutAsBefore(Frame frame, FragmentGeometry before, Device out) {
        int pieces = before.count();
        begin(frame, pieces);
        int offset = 0;
        int sent = 0;
        Handover answer = Handover.TAKEN;
        while (sent < pieces && answer == Handover.TAKEN) {
            int bytes = before.payloadBytes(sent);
            answer = piece(frame, offset, bytes, sent < pieces - 1 ? Ipv4Header.MORE_FRAGMENTS : 0, out);
            offset += bytes;
            sent++;
        }
        end(frame, sent, answer);
    }

    private void cutAnew(Frame frame, int room, Device out) {
        int at = frame.networkOffset();
        int left = frame.length() - at - Ipv4Header.headerLength(frame, at);
        int step = room & ~7;
        boolean moreFollow = Ipv4Header.moreFragments(frame, at);
        boolean dontFragment = frame.fragments() != null && frame.fragments().dontFragment();
        begin(frame, left <= room ? 1 : (left - room + step - 1) / step + 1);
        int offset = 0;
        int sent = 0;
        Handover answer = Handover.TAKEN;
        while (left > 0 && answer == Handover.TAKEN) {
            int bytes = left <= room ? left : step;
            left -= bytes;
            int flags = (dontFragment ? Ipv4Header.DONT_FRAGMENT : 0)
                    | (left > 0 || moreFollow ? Ipv4Header.MORE_FRAGMENTS : 0);
            answer = piece(frame, offset, bytes, flags, out);
            offset += bytes;
            sent++;
        }
        end(frame, sent, answer);
    }

    private void begin(Frame frame, int pieces) {
        if (stack.kernel().trace() != null) {
            stack.trace(frame, "output", "fragmented into " + pieces);
        }
    }

    private Handover piece(Frame whole, int offset, int bytes, int flags, Device out) {
        int at = whole.networkOffset();
        int headerLength = Ipv4Header.headerLength(whole, at);
        int payload = at + headerLength;
        Frame piece = stack.kernel().pool().allocateLike(whole, payload + bytes);
        piece.setFragments(null);
        piece.setChecksum(ChecksumState.NONE);
        piece.put(0, whole, 0, payload);
        piece.put(payload, whole, payload + offset, bytes);
        int start = Ipv4Header.fragmentOffset(whole, at);
        if (start == 0 && offset > 0 && outlet.readsOptions()) {
            blankOptions(piece, at + Ipv4Header.MIN_LENGTH, payload);
        }
        Ipv4Header.reshape(piece, at, headerLength + bytes, flags | (start + offset / 8));
        Handover answer = outlet.handover(piece, out);
        if (answer == Handover.TAKEN) {
            stack.snmp().count(SnmpCounter.IP_FRAG_CREATES);
        }
        outlet.send(piece, out);
        stack.kernel().executor().allowSoftirqs();
        return answer;
    }

    /** What the device did not take ends it all: the rest stays here, and the sender hears of it. */
    private void end(Frame frame, int sent, Handover answer) {
        if (answer == Handover.TAKEN) {
            stack.kernel().accounts().split(sent);
            stack.snmp().count(SnmpCounter.IP_FRAG_OKS);
            TransmitOutcome.tellSent(frame);
            frame.free();
            return;
        }
        stack.kernel().accounts().split(sent + 1);
        stack.snmp().count(SnmpCounter.IP_FRAG_FAILS);
        if (answer == Handover.CONGESTED) {
            TransmitOutcome.tellSent(frame);
        }
        stack.drop(frame, "output", DropReason.NOT_SPECIFIED);
    }

    /** Options that belong to the first fragment only become no-ops in the others ({@code ip_options_fragment()}). */
    private static void blankOptions(Frame frame, int from, int to) {
        int option = from;
        while (option < to && frame.u8(option) != OPTION_END) {
            int bytes = 1;
            if (frame.u8(option) != OPTION_NOOP) {
                bytes = option + 1 < to ? frame.u8(option + 1) : 0;
                if (bytes < 2 || option + bytes > to) {
                    return;
                }
                if ((frame.u8(option) & OPTION_COPIED) == 0) {
                    for (int i = 0; i < bytes; i++) {
                        frame.putU8(option + i, OPTION_NOOP);
                    }
                }
            }
            option += bytes;
        }
    }
}

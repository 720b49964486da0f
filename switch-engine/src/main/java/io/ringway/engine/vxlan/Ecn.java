package io.ringway.engine.vxlan;

import io.ringway.packet.Checksum;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;

/** Congestion marks between the outside and the inside of a tunnel (RFC 6040, {@code include/net/inet_ecn.h}). */
final class Ecn {
    private static final int MASK = 3;
    private static final int ECT_1 = 1;
    private static final int ECT_0 = 2;
    private static final int CE = 3;

    private Ecn() {}

    /** The outer TOS: what was configured, with the mark of the packet inside ({@code INET_ECN_encapsulate()}). */
    static int encapsulate(int tos, int inner) {
        int mark = inner & MASK;
        return (tos & ~MASK) | (mark == CE ? ECT_0 : mark);
    }

    /**
     * Carries the outer mark over to the packet inside, right behind the Ethernet header; false when it must be dropped
     * ({@code INET_ECN_decapsulate()}).
     */
    static boolean decapsulate(Frame frame, int outerTos) {
        int at = EthernetHeader.LENGTH;
        int type = InnerPacket.type(frame, at);
        if (type != EthernetHeader.TYPE_IPV4 && type != EthernetHeader.TYPE_IPV6) {
            return true;
        }
        int inner = InnerPacket.tos(frame, at);
        int outer = outerTos & MASK;
        if ((inner & MASK) == 0) {
            return outer != CE;
        }
        if (outer == CE) {
            mark(frame, at, type, inner | CE);
        } else if (outer == ECT_1 && (inner & MASK) == ECT_0) {
            mark(frame, at, type, inner ^ CE);
        }
        return true;
    }

    private static void mark(Frame frame, int at, int type, int tos) {
        int before = frame.u16(at);
        if (type == EthernetHeader.TYPE_IPV6) {
            frame.putU16(at, (before & 0xf00f) | tos << 4);
            return;
        }
        int after = (before & 0xff00) | tos;
        frame.putU16(at, after);
        frame.putU16(at + 10, Checksum.update16(Ipv4Header.checksum(frame, at), before, after));
    }
}

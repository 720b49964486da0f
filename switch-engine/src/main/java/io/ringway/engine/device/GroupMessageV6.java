package io.ringway.engine.device;

import io.ringway.packet.Checksum;
import io.ringway.packet.Frame;

/** The same for IPv6 and MLD ({@code mcast_snoop.c:ipv6_mc_check_mld()}): only behind a hop-by-hop header is it looked at. */
final class GroupMessageV6 {
    private static final int HEADER = 40;
    private static final int HOP_BY_HOP = 0;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int AUTHENTICATION = 51;
    private static final int ICMPV6 = 58;
    private static final int NOTHING = 59;
    private static final int OPTIONS = 60;
    private static final int ICMP_BYTES = 8;
    private static final int QUERY = 130;
    private static final int REPORT_V2 = 143;
    private static final int QUERY_BYTES = 24;
    private static final int QUERY_V2_BYTES = 28;

    private GroupMessageV6() {}

    static boolean isWellFormed(Frame frame, int ip) {
        if (frame.length() < ip + HEADER || frame.u8(ip) >>> 4 != 6) {
            return false;
        }
        int payload = frame.u16(ip + 4);
        if (payload == 0 || frame.length() < ip + HEADER + payload) {
            return false;
        }
        return frame.u8(ip + 6) != HOP_BY_HOP || behindOptions(frame, ip, ip + HEADER + payload);
    }

    /** Walks the extension headers as {@code ipv6_skip_exthdr()} does. */
    private static boolean behindOptions(Frame frame, int ip, int end) {
        int next = HOP_BY_HOP;
        int at = ip + HEADER;
        boolean first = true;
        while (next == HOP_BY_HOP || next == ROUTING || next == FRAGMENT || next == AUTHENTICATION || next == OPTIONS) {
            if (at + 8 > frame.length()) {
                return false;
            }
            if (next == FRAGMENT && (frame.u16(at + 2) & ~7) != 0) {
                return true;
            }
            int units = frame.u8(at + 1);
            int bytes = next == FRAGMENT ? 8 : next == AUTHENTICATION ? (units + 2) * 4 : (units + 1) * 8;
            next = frame.u8(at);
            at += bytes;
            first = false;
        }
        if (next == NOTHING || first) {
            return false;
        }
        return next != ICMPV6 || icmp(frame, ip, at, end);
    }

    private static boolean icmp(Frame frame, int ip, int at, int end) {
        int bytes = end - at;
        if (bytes < ICMP_BYTES) {
            return false;
        }
        long sum = (long) frame.sum(ip + 8, 32) + bytes + ICMPV6 + frame.sum(at, bytes);
        if (Checksum.fold(sum) != 0xffff) {
            return false;
        }
        return switch (frame.u8(at)) {
            case QUERY -> bytes == QUERY_BYTES || bytes >= QUERY_V2_BYTES;
            case REPORT_V2 -> bytes >= ICMP_BYTES;
            default -> true;
        };
    }
}

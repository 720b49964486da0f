package io.ringway.engine.device;

import io.ringway.packet.Checksum;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.VlanTag;

/**
 * What a snooping bridge demands of a multicast frame that carries IPv4: a sound header and, if it is IGMP, a sound
 * message ({@code igmp.c:ip_mc_check_igmp()}, {@code br_multicast.c:br_multicast_ipv4_rcv()}). Behind a tag it looks only
 * where the tag was taken off on receipt. For IPv6 see {@link GroupMessageV6}.
 */
final class GroupMessage {
    private static final int ALL_HOSTS = 0xe000_0001;
    private static final int IGMP_BYTES = 8;
    private static final int QUERY_V3_BYTES = 12;
    private static final int QUERY = 0x11;
    private static final int RECORD_BYTES = 8;
    private static final int REPORT_V3 = 0x22;

    private GroupMessage() {}

    static boolean isWellFormed(Frame frame) {
        int at = EthernetHeader.LENGTH;
        int type = EthernetHeader.type(frame);
        if (Device.isTagBeside(frame)) {
            type = VlanTag.innerType(frame);
            at += VlanTag.LENGTH;
        }
        if (type == EthernetHeader.TYPE_IPV6) {
            return GroupMessageV6.isWellFormed(frame, at);
        }
        return type != EthernetHeader.TYPE_IPV4 || ipv4(frame, at);
    }

    private static boolean ipv4(Frame frame, int at) {
        if (Ipv4Header.check(frame, at) != null) {
            return false;
        }
        return frame.u8(at + 9) != Ipv4Header.PROTOCOL_IGMP || igmp(frame, at);
    }

    private static boolean igmp(Frame frame, int ip) {
        int at = ip + (frame.u8(ip) & 0xf) * 4;
        int bytes = ip + frame.u16(ip + 2) - at;
        if (bytes < IGMP_BYTES || Checksum.fold(frame.sum(at, bytes)) != 0xffff) {
            return false;
        }
        return switch (frame.u8(at)) {
            case REPORT_V3 -> hasItsRecords(frame, at, at + bytes);
            case QUERY -> {
                boolean whole = bytes == IGMP_BYTES || bytes >= QUERY_V3_BYTES;
                boolean general = frame.i32(at + 4) == 0;
                yield whole && (!general || frame.i32(ip + 16) == ALL_HOSTS);
            }
            // Reports, and what a bridge does not know, pass.
            default -> true;
        };
    }

    /** As many groups, each with as many sources, as it says ({@code br_multicast.c:br_ip4_multicast_igmp3_report()}). */
    private static boolean hasItsRecords(Frame frame, int at, int end) {
        int record = at + IGMP_BYTES;
        for (int left = frame.u16(at + 6); left > 0; left--) {
            if (record + RECORD_BYTES > end) {
                return false;
            }
            record += RECORD_BYTES + frame.u16(record + 2) * 4;
        }
        return record <= end;
    }
}

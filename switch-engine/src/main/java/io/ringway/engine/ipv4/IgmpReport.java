package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.engine.route.Flow;
import io.ringway.engine.route.InterfaceAddress;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.Ipv4Prefix;
import io.ringway.packet.PacketType;
import java.util.Arrays;

/**
 * Messages of IGMP on their way out: TTL 1, precedence of internetwork control, a router alert
 * ({@code igmp.c:igmp_send_report(), igmpv3_newpack(), igmpv3_sendpack()}).
 *
 * <pre>
 *  version 2:  type | max resp | checksum | group
 *  version 3:  0x22 | 0 | checksum | 0 | number of records, then for each: type | 0 | 0 sources | group
 * </pre>
 */
final class IgmpReport {
    static final int V1_REPORT = 0x12;
    static final int V2_REPORT = 0x16;
    static final int LEAVE = 0x17;
    private static final int V3_REPORT = 0x22;

    /** Types of records. */
    static final int IS_EXCLUDE = 2;

    static final int TO_INCLUDE = 3;
    static final int TO_EXCLUDE = 4;

    private static final int ALL_ROUTERS = 0xe000_0002;
    private static final int ALL_V3_ROUTERS = 0xe000_0016;
    private static final int TOS = 0xc0;
    private static final int ROUTER_ALERT = 0x9404_0000;
    private static final int OPTIONS = 4;
    private static final int CHECKSUM = 10;
    private static final int IP_HEADER = Ipv4Header.MIN_LENGTH + OPTIONS;
    private static final int LENGTH = 8;
    private static final int RECORD = 8;

    private final Ipv4Stack stack;
    private final Flow flow = new Flow();
    private final OutputRoute way;

    /** Records of one report, types and groups in turn. */
    private int[] records = new int[16];

    private int count;

    IgmpReport(Ipv4Stack stack) {
        this.stack = stack;
        way = new OutputRoute(stack);
    }

    /** One of version 1 or 2, about one group. */
    void send(Device out, int type, int group) {
        int destination = type == LEAVE ? ALL_ROUTERS : group;
        Frame frame = packet(out, destination, LENGTH);
        if (frame == null) {
            return;
        }
        int at = frame.transportOffset();
        frame.putU16(at, type << 8);
        frame.putU16(at + 2, 0);
        frame.putI32(at + 4, group);
        finish(frame, at, LENGTH);
    }

    /** One more record of the next report of version 3. */
    void add(int type, int group) {
        if (2 * count == records.length) {
            records = Arrays.copyOf(records, records.length * 2);
        }
        records[2 * count] = type;
        records[2 * count + 1] = group;
        count++;
    }

    /** Sends what was added, in as many reports as the MTU asks for. */
    void send(Device out) {
        int most = Math.max(1, (out.mtu() - IP_HEADER - LENGTH) / RECORD);
        for (int from = 0; from < count; from += most) {
            sendRecords(out, from, Math.min(most, count - from));
        }
        count = 0;
    }

    private void sendRecords(Device out, int from, int number) {
        int bytes = LENGTH + number * RECORD;
        Frame frame = packet(out, ALL_V3_ROUTERS, bytes);
        if (frame == null) {
            return;
        }
        int at = frame.transportOffset();
        frame.putU16(at, V3_REPORT << 8);
        frame.putU16(at + 2, 0);
        frame.putI32(at + 4, number);
        for (int i = 0; i < number; i++) {
            frame.putI32(at + LENGTH + i * RECORD, records[2 * (from + i)] << 24);
            frame.putI32(at + LENGTH + i * RECORD + 4, records[2 * (from + i) + 1]);
        }
        finish(frame, at, bytes);
    }

    /** Null when there is no way out by that device. */
    private Frame packet(Device out, int destination, int bytes) {
        flow.to(destination).out(out.ifindex());
        flow.protocol = Ipv4Header.PROTOCOL_IGMP;
        if (way.find(flow, false) != null) {
            return null;
        }
        Frame frame = stack.newPacket(IP_HEADER + bytes);
        int ip = EthernetHeader.LENGTH;
        frame.setTransportOffset(ip + IP_HEADER);
        Ipv4Header.write(
                frame,
                ip,
                TOS,
                IP_HEADER + bytes,
                0,
                Ipv4Header.DONT_FRAGMENT,
                1,
                Ipv4Header.PROTOCOL_IGMP,
                isOf(out, flow.source) ? flow.source : 0,
                destination);
        alertRouters(frame, ip);
        way.apply(frame, destination);
        return frame;
    }

    private boolean isOf(Device out, int source) {
        return stack.routing().addressesOf(out).stream()
                .map(InterfaceAddress::prefix)
                .mapToInt(Ipv4Prefix::address)
                .anyMatch(address -> address == source && address != 0);
    }

    private static void alertRouters(Frame frame, int ip) {
        frame.putU8(ip, 4 << 4 | IP_HEADER / 4);
        frame.putI32(ip + Ipv4Header.MIN_LENGTH, ROUTER_ALERT);
        frame.putU16(ip + CHECKSUM, 0);
        frame.putU16(ip + CHECKSUM, ~frame.sum(ip, IP_HEADER) & 0xffff);
    }

    private void finish(Frame frame, int at, int bytes) {
        frame.putU16(at + 2, ~frame.sum(at, bytes) & 0xffff);
        frame.setPacketType(PacketType.OUTGOING);
        stack.sendRouted(frame);
    }
}

package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.packet.ChecksumState;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.PacketType;

/** IGMP for this host: queries are answered, reports of others heard, anything else taken ({@code igmp.c:igmp_rcv()}). */
final class IgmpReceive {
    private static final int QUERY = 0x11;
    private static final int LENGTH = 8;

    private final Ipv4Stack stack;

    IgmpReceive(Ipv4Stack stack) {
        this.stack = stack;
    }

    /** Takes a message that begins at the transport offset. */
    void receive(Frame frame) {
        int at = frame.transportOffset();
        int bytes = frame.length() - at;
        boolean right = frame.checksum() == ChecksumState.UNNECESSARY || frame.sum(at, bytes) == 0xffff;
        if (bytes < LENGTH || !right) {
            stack.drop(frame, "igmp", DropReason.NOT_SPECIFIED);
            return;
        }
        Device in = stack.device(frame.ingressIfindex());
        boolean looped = frame.packetType() == PacketType.LOOPED_BACK;
        switch (frame.u8(at)) {
            case QUERY -> {
                IgmpQuery query = IgmpQuery.read(frame, at, bytes);
                if (query == null) {
                    stack.drop(frame, "igmp", DropReason.NOT_SPECIFIED);
                    return;
                }
                stack.igmp(in).heardQuery(query);
            }
            case IgmpReport.V1_REPORT, IgmpReport.V2_REPORT -> {
                if (!looped && frame.packetType() != PacketType.HOST) {
                    stack.igmp(in).heardReport(frame.i32(at + 4));
                }
            }
            default -> {
                // Versions of routing protocols and the reports of version 3 concern routers only.
            }
        }
        stack.localEnd().deliver(frame, "igmp");
    }
}

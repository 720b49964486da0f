package io.ringway.replay.input;

import io.ringway.engine.Namespace;
import io.ringway.engine.device.Device;
import io.ringway.packet.ArpHeader;
import io.ringway.packet.CapturedWay;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;

/**
 * Of a capture with both directions in it, what its namespace sent: by what the capture itself says, else by who has the MAC
 * addresses, else by whether the namespace has the source address. The rest is the other side's, which the model has itself.
 *
 * @param device where it was captured; null for a whole stack
 */
record OwnDirection(Entrance inner, Namespace namespace, Device device) implements Entrance {
    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public int mtu() {
        return inner.mtu();
    }

    @Override
    public boolean takes(Frame frame) {
        return isOwn(frame) && inner.takes(frame);
    }

    @Override
    public boolean leavesOthersOut() {
        return true;
    }

    @Override
    public String skipped() {
        return "frames are not from " + namespace.name() + ", and were left out as the other side's";
    }

    @Override
    public void enter(Frame frame, long timeNs) {
        inner.enter(frame, timeNs);
    }

    boolean isOwn(Frame frame) {
        CapturedWay way = frame.history().capturedWay();
        if (way != CapturedWay.UNKNOWN) {
            return way == CapturedWay.SENT;
        }
        if (frame.length() < EthernetHeader.LENGTH) {
            return false;
        }
        if (device != null && !frame.history().isLinkless()) {
            if (EthernetHeader.source(frame) == device.mac()) {
                return true;
            }
            if (EthernetHeader.destination(frame) == device.mac()) {
                return false;
            }
        }
        return namespace.stack().routing().isOwn(source(frame));
    }

    /** The sender's address, 0 for what has none of IPv4. */
    private static int source(Frame frame) {
        int at = EthernetHeader.LENGTH;
        return switch (EthernetHeader.type(frame)) {
            case EthernetHeader.TYPE_IPV4 ->
                frame.length() < at + Ipv4Header.MIN_LENGTH ? 0 : Ipv4Header.source(frame, at);
            case EthernetHeader.TYPE_ARP -> frame.length() < at + ArpHeader.LENGTH ? 0 : ArpHeader.senderIp(frame, at);
            default -> 0;
        };
    }
}

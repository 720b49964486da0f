package io.ringway.engine.device;

import io.ringway.engine.core.Kernel;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.MacAddress;
import io.ringway.packet.PacketType;
import io.ringway.packet.Stage;
import io.ringway.packet.VlanTag;

/**
 * The frames of one VLAN of another device: tagged on their way out, untagged on their way in
 * ({@code net/8021q/vlan_dev.c}, {@code vlan_core.c:vlan_do_receive()}).
 */
public final class VlanDevice extends Device {
    private final Device lower;
    private final int protocol;
    private final int vlanId;
    private final boolean reorderHeader;
    private final boolean looseBinding;
    private final Stage arrived;
    private boolean ownMac;

    /**
     * @param protocol {@link EthernetHeader#TYPE_VLAN} or {@link EthernetHeader#TYPE_QINQ}
     * @param mac 0 for the lower device's, followed when that changes
     */
    public VlanDevice(Kernel kernel, String name, long mac, Device lower, Options options) {
        super(kernel, name, lower.mtu(), mac == 0 ? lower.mac() : mac);
        this.lower = lower;
        protocol = options.protocol();
        vlanId = options.vlanId();
        reorderHeader = options.reorderHeader();
        looseBinding = options.looseBinding();
        ownMac = mac != 0;
        arrived = kernel.executor().direct(reception());
        lower.uppers().add(this);
        VlanGroup.settle(lower);
    }

    /** What {@code ip link add … type vlan} says. */
    public record Options(int protocol, int vlanId, boolean reorderHeader, boolean looseBinding) {}

    /** {@code vlan_dev_hard_start_xmit()}: a frame that has a tag of this kind already goes as it is. */
    @Override
    protected void xmit(Frame frame) {
        if (answer(frame) == Handover.REFUSED) {
            counters().txDropped++;
        } else {
            counters().sent(frame.length());
        }
        if (EthernetHeader.type(frame) != protocol || reorderHeader) {
            VlanTag.push(frame, protocol, vlanId);
        }
        // The tag travels beside the frame from here on: it does not count as bytes.
        frame.setIngressIfindex(ifindex());
        lower.transmit().receive(frame);
    }

    /** The tag does not count, so that the lower device may be asked before it is there. */
    @Override
    protected Handover answer(Frame frame) {
        return lower.handover(frame);
    }

    /** Whether a VLAN device on top of {@code lower} has that number already. */
    public static boolean exists(Device lower, int protocol, int vlanId) {
        return lower.uppers().all().stream()
                .anyMatch(upper -> upper instanceof VlanDevice vlan && vlan.isFor(protocol, vlanId));
    }

    boolean isFor(int type, int id) {
        return type == protocol && id == vlanId;
    }

    /** The frame has this VLAN's tag still. */
    void take(Frame frame) {
        if (!isUp()) {
            counters().rxDropped++;
            lower.drop(frame, DropReason.NOT_SPECIFIED);
            return;
        }
        VlanTag.pop(frame);
        if (frame.packetType() == PacketType.OTHERHOST && EthernetHeader.destination(frame) == mac()) {
            frame.setPacketType(PacketType.HOST);
        }
        counters().received(frame.length() - EthernetHeader.LENGTH);
        if (frame.packetType() == PacketType.MULTICAST) {
            counters().multicast++;
        }
        arrived.receive(frame);
    }

    @Override
    public boolean hasCarrier() {
        return carrier().isPresent();
    }

    @Override
    public String kind() {
        return "vlan";
    }

    @Override
    boolean inheritsCarrier() {
        return true;
    }

    @Override
    boolean settlesLate() {
        return true;
    }

    @Override
    public Device linked() {
        return lower;
    }

    public Device lower() {
        return lower;
    }

    public int protocol() {
        return protocol;
    }

    public int vlanId() {
        return vlanId;
    }

    public boolean reordersHeader() {
        return reorderHeader;
    }

    public boolean isLooselyBound() {
        return looseBinding;
    }

    @Override
    public void setUp(boolean up) {
        if (up != isUp() && lower.mac() != mac()) {
            if (up) {
                lower.filter().addUnicast(mac());
            } else {
                lower.filter().removeUnicast(mac());
            }
        }
        if (isUp() && !up) {
            groups().takeBackFrom(lower.groups());
        }
        super.setUp(up);
        groupsChanged();
    }

    @Override
    void groupsChanged() {
        if (isUp()) {
            groups().passOnTo(lower.groups());
        }
    }

    @Override
    boolean filtersUnicast() {
        return true;
    }

    @Override
    void promiscuityChanged(boolean promiscuous) {
        if (isUp()) {
            lower.filter().addPromiscuous(promiscuous ? 1 : -1);
        }
    }

    @Override
    public void setMac(long mac) {
        if (mac == mac()) {
            return;
        }
        ownMac = true;
        changeMac(mac);
    }

    private void changeMac(long mac) {
        if (isUp() && mac() != lower.mac()) {
            lower.filter().removeUnicast(mac());
        }
        super.setMac(mac);
        if (isUp() && mac != lower.mac()) {
            lower.filter().addUnicast(mac);
        }
    }

    @Override
    void lowerMacChanged() {
        if (!ownMac && MacAddress.isValidSource(lower.mac())) {
            changeMac(lower.mac());
        }
    }

    /** {@code vlan.c:vlan_device_event()}: it goes down and comes up with the lower device. */
    @Override
    void lowerUpChanged() {
        if (isUp() != lower.isUp() && !looseBinding) {
            home().setUp(this, lower.isUp());
        }
    }

    @Override
    void lowerMtuChanged() {
        if (mtu() > lower.mtu()) {
            setMtu(lower.mtu());
        }
    }

    @Override
    public void deleted() {
        super.deleted();
        lower.uppers().remove(this);
        VlanGroup.settle(lower);
    }
}

package io.ringway.engine.device;

import io.ringway.engine.core.Kernel;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.MacAddress;
import io.ringway.packet.PacketType;
import io.ringway.packet.Stage;

/**
 * A device that shares another one's MAC address and gets what is for its own IPv4 addresses
 * ({@code drivers/net/ipvlan/ipvlan_main.c}). Mode and isolation are those of all ipvlans of the lower device.
 */
public final class Ipvlan extends Device {
    private final IpvlanPort port;
    private final Stage arrived;
    private final Stage queued;
    private int[] addresses = {};

    private Ipvlan(Kernel kernel, String name, IpvlanPort port) {
        super(kernel, name, port.lower().mtu(), port.lower().mac());
        this.port = port;
        arrived = kernel.executor().direct(reception());
        queued = kernel.executor().queued(reception(), this);
    }

    /**
     * A new one on top of {@code on}, or of what that stands on if it is an ipvlan itself; the mode becomes that of all.
     *
     * @throws IllegalStateException when the lower device cannot carry one, see {@link #mayStandOn}
     */
    public static Ipvlan on(Kernel kernel, Device on, String name, IpvlanMode mode) {
        Device lower = realLower(on);
        if (!mayStandOn(lower)) {
            throw new IllegalStateException(lower.name() + " cannot carry an ipvlan");
        }
        IpvlanPort existing = lower.reception().ipvlans();
        IpvlanPort port = existing == null ? new IpvlanPort(kernel, lower) : existing;
        port.setMode(mode);
        Ipvlan ipvlan = new Ipvlan(kernel, name, port);
        port.join(ipvlan);
        return ipvlan;
    }

    /** Where an ipvlan would really stand. */
    public static Device realLower(Device on) {
        return on instanceof Ipvlan ipvlan ? ipvlan.lower() : on;
    }

    /** False when a bridge or macvlans take what the device receives ({@code ipvlan_link_new()}). */
    public static boolean mayStandOn(Device lower) {
        return lower.reception().ipvlans() != null || !lower.reception().hasHandler();
    }

    /** {@code ipvlan_queue_xmit()}. */
    @Override
    protected void xmit(Frame frame) {
        if (port.mode() == IpvlanMode.L2) {
            transmitL2(frame);
        } else {
            transmitL3(frame);
        }
    }

    /** {@code ipvlan_xmit_mode_l2()}. */
    private void transmitL2(Frame frame) {
        long destination = EthernetHeader.destination(frame);
        boolean inside = port.isolation() != IpvlanIsolation.VEPA && destination == EthernetHeader.source(frame);
        if (inside) {
            if (!shared(frame)) {
                counted(frame, port.toLower(frame, this));
            }
        } else if (MacAddress.isMulticast(destination)) {
            counters().sent(frame.length());
            port.broadcastFrom(this, frame);
        } else {
            counted(frame, lower().handover(frame) != Handover.REFUSED);
            lower().transmit().receive(frame);
        }
    }

    /** {@code ipvlan_xmit_mode_l3(), ipvlan_process_outbound()}: what is not for a sibling is the lower namespace's. */
    private void transmitL3(Frame frame) {
        if (port.isolation() != IpvlanIsolation.VEPA && shared(frame)) {
            return;
        }
        int type = EthernetHeader.type(frame);
        boolean toMany = MacAddress.isMulticast(EthernetHeader.destination(frame));
        if (type != EthernetHeader.TYPE_IPV4 || toMany || !hasHeader(frame)) {
            counters().transmitDropped();
            drop(frame, DropReason.NOT_SPECIFIED);
            return;
        }
        int bytes = frame.length();
        MacvlanReceive.crossTo(lower(), frame, this);
        if (lower().home().sendBy(frame, lower())) {
            counters().sent(bytes);
        } else {
            counters().transmitDropped();
            lower().counters().transmitFailed(false, false);
            drop(frame, DropReason.NOT_SPECIFIED);
        }
    }

    private static boolean hasHeader(Frame frame) {
        int at = EthernetHeader.LENGTH;
        return frame.length() >= at + Ipv4Header.MIN_LENGTH
                && Ipv4Header.hasSoundStart(frame, at)
                && frame.length() >= at + Ipv4Header.headerLength(frame, at);
    }

    /** Whether the frame was for an address of a sibling, or of its own; it is gone then. */
    private boolean shared(Frame frame) {
        Ipvlan target = port.ownerOfDestination(frame, EthernetHeader.LENGTH);
        if (target == null) {
            return false;
        }
        if (port.isolation() == IpvlanIsolation.PRIVATE) {
            counters().transmitDropped();
            drop(frame, DropReason.NOT_SPECIFIED);
        } else {
            counters().sent(frame.length());
            target.takeLocal(frame, this, false);
        }
        return true;
    }

    private void counted(Frame frame, boolean taken) {
        if (taken) {
            counters().sent(frame.length());
        } else {
            counters().transmitDropped();
        }
    }

    /** From outside, for one of its addresses ({@code ipvlan_rcv_frame()}). */
    void take(Frame frame) {
        counters().received(countedBytes(frame));
        arrived.receive(frame);
    }

    /** From a sibling ({@code dev_forward_skb()}); takes the frame. */
    void takeLocal(Frame frame, Device from, boolean multicast) {
        int bytes = countedBytes(frame) + EthernetHeader.LENGTH;
        if (!accepts(frame)) {
            counters().rxDropped++;
            drop(frame, DropReason.NOT_SPECIFIED);
            return;
        }
        MacvlanReceive.crossTo(this, frame, from);
        counters().received(bytes);
        if (multicast) {
            counters().multicast++;
        }
        queued.receive(frame);
    }

    /** One more of a broadcast from outside; takes the copy. */
    void takeShared(Frame copy, long destination) {
        copy.setPacketType(destination == MacAddress.BROADCAST ? PacketType.BROADCAST : PacketType.MULTICAST);
        counters().received(countedBytes(copy));
        counters().multicast++;
        queued.receive(copy);
    }

    /** Whether it would take, by its own routes, a packet that the lower device's namespace was given ({@code ipvlan_l3_rcv()}). */
    public boolean takesItself(int source, int destination) {
        return home() != null && home().isForItself(this, source, destination);
    }

    /** A packet that passed the lower device's INPUT ({@code ipvlan_nf_input()}). */
    public void deliver(Frame frame) {
        counters().received(countedBytes(frame));
        home().deliverUp(frame, this);
    }

    /** Whether it listens to that group, as far as the kernel's filter looks: by the last four bytes. */
    boolean listensTo(long group) {
        int end = (int) group;
        return end == (int) MacAddress.BROADCAST
                || groups().endsIn(end)
                || filter().isPromiscuous()
                || filter().isAllMulticast();
    }

    /** {@code ipvlan_addr4_event()}: only while it is up do they count. */
    @Override
    public void addressesChanged(int[] all) {
        addresses = all;
        port.addressesChanged();
    }

    int[] addresses() {
        return addresses;
    }

    /** Whether any ipvlan of the lower device has the address, up or not ({@code ipvlan_addr_busy()}). */
    public boolean isBusy(int address) {
        return port.isBusy(address);
    }

    @Override
    public void setUp(boolean up) {
        if (isUp() && !up) {
            groups().takeBackFrom(lower().groups());
        }
        if (up && !isUp()) {
            setArp(port.mode() == IpvlanMode.L2);
        }
        super.setUp(up);
        port.addressesChanged();
        groupsChanged();
    }

    @Override
    void groupsChanged() {
        if (isUp()) {
            groups().passOnTo(lower().groups());
        }
    }

    @Override
    boolean filtersUnicast() {
        return true;
    }

    @Override
    void allMulticastChanged(boolean allMulticast) {
        lower().filter().addAllMulticast(allMulticast ? 1 : -1);
    }

    @Override
    public boolean hasCarrier() {
        return carrier().isPresent();
    }

    @Override
    public String kind() {
        return "ipvlan";
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
        return lower();
    }

    public Device lower() {
        return port.lower();
    }

    /** What all ipvlans of the lower device share. */
    public IpvlanPort sharedPort() {
        return port;
    }

    @Override
    void lowerMacChanged() {
        setMac(lower().mac());
    }

    @Override
    void lowerMtuChanged() {
        setMtu(lower().mtu());
    }

    @Override
    public void deleted() {
        super.deleted();
        port.leave(this);
    }
}

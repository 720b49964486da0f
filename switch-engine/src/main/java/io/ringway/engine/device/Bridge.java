package io.ringway.engine.device;

import io.ringway.engine.core.Kernel;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.MacAddress;
import io.ringway.packet.Stage;
import java.util.List;

/**
 * A learning bridge without STP.
 *
 * <p>Sources: {@code net/bridge/br_input.c:br_handle_frame_finish()}, {@code br_forward.c:br_flood()},
 * {@code br_device.c:br_dev_xmit()}, {@code br_fdb.c}, {@code br_stp_if.c:br_stp_recalculate_bridge_id()}.
 */
public final class Bridge extends Device {
    private static final int ALL_SNOOPERS = 0xe000_006a;
    private static final int DEFAULT_MTU = 1500;
    private final Fdb fdb;
    private final BridgePorts ports = new BridgePorts();
    private final BridgeForward forward;
    private final Stage up;
    private boolean macChosen;
    private boolean mtuChosen;
    private boolean snooping = true;
    private boolean snoops;
    private final BridgeSettings settings = new BridgeSettings();

    /**
     * @param macChosen whether the MAC was given by the user; else it follows the lowest MAC of the ports
     */
    public Bridge(Kernel kernel, String name, long mac, boolean macChosen) {
        super(kernel, name, DEFAULT_MTU, mac);
        this.macChosen = macChosen;
        fdb = new Fdb(kernel);
        up = kernel.executor().direct(this::receiveUp);
        forward = new BridgeForward(this, ports, up);
        fdb.addLocal(mac, null);
    }

    /** A frame that its port let in: learn its source, then pass it up, to one port, or to all. */
    public void decide(BridgePort from, Frame frame) {
        long source = EthernetHeader.source(frame);
        long destination = EthernetHeader.destination(frame);
        if (from.has(PortFlag.LOCKED) && !knows(source, from)) {
            drop(frame, DropReason.NOT_SPECIFIED);
            return;
        }
        if (from.has(PortFlag.LEARNING)) {
            fdb.learn(source, from);
        }
        boolean group = MacAddress.isMulticast(destination);
        boolean multicast = group && destination != MacAddress.BROADCAST;
        if (multicast && snooping && !GroupMessage.isWellFormed(frame)) {
            drop(frame, DropReason.NOT_SPECIFIED);
            return;
        }
        if (!from.isForwarding()) {
            drop(frame, DropReason.BRIDGE_INGRESS_STP_STATE);
            return;
        }
        if (group) {
            if (multicast) {
                counters().multicast++;
            }
            forward.flood(from, frame, multicast ? PortFlag.MCAST_FLOOD : PortFlag.BCAST_FLOOD, true);
            return;
        }
        FdbEntry entry = fdb.find(destination);
        if (entry == null) {
            forward.flood(from, frame, PortFlag.FLOOD, filter().isPromiscuous());
        } else if (entry.local) {
            forward.toHost(frame, false);
        } else {
            entry.usedNs = kernel.nowNs();
            forward.toPort(entry.port, from, frame, filter().isPromiscuous());
        }
    }

    /** Whether the address belongs to that port, which is locked to those that do. */
    private boolean knows(long source, BridgePort at) {
        FdbEntry entry = fdb.find(source);
        return entry != null && entry.port == at && !entry.local;
    }

    /** Received by the bridge itself ({@code br_pass_frame_up()}), which counts without the Ethernet header. */
    private void receiveUp(Frame frame) {
        if (!isUp()) {
            drop(frame, DropReason.DEV_DOWN);
            return;
        }
        counters().received(countedBytes(frame) - EthernetHeader.LENGTH);
        reception().receive(frame);
    }

    /** A bridged packet that went by way of its new neighbour is bridged on ({@code br_nf_dev_xmit()}). */
    private void goOnBridged(Frame frame) {
        EthernetHeader.set(
                frame, EthernetHeader.destination(frame), frame.bridgeInfo().source(), EthernetHeader.type(frame));
        frame.bridgeInfo().setSource(0);
        frame.setRoute(0, 0);
        Device in = home().device(frame.bridgeInfo().portIn());
        if (in == null || in.port() == null) {
            drop(frame, DropReason.DEV_READY);
        } else {
            in.port().bridge().decide(in.port(), frame);
        }
    }

    /** The namespace sends by the bridge ({@code br_dev_xmit()}). */
    @Override
    protected void xmit(Frame frame) {
        if (frame.bridgeInfo().source() != 0) {
            goOnBridged(frame);
            return;
        }
        counters().sent(frame.length());
        long destination = EthernetHeader.destination(frame);
        if (MacAddress.isMulticast(destination)) {
            boolean broadcast = destination == MacAddress.BROADCAST;
            if (!broadcast && snooping && !GroupMessage.isWellFormed(frame)) {
                drop(frame, DropReason.NOT_SPECIFIED);
            } else {
                forward.flood(null, frame, broadcast ? PortFlag.BCAST_FLOOD : PortFlag.MCAST_FLOOD, false);
            }
            return;
        }
        FdbEntry entry = fdb.find(destination);
        if (entry == null) {
            forward.flood(null, frame, PortFlag.FLOOD, false);
        } else {
            forward.toPort(entry.port, null, frame, false);
        }
    }

    @Override
    public boolean hasCarrier() {
        return ports.anyForwards();
    }

    @Override
    public String kind() {
        return "bridge";
    }

    @Override
    public void setUp(boolean up) {
        super.setUp(up);
        listenAsSnooper(up && snooping);
        if (up) {
            fdb.start();
        } else {
            fdb.stop();
        }
        ports.list().forEach(BridgePort::linkChanged);
        carrier().check();
        carrier().upChanged();
        uppers().follow(hasCarrier());
    }

    @Override
    public void setMac(long mac) {
        macChosen = true;
        changeMac(mac);
    }

    private void changeMac(long mac) {
        if (mac == mac()) {
            return;
        }
        FdbEntry own = fdb.find(mac());
        if (own != null && own.local && own.port == null) {
            fdb.deleteLocal(own, this);
        }
        fdb.addLocal(mac, null);
        super.setMac(mac);
    }

    /** Makes the device a port ({@code br_add_if()}). */
    public BridgePort addPort(Device device) {
        BridgePort port = new BridgePort(kernel, this, device, ports.freeNumber());
        ports.add(port);
        device.setPort(port);
        fdb.addLocal(device.mac(), port);
        followLowestMac();
        followLowestMtu();
        port.linkChanged();
        return port;
    }

    /** Whether a device ever was a port of it. */
    public boolean hadPorts() {
        return ports.hadAny();
    }

    /** Releases a port ({@code br_del_if()}). */
    public void removePort(BridgePort port) {
        port.leave();
        fdb.forget(port, true);
        ports.remove(port);
        port.device().setPort(null);
        followLowestMac();
        followLowestMtu();
        carrier().check();
    }

    @Override
    public void setMtu(int mtu) {
        // What changes nothing is no choice: dev.c:netif_set_mtu_ext().
        mtuChosen |= mtu != mtu();
        super.setMtu(mtu);
    }

    /** Whether a user set the MTU, so that ports no longer change it. */
    public boolean isMtuChosen() {
        return mtuChosen;
    }

    /** Until a user sets it, the MTU is that of the narrowest port ({@code br_mtu_auto_adjust()}). */
    void followLowestMtu() {
        if (!mtuChosen) {
            super.setMtu(ports.lowestMtu(DEFAULT_MTU));
        }
    }

    /** Every port that blocks forwards, as STP is off ({@code br_port_state_selection()}). */
    void selectStates() {
        ports.list().forEach(BridgePort::makeForwarding);
        carrier().check();
    }

    void portMacChanged(BridgePort port) {
        fdb.macChanged(port);
        followLowestMac();
    }

    private void followLowestMac() {
        if (!macChosen) {
            changeMac(ports.lowestMac());
        }
    }

    /** A command adds an address. */
    public FdbAddition.Answer add(FdbAddition addition) {
        return addition.apply(fdb, kernel.nowNs());
    }

    /** False when there is no such entry at that port. */
    public boolean removeEntry(long mac, BridgePort port) {
        FdbEntry entry = fdb.find(mac);
        return entry != null && entry.port == port && fdb.remove(mac) != null;
    }

    public Fdb fdb() {
        return fdb;
    }

    /** Whether a user gave it its MAC, so that it does not follow its ports. */
    public boolean isMacChosen() {
        return macChosen;
    }

    /** The options of {@code ip link set BRIDGE type bridge} but for the ageing time. */
    public BridgeSettings settings() {
        return settings;
    }

    /** {@code mcast_snooping}: without a querier it only keeps malformed IGMP and MLD from passing. */
    public boolean isSnooping() {
        return snooping;
    }

    public void setSnooping(boolean snooping) {
        this.snooping = snooping;
        listenAsSnooper(isUp() && snooping);
    }

    /** {@code br_multicast_join_snoopers()}. */
    private void listenAsSnooper(boolean on) {
        if (snoops == on || home() == null) {
            return;
        }
        snoops = on;
        if (on) {
            home().join(this, ALL_SNOOPERS);
        } else {
            home().leave(this, ALL_SNOOPERS);
        }
        groups().ipv6().snoop(on);
    }

    /** In the order in which they were added. */
    public List<BridgePort> ports() {
        return ports.list();
    }
}

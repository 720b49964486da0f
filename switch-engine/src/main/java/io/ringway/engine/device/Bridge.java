package io.ringway.engine.device;

import io.ringway.engine.core.Kernel;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.MacAddress;
import io.ringway.packet.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A learning bridge without STP.
 *
 * <p>Sources: {@code net/bridge/br_input.c:br_handle_frame_finish()}, {@code br_forward.c:br_flood()},
 * {@code br_device.c:br_dev_xmit()}, {@code br_fdb.c}, {@code br_stp_if.c:br_stp_recalculate_bridge_id()}.
 */
public final class Bridge extends Device {
    private static final int DEFAULT_MTU = 1500;
    private final Fdb fdb;
    private final List<BridgePort> ports = new ArrayList<>();
    private final Stage up;
    private boolean macChosen;
    private boolean mtuChosen;

    /**
     * @param macChosen whether the MAC was given by the user; else it follows the lowest MAC of the ports
     */
    public Bridge(Kernel kernel, String name, long mac, boolean macChosen) {
        super(kernel, name, DEFAULT_MTU, mac);
        this.macChosen = macChosen;
        fdb = new Fdb(kernel);
        up = kernel.executor().direct(this::receiveUp);
        fdb.put(new FdbEntry(mac, null, true, true, false, 0));
    }

    /** A frame that its port let in: learn its source, then pass it up, to one port, or to all. */
    void forwardFrom(BridgePort from, Frame frame, long source, long destination) {
        learn(source, from);
        boolean alsoUp = isPromiscuous();
        FdbEntry entry = null;
        if (MacAddress.isMulticast(destination)) {
            alsoUp = true;
            if (destination != MacAddress.BROADCAST) {
                counters().multicast++;
            }
        } else {
            entry = fdb.find(destination);
            if (entry != null && entry.local) {
                up.receive(frame);
                return;
            }
        }
        if (entry != null) {
            sendTo(entry.port, from, frame, alsoUp);
        } else {
            flood(from, frame, alsoUp);
        }
    }

    void learn(long source, BridgePort from) {
        if (from.isForwarding()) {
            fdb.learn(source, from);
        }
    }

    private void sendTo(BridgePort to, BridgePort from, Frame frame, boolean alsoUp) {
        boolean deliverable = to != null && to.shouldDeliver(from);
        if (deliverable) {
            to.send(alsoUp ? kernel.copy(frame) : frame);
        }
        finish(frame, alsoUp, deliverable);
    }

    /** The newest port first; the last one gets the frame itself unless it also goes up. */
    private void flood(BridgePort from, Frame frame, boolean alsoUp) {
        BridgePort previous = null;
        for (int i = ports.size() - 1; i >= 0; i--) {
            BridgePort port = ports.get(i);
            if (port.shouldDeliver(from)) {
                if (previous != null) {
                    previous.send(kernel.copy(frame));
                }
                previous = port;
            }
        }
        if (previous != null) {
            previous.send(alsoUp ? kernel.copy(frame) : frame);
        }
        finish(frame, alsoUp, previous != null);
    }

    private void finish(Frame frame, boolean alsoUp, boolean sent) {
        if (alsoUp) {
            up.receive(frame);
        } else if (!sent) {
            drop(frame, DropReason.NO_TX_TARGET);
        }
    }

    /** Received by the bridge itself ({@code br_pass_frame_up()}), which counts without the Ethernet header. */
    private void receiveUp(Frame frame) {
        if (!isUp()) {
            drop(frame, DropReason.DEV_DOWN);
            return;
        }
        counters().received(countedBytes(frame) - EthernetHeader.LENGTH);
        netifReceive(frame);
    }

    /** The namespace sends by the bridge ({@code br_dev_xmit()}). */
    @Override
    protected void xmit(Frame frame) {
        counters().sent(frame.length());
        long destination = EthernetHeader.destination(frame);
        FdbEntry entry = MacAddress.isMulticast(destination) ? null : fdb.find(destination);
        if (entry != null) {
            sendTo(entry.port, null, frame, false);
        } else {
            flood(null, frame, false);
        }
    }

    @Override
    public boolean hasCarrier() {
        for (BridgePort port : ports) {
            if (port.isForwarding()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String kind() {
        return "bridge";
    }

    @Override
    public void setUp(boolean up) {
        super.setUp(up);
        if (up) {
            fdb.start();
        } else {
            fdb.stop();
        }
        ports.forEach(BridgePort::linkChanged);
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
        if (own != null && own.port == null) {
            fdb.remove(mac());
        }
        super.setMac(mac);
        if (mac != 0 && fdb.find(mac) == null) {
            fdb.put(new FdbEntry(mac, null, true, true, false, 0));
        }
    }

    /** Makes the device a port ({@code br_add_if()}). */
    public BridgePort addPort(Device device) {
        BridgePort port = new BridgePort(kernel, this, device);
        ports.add(port);
        device.setPort(port);
        fdb.put(new FdbEntry(device.mac(), port, true, true, false, 0));
        followLowestMac();
        followLowestMtu();
        port.linkChanged();
        return port;
    }

    /** Releases a port ({@code br_del_if()}). */
    public void removePort(BridgePort port) {
        ports.remove(port);
        port.device().setPort(null);
        fdb.forget(port, true);
        followLowestMac();
        followLowestMtu();
    }

    @Override
    public void setMtu(int mtu) {
        mtuChosen = true;
        super.setMtu(mtu);
    }

    /** Until a user sets it, the MTU is that of the narrowest port ({@code br_mtu_auto_adjust()}). */
    void followLowestMtu() {
        if (mtuChosen) {
            return;
        }
        int lowest = ports.isEmpty() ? DEFAULT_MTU : Integer.MAX_VALUE;
        for (BridgePort port : ports) {
            lowest = Math.min(lowest, port.device().mtu());
        }
        super.setMtu(lowest);
    }

    void portMacChanged(BridgePort port) {
        fdb.forgetOwn(port);
        fdb.put(new FdbEntry(port.device().mac(), port, true, true, false, 0));
        followLowestMac();
    }

    void portWentDown(BridgePort port) {
        fdb.forget(port, false);
    }

    private void followLowestMac() {
        if (macChosen) {
            return;
        }
        long lowest = ports.isEmpty() ? 0 : Long.MAX_VALUE;
        for (BridgePort port : ports) {
            lowest = Math.min(lowest, port.device().mac());
        }
        changeMac(lowest);
    }

    /** A command adds an address at a port: {@code bridge fdb add MAC dev PORT master [static|dynamic|permanent]}. */
    public void addEntry(long mac, BridgePort port, boolean local, boolean fixed) {
        fdb.put(new FdbEntry(mac, port, local, fixed || local, true, kernel.nowNs()));
    }

    /** False when there is no such entry at that port. */
    public boolean removeEntry(long mac, BridgePort port) {
        FdbEntry entry = fdb.find(mac);
        return entry != null && entry.port == port && fdb.remove(mac) != null;
    }

    public Fdb fdb() {
        return fdb;
    }

    /** In the order in which they were added. */
    public List<BridgePort> ports() {
        return Collections.unmodifiableList(ports);
    }
}

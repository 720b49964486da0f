package io.ringway.engine.vxlan;

import io.ringway.engine.core.Kernel;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.DeviceFlags;
import io.ringway.engine.device.GroCells;
import io.ringway.engine.ipv4.Ipv4Stack;
import io.ringway.engine.ipv4.OutputRoute;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.PacketType;
import io.ringway.packet.Stage;
import io.ringway.packet.TransmitOutcome;
import io.ringway.packet.VxlanHeader;

/**
 * A VXLAN interface ({@code drivers/net/vxlan/vxlan_core.c}). Sends by the stack of the namespace that it was made in and
 * listens there, wherever it moves to. Counts what a tunnel counts: on the way out the packet inside, without its
 * Ethernet header, once the stack took it.
 */
public final class Vxlan extends Device implements TransmitOutcome {
    private static final int DEFAULT_MTU = 1500;
    private static final int MIN_MTU = 68;

    /** {@code XMIT_RECURSION_LIMIT}: tunnels around a frame beyond which it is taken for a loop. */
    private static final int MAX_WRAPS = 8;

    private final Ipv4Stack home;
    private final VxlanConfig config;
    private final VxlanFdb fdb;
    private final VxlanOutput output;
    private final VxlanInput input;
    private final Stage receive;
    private final Stage loopBack;
    private VxlanPort port;
    private boolean away;

    public Vxlan(Kernel kernel, Ipv4Stack home, String name, long mac, VxlanConfig config) {
        super(kernel, name, DEFAULT_MTU, mac);
        this.home = home;
        this.config = config;
        fdb = new VxlanFdb(kernel, config);
        output = new VxlanOutput(kernel, this);
        input = new VxlanInput(this);
        receive = kernel.executor().queuedApart(new GroCells(this), this);
        loopBack = kernel.executor().queued(reception(), this);
        flags().setPortCost(
                        config.lower() == null
                                ? DeviceFlags.UNKNOWN_COST
                                : config.lower().flags().portCost());
        startWithMtu(config.lower() == null ? DEFAULT_MTU : maxMtu());
        if (config.remote() != 0) {
            int via = config.lower() == null ? 0 : config.lower().ifindex();
            VxlanRemote remote = new VxlanRemote(config.remote(), config.port(), config.vni(), via);
            fdb.add(0, remote, VxlanFdbEntry.State.PERMANENT, false);
        }
    }

    /** The namespace sends by this device, or its bridge does ({@code vxlan_xmit()}); the first remote comes last. */
    @Override
    protected void xmit(Frame frame) {
        if (frame.history().wraps() >= MAX_WRAPS) {
            counters().transmitDropped();
            drop(frame, DropReason.RECURSION_LIMIT);
            return;
        }
        VxlanFdbEntry entry = fdb.find(EthernetHeader.destination(frame));
        if (entry == null) {
            counters().transmitDropped();
            drop(frame, DropReason.NO_TX_TARGET);
            return;
        }
        entry.usedNs = kernel.nowNs();
        VxlanRemote[] remotes = entry.remotes;
        for (int i = 1; i < remotes.length; i++) {
            output.send(kernel.copy(frame), remotes[i], null);
        }
        output.send(frame, remotes[0], entry.route);
    }

    /** A frame that was taken out of its tunnel, complete and for this device. */
    void received(Frame frame) {
        frame.setPacketType(classify(frame));
        counters().received(frame.length() - EthernetHeader.LENGTH);
        receive.receive(frame);
    }

    /** A frame for a tunnel that ends in the same namespace goes there without one ({@code vxlan_encap_bypass()}). */
    void bypass(Frame frame, Vxlan to) {
        frame.setPacketType(PacketType.HOST);
        keepRoute(frame, to);
        int bytes = frame.length();
        if (!to.isUp()) {
            to.counters().receiveDropped();
            refuse(frame, DropReason.DEV_READY);
            return;
        }
        counters().sent(bytes);
        to.counters().received(bytes);
        to.loopBack.receive(frame);
    }

    /** Nobody takes the route away from a frame that comes back without having been in a tunnel. */
    private void keepRoute(Frame frame, Vxlan to) {
        if (!to.namespace().equals(namespace())) {
            frame.setRoute(0, 0);
        } else if (frame.egressIfindex() != 0 && frame.ingressIfindex() == 0) {
            frame.setRoute(OutputRoute.NO_WAY_IN, 0);
        }
    }

    /** Counts what follows the Ethernet header and its tags; nothing there is a drop ({@code iptunnel_xmit_stats()}). */
    @Override
    public void sent(Frame frame) {
        int inner = frame.networkOffset() - EthernetHeader.LENGTH + VxlanHeader.OVERHEAD;
        int bytes = frame.length() - InnerPacket.offset(frame, inner);
        if (bytes > 0) {
            counters().sent(bytes);
        } else {
            counters().transmitDropped();
        }
    }

    @Override
    public void refused(Frame frame, DropReason reason) {
        counters().transmitDropped();
    }

    /** A packet that was routed here teaches its route ({@code ip_tunnel_core.c:skb_tunnel_check_pmtu()}). */
    void exceeded(Frame frame, int room) {
        if (frame.egressIfindex() != 0 && EthernetHeader.type(frame) == EthernetHeader.TYPE_IPV4) {
            tooLarge(frame, room);
        }
    }

    /** Drops a frame that is in the hands of this device. */
    void refuse(Frame frame, DropReason reason) {
        drop(frame, reason);
    }

    @Override
    public void setUp(boolean up) {
        if (up != isUp()) {
            if (up) {
                away = !namespace().equals(home.name());
                port = VxlanPort.open(home, config.port());
                port.add(this);
                if (hasGroup()) {
                    port.join(config.remote(), config.lower());
                }
                fdb.start();
            } else {
                port.remove(this);
                fdb.stop();
            }
        }
        super.setUp(up);
    }

    /** Whether it sends to a group by default, which it then listens to. */
    boolean hasGroup() {
        return Ipv4Address.isMulticast(config.remote());
    }

    /** Whether it is in another namespace than its tunnel. */
    boolean isAway() {
        return away;
    }

    /** Whether both would take the same frames ({@code vxlan_config_validate()}). */
    public boolean sharesTunnelWith(Ipv4Stack otherHome, VxlanConfig other) {
        return home == otherHome && config.vni() == other.vni() && config.port() == other.port();
    }

    VxlanPort socket() {
        return port;
    }

    VxlanInput input() {
        return input;
    }

    /** The namespace that it was made in, where its tunnel begins and ends. */
    public Ipv4Stack home() {
        return home;
    }

    public VxlanConfig config() {
        return config;
    }

    public VxlanFdb fdb() {
        return fdb;
    }

    /** The largest MTU that it may have: what the device below leaves room for ({@code vxlan_change_mtu()}). */
    public int maxMtu() {
        return config.lower() == null
                ? 65_535
                : Math.max(MIN_MTU, config.lower().mtu() - VxlanHeader.OVERHEAD);
    }

    @Override
    public boolean hasCarrier() {
        return true;
    }

    @Override
    public String kind() {
        return "vxlan";
    }
}

package io.ringway.engine.ipv4;

import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.BridgeHooks;
import io.ringway.engine.device.BridgePort;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.Handover;
import io.ringway.nat.Hook;
import io.ringway.nat.Netfilter;
import io.ringway.nat.Rejection;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.FragmentGeometry;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.PacketType;
import io.ringway.packet.VlanTag;

/**
 * Takes IPv4 packets that a bridge forwards through the hooks of its host ({@code br_netfilter_hooks.c}): in and out they see the
 * bridge, and {@code -m physdev} its ports.
 *
 * <pre>
 *   port ─► PREROUTING ─► bridge decides ─► FORWARD, POSTROUTING for each port that it leaves by ─► port
 *                                       └─► the host's own stack, past PREROUTING
 * </pre>
 */
public final class BridgedPackets implements BridgeHooks, Fragmentation.Outlet {
    private static final String PLACE = "bridge";

    private final Ipv4Stack stack;
    private final Netfilter netfilter;
    private final BridgedDestination destinations;
    private final Fragmentation fragmentation;
    private boolean callsIptables;
    private boolean looksBehindTags;

    BridgedPackets(Ipv4Stack stack) {
        this.stack = stack;
        netfilter = stack.netfilter();
        destinations = new BridgedDestination(stack);
        fragmentation = new Fragmentation(stack, this);
    }

    @Override
    public boolean see(Bridge bridge, Frame frame) {
        return (callsIptables || bridge.settings().callsIptables) && headerAt(frame) != 0;
    }

    /** Where the IPv4 header is, 0 for a frame that rules do not see. */
    private int headerAt(Frame frame) {
        int type = EthernetHeader.type(frame);
        if (type == EthernetHeader.TYPE_IPV4) {
            return EthernetHeader.LENGTH;
        }
        boolean tagged = type == EthernetHeader.TYPE_VLAN || type == EthernetHeader.TYPE_QINQ;
        boolean seen = tagged && looksBehindTags && VlanTag.innerType(frame) == EthernetHeader.TYPE_IPV4;
        return seen ? EthernetHeader.LENGTH + VlanTag.LENGTH : 0;
    }

    /** {@code br_nf_pre_routing()}. */
    @Override
    public void prerouting(BridgePort from, Frame frame) {
        int at = headerAt(frame);
        DropReason reason = Ipv4Header.check(frame, at);
        if (reason != null) {
            count(reason);
            stack.drop(frame, PLACE, reason);
            return;
        }
        frame.setNetworkOffset(at);
        frame.setIpOptions(0);
        frame.setTransportOffset(at + Ipv4Header.headerLength(frame, at));
        frame.setLength(at + Ipv4Header.totalLength(frame, at));
        frame.bridgeInfo().forget();
        frame.bridgeInfo().setPorts(from.device().ifindex(), 0);
        frame.setIngressIfindex(from.bridge().ifindex());
        frame.bridgeInfo().setForOtherHost(meantForHost(frame) == PacketType.OTHERHOST);
        Frame whole = frame;
        if (Ipv4Header.isFragment(frame, at) && netfilter.reassembles()) {
            whole = stack.reassembly().gather(frame, FragmentUser.CONNTRACK_BRIDGE_IN);
        }
        if (whole != null) {
            askBefore(from, whole);
        }
    }

    /** {@code br_validate_ipv4()}. */
    private void count(DropReason reason) {
        if (reason == DropReason.PKT_TOO_SMALL) {
            stack.snmp().count(SnmpCounter.IP_EXT_IN_TRUNCATED_PKTS);
            return;
        }
        if (reason == DropReason.IP_CSUM) {
            stack.snmp().count(SnmpCounter.IP_EXT_IN_CSUM_ERRORS);
        }
        stack.snmp().count(SnmpCounter.IP_IN_HDR_ERRORS);
    }

    private void askBefore(BridgePort from, Frame frame) {
        int destination = Ipv4Header.destination(frame, frame.networkOffset());
        if (!passes(Hook.PREROUTING, frame)) {
            return;
        }
        if (frame.bridgeInfo().isForOtherHost()) {
            frame.setPacketType(PacketType.OTHERHOST);
            frame.bridgeInfo().setForOtherHost(false);
        }
        if (Ipv4Header.destination(frame, frame.networkOffset()) == destination) {
            from.bridge().decide(from, frame);
        } else {
            destinations.follow(from, frame);
        }
    }

    /** What is for other hosts passes the hooks like what is for this one; returns what it was. */
    private static byte meantForHost(Frame frame) {
        byte type = frame.packetType();
        if (type == PacketType.OTHERHOST) {
            frame.setPacketType(PacketType.HOST);
        }
        return type;
    }

    private boolean passes(Hook hook, Frame frame) {
        stack.followTrace();
        if (netfilter.run(hook, frame)) {
            return true;
        }
        Rejection rejection = netfilter.rejection();
        if (rejection != null) {
            stack.rejecter().reject(hook, frame, rejection);
        }
        stack.drop(frame, hook.name(), DropReason.NETFILTER_DROP);
        return false;
    }

    /** {@code br_nf_forward_ip()}, {@code br_nf_post_routing()}. */
    @Override
    public void forward(Bridge bridge, BridgePort to, Frame frame) {
        byte type = meantForHost(frame);
        int out = to.device().ifindex();
        frame.bridgeInfo().setPorts(frame.bridgeInfo().portIn(), out);
        frame.setIngressIfindex(bridge.ifindex());
        frame.setRoute(bridge.ifindex(), Ipv4Header.destination(frame, frame.networkOffset()));
        if (!passes(Hook.FORWARD, frame)) {
            return;
        }
        frame.setIngressIfindex(0);
        if (!passes(Hook.POSTROUTING, frame)) {
            return;
        }
        if (!netfilter.confirm(frame)) {
            stack.drop(frame, Hook.POSTROUTING.name(), DropReason.NETFILTER_DROP);
            return;
        }
        frame.setPacketType(type);
        leave(bridge, to, frame);
    }

    /** What does not fit the port, or came in smaller pieces, is cut again ({@code br_nf_dev_queue_xmit()}). */
    private void leave(Bridge bridge, BridgePort to, Frame frame) {
        FragmentGeometry pieces = frame.fragments();
        int mtu = to.device().mtu();
        if (pieces != null) {
            mtu = Math.min(mtu, pieces.largestBytes());
        }
        int at = frame.networkOffset();
        if (frame.length() - at <= mtu || frame.segmentBytes() != 0) {
            send(frame, to.device());
            return;
        }
        boolean mayBeCut = pieces == null ? !Ipv4Header.dontFragment(frame, at) : pieces.largestBytes() <= bridge.mtu();
        if (mayBeCut) {
            fragmentation.cut(frame, bridge.mtu(), to.device());
        } else {
            stack.snmp().count(SnmpCounter.IP_FRAG_FAILS);
            stack.drop(frame, PLACE, DropReason.PKT_TOO_BIG);
        }
    }

    /** A bridge port has no answer for anybody. */
    @Override
    public Handover handover(Frame piece, Device out) {
        return Handover.TAKEN;
    }

    /** {@code br_netfilter_hooks.c:br_validate_ipv4()} does not. */
    @Override
    public boolean readsOptions() {
        return false;
    }

    @Override
    public void send(Frame frame, Device out) {
        frame.setIngressIfindex(frame.bridgeInfo().portIn());
        frame.bridgeInfo().forget();
        frame.setRoute(0, 0);
        out.port().send(frame);
    }

    /** {@code br_nf_local_in()}. */
    @Override
    public boolean passUp(Frame frame, boolean promiscuous) {
        if (promiscuous) {
            frame.setConnection(null, (byte) 0);
            return true;
        }
        if (frame.packetType() == PacketType.HOST || netfilter.confirm(frame)) {
            return true;
        }
        stack.drop(frame, PLACE, DropReason.NETFILTER_DROP);
        return false;
    }

    /** {@code net.bridge.bridge-nf-call-iptables}. */
    public boolean callsIptables() {
        return callsIptables;
    }

    public void setCallsIptables(boolean on) {
        callsIptables = on;
    }

    /** {@code net.bridge.bridge-nf-filter-vlan-tagged}. */
    public boolean looksBehindTags() {
        return looksBehindTags;
    }

    public void setLooksBehindTags(boolean on) {
        looksBehindTags = on;
    }
}

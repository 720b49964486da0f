package io.ringway.engine.vxlan;

import io.ringway.engine.core.Kernel;
import io.ringway.engine.device.Device;
import io.ringway.engine.ipv4.Ipv4Stack;
import io.ringway.engine.ipv4.OutputRoute;
import io.ringway.engine.ipv4.UdpTunnels;
import io.ringway.nat.AddressType;
import io.ringway.packet.Checksum;
import io.ringway.packet.ChecksumState;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.PacketSocket;
import io.ringway.packet.PacketType;
import io.ringway.packet.UdpHeader;
import io.ringway.packet.VxlanHeader;

/**
 * Sends a frame to one tunnel endpoint ({@code vxlan_core.c:vxlan_xmit_one()}, {@code udp_tunnel_xmit_skb()},
 * {@code iptunnel_xmit()}): a route of the interface's home, three headers, then OUTPUT like any packet made there.
 */
final class VxlanOutput {
    private static final int IP = EthernetHeader.LENGTH;
    private static final int UDP = IP + Ipv4Header.MIN_LENGTH;
    private static final int VXLAN = UDP + UdpHeader.LENGTH;
    private static final int MAX_PACKET = 65_535;
    private static final int LOCAL_PORT_LOW = 32_768;
    private static final int LOCAL_PORT_HIGH = 60_999;
    private static final int LOOPBACK = 0x7f00_0001;

    private final Kernel kernel;
    private final Vxlan vxlan;
    private final VxlanConfig config;
    private final Ipv4Stack home;
    private final FlowHash flowHash;

    VxlanOutput(Kernel kernel, Vxlan vxlan) {
        this.kernel = kernel;
        this.vxlan = vxlan;
        config = vxlan.config();
        home = vxlan.home();
        flowHash = new FlowHash(kernel);
    }

    /**
     * Takes the frame.
     *
     * @param kept the way to that remote; null where none is kept
     */
    void send(Frame frame, VxlanRemote remote, KeptRoute kept) {
        if (!InnerPacket.isWhole(frame) || remote.address() == 0) {
            vxlan.counters().transmitDropped();
            vxlan.refuse(frame, remote.address() == 0 ? DropReason.NOT_SPECIFIED : DropReason.PKT_TOO_SMALL);
            return;
        }
        int sourcePort = sourcePort(frame);
        OutputRoute route = route(frame, remote, kept, sourcePort);
        Device out = route == null ? null : route.device();
        if (out == null || out == vxlan) {
            vxlan.counters().transmitFailed(out == null, out == vxlan);
            vxlan.refuse(frame, DropReason.IP_OUTNOROUTES);
        } else if (route.type() == AddressType.LOCAL) {
            local(frame, remote);
        } else {
            encapsulate(frame, remote, route, sourcePort);
        }
    }

    /** What has a mark or a type of service asks each time ({@code ip_tunnel_dst_cache_usable()}). */
    private OutputRoute route(Frame frame, VxlanRemote remote, KeptRoute kept, int sourcePort) {
        UdpTunnels tunnels = home.tunnels();
        int tos = tos(frame);
        boolean keeps = kept != null && tos == 0 && frame.mark() == 0;
        int asked = keeps ? kept.destination(remote.address(), tunnels.generation()) : remote.address();
        OutputRoute route =
                tunnels.route(asked, remote.ifindex(), config.local(), tos, frame.mark(), sourcePort, port(remote));
        if (keeps && route == null) {
            kept.forget();
        } else if (keeps) {
            kept.keep(asked, tunnels.generation(), route.nexthop());
        }
        return route;
    }

    /** The endpoint is this very namespace ({@code encap_bypass_if_local()}). */
    private void local(Frame frame, VxlanRemote remote) {
        VxlanPort port = port(remote) == config.port() ? vxlan.socket() : null;
        if (port == null && home.tunnels().at(port(remote)) instanceof VxlanPort other) {
            port = other;
        }
        Vxlan to = port == null ? null : port.find(vni(remote));
        if (to == null) {
            vxlan.counters().transmitFailed(false, false);
            vxlan.refuse(frame, DropReason.VXLAN_VNI_NOT_FOUND);
            return;
        }
        if (to.config().learning()) {
            to.fdb().learn(EthernetHeader.source(frame), LOOPBACK);
        }
        vxlan.bypass(frame, to);
    }

    private void encapsulate(Frame frame, VxlanRemote remote, OutputRoute route, int sourcePort) {
        int inner = InnerPacket.offset(frame);
        int room = route.mtu() - VxlanHeader.OVERHEAD;
        if (!frame.fits(inner, room)) {
            vxlan.exceeded(frame, room);
            if (vxlan.port() != null && TunnelMtu.mayAnswer(frame, room)) {
                vxlan.bypass(TunnelMtu.answer(kernel, frame, room), vxlan);
                return;
            }
        }
        int total = frame.length() + VxlanHeader.OVERHEAD - EthernetHeader.LENGTH;
        if (total > MAX_PACKET) {
            vxlan.counters().transmitDropped();
            vxlan.refuse(frame, DropReason.PKT_TOO_BIG);
            return;
        }
        int innerTos = InnerPacket.tos(frame, inner);
        int tos = Ecn.encapsulate(tos(frame), innerTos);
        int ttl = ttl(remote, InnerPacket.ttl(frame, inner));
        // What nobody believes of the path's MTU may be cut on the way, whatever "df" says: iptunnel_xmit().
        int flags = dontFragment(frame) && !route.mtuLocked() ? Ipv4Header.DONT_FRAGMENT : 0;
        int source = config.local() != 0 ? config.local() : home.tunnels().source();
        Frame outer = wrap(frame);
        VxlanHeader.write(outer, VXLAN, vni(remote));
        writeUdp(outer, remote, source, sourcePort);
        int id = home.tunnels().nextIpId(remote.address());
        Ipv4Header.write(outer, IP, tos, total, id, flags, ttl, Ipv4Header.PROTOCOL_UDP, source, remote.address());
        route.apply(outer, remote.address());
        if (Ipv4Address.isMulticast(remote.address())) {
            // The tunnel's socket does not hear itself (IP_MULTICAST_LOOP): udp_tunnel_core.c:setup_udp_tunnel_sock().
            outer.setToEverybody(false);
        }
        outer.setOutcome(vxlan);
        if (kernel.trace() != null) {
            kernel.trace().hop(outer, home.name(), vxlan.name(), "tunnel to " + Ipv4Address.format(remote.address()));
        }
        home.tunnels().output().receive(outer);
    }

    private void writeUdp(Frame outer, VxlanRemote remote, int source, int sourcePort) {
        outer.putU16(UDP, sourcePort);
        outer.putU16(UDP + 2, port(remote));
        outer.putU16(UDP + 4, outer.length() - UDP);
        outer.putU16(UDP + UdpHeader.CHECKSUM_OFFSET, 0);
        if (config.udpChecksum()) {
            checksum(outer, source, remote.address());
            outer.setChecksum(ChecksumState.PARTIAL);
        }
    }

    /** Of the packet outside, before it takes over the mark of congestion. */
    private int tos(Frame frame) {
        return config.tos() == VxlanConfig.TOS_INHERITED
                ? InnerPacket.tos(frame, InnerPacket.offset(frame))
                : config.tos();
    }

    /** The frame with room in front of it, its own offsets forgotten ({@code skb_scrub_packet()}). */
    private Frame wrap(Frame frame) {
        Frame outer = frame.headroom() < VxlanHeader.OVERHEAD ? kernel.withHeadroom(frame) : frame;
        int mark = vxlan.isAway() ? 0 : outer.mark();
        // Of another namespace's socket rules know nothing: xt_owner.c:owner_mt().
        PacketSocket socket = vxlan.isAway() ? PacketSocket.NONE : frame.socket();
        outer.push(VxlanHeader.OVERHEAD);
        outer.history().wrapped();
        if (outer.segmentBytes() != 0) {
            outer.setSegmentBytes(outer.segmentBytes() + VxlanHeader.OVERHEAD);
        }
        outer.scrub();
        outer.setIpOptions(0);
        outer.setMark(mark);
        outer.setSocket(socket);
        outer.setIngressIfindex(0);
        outer.setPacketType(PacketType.OUTGOING);
        outer.setNetworkOffset(IP);
        outer.setTransportOffset(UDP);
        return outer;
    }

    private static void checksum(Frame outer, int source, int destination) {
        int bytes = outer.length() - UDP;
        long sum = Checksum.pseudoHeader(source, destination, Ipv4Header.PROTOCOL_UDP, bytes) + outer.sum(UDP, bytes);
        int checksum = Checksum.finish(sum);
        outer.putU16(UDP + UdpHeader.CHECKSUM_OFFSET, checksum == 0 ? 0xffff : checksum);
    }

    private int ttl(VxlanRemote remote, int inner) {
        int ttl = config.ttl();
        if (config.ttlInherited()) {
            ttl = inner;
        } else if (ttl == 0 && Ipv4Address.isMulticast(remote.address())) {
            ttl = 1;
        }
        return ttl == 0 ? home.settings().defaultTtl() : ttl;
    }

    private boolean dontFragment(Frame frame) {
        return switch (config.dontFragment()) {
            case UNSET -> false;
            case SET -> true;
            case INHERIT -> InnerPacket.dontFragment(frame);
        };
    }

    private int port(VxlanRemote remote) {
        return remote.port() != 0 ? remote.port() : config.port();
    }

    private int vni(VxlanRemote remote) {
        return remote.vni() != 0 ? remote.vni() : config.vni();
    }

    /** Within the range, by flow ({@code udp_flow_src_port()}). */
    private int sourcePort(Frame frame) {
        int low = config.sourcePortLow();
        int high = config.sourcePortHigh();
        if (low >= high) {
            low = LOCAL_PORT_LOW;
            high = LOCAL_PORT_HIGH;
        }
        int hash = flowHash.of(frame);
        hash ^= hash << 16;
        return (int) (((hash & 0xffff_ffffL) * (high - low)) >>> 32) + low;
    }
}

package io.ringway.engine.vxlan;

import io.ringway.engine.device.Device;
import io.ringway.engine.ipv4.Ipv4Stack;
import io.ringway.engine.ipv4.UdpTunnels;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.UdpHeader;
import io.ringway.packet.VxlanHeader;
import java.util.HashSet;
import java.util.Set;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * The UDP socket that the VXLAN interfaces of one namespace and port share, open while any of them is up: finds the
 * interface by VNI ({@code struct vxlan_sock}, {@code vxlan_core.c:vxlan_rcv(), vxlan_vs_find_vni()}).
 */
final class VxlanPort implements UdpTunnels.Endpoint {
    private record Membership(int group, Device lower) {
        boolean isOf(Vxlan vxlan) {
            return vxlan.config().remote() == group && vxlan.config().lower() == lower;
        }
    }

    private final Ipv4Stack home;
    private final int port;
    private final Int2ObjectHashMap<Vxlan> byVni = new Int2ObjectHashMap<>();
    private final Set<Membership> joined = new HashSet<>();

    private VxlanPort(Ipv4Stack home, int port) {
        this.home = home;
        this.port = port;
    }

    /** The namespace's socket at that port, opened if need be. */
    static VxlanPort open(Ipv4Stack home, int port) {
        if (home.tunnels().at(port) instanceof VxlanPort open) {
            return open;
        }
        VxlanPort opened = new VxlanPort(home, port);
        home.tunnels().open(port, opened);
        return opened;
    }

    @Override
    public void receive(Frame frame) {
        int at = frame.transportOffset() + UdpHeader.LENGTH;
        if (frame.length() < at + VxlanHeader.LENGTH) {
            drop(frame, DropReason.PKT_TOO_SMALL);
        } else if (!VxlanHeader.hasVni(frame, at)) {
            drop(frame, DropReason.VXLAN_INVALID_HDR);
        } else {
            Vxlan vxlan = byVni.get(VxlanHeader.vni(frame, at));
            if (vxlan == null) {
                drop(frame, DropReason.VXLAN_VNI_NOT_FOUND);
            } else {
                vxlan.input().receive(frame, at);
            }
        }
    }

    /** {@code vxlan_core.c:vxlan_err_lookup()}. */
    @Override
    public boolean sent(Frame frame, int udp) {
        int at = udp + UdpHeader.LENGTH;
        return frame.length() >= at + VxlanHeader.LENGTH
                && VxlanHeader.hasVni(frame, at)
                && byVni.containsKey(VxlanHeader.vni(frame, at));
    }

    private void drop(Frame frame, DropReason reason) {
        home.kernel().drop(frame, home.name(), "vxlan", reason);
    }

    /** Null when no interface that is up has that VNI. */
    Vxlan find(int vni) {
        return byVni.get(vni);
    }

    void add(Vxlan vxlan) {
        byVni.put(vxlan.config().vni(), vxlan);
    }

    /** The socket joins a group once ({@code vxlan_multicast.c:vxlan_igmp_join()}). */
    void join(int group, Device lower) {
        if (joined.add(new Membership(group, lower))) {
            home.igmp(lower).join(group);
        }
    }

    /** The last interface closes the port, and the last one of a group leaves that ({@code vxlan_group_used()}). */
    void remove(Vxlan vxlan) {
        byVni.remove(vxlan.config().vni());
        Membership own = new Membership(vxlan.config().remote(), vxlan.config().lower());
        if (vxlan.hasGroup() && byVni.values().stream().noneMatch(own::isOf)) {
            joined.remove(own);
            home.igmp(own.lower).leave(own.group);
        }
        if (byVni.isEmpty()) {
            home.tunnels().close(port);
        }
    }
}

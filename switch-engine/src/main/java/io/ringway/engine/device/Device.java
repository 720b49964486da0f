package io.ringway.engine.device;

import io.ringway.engine.core.Kernel;
import io.ringway.engine.core.Place;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.MacAddress;
import io.ringway.packet.Stage;
import io.ringway.packet.VlanTag;
import java.util.Arrays;

/**
 * A network device ({@code struct net_device}): the common half of sending and receiving, around the taps.
 *
 * <p>Sources: {@code net/core/dev.c:__dev_queue_xmit(), __netif_receive_skb_core()}, {@code eth.c:eth_type_trans()}.
 */
public abstract class Device implements Place {
    private static final Tap[] NO_TAPS = {};

    protected final Kernel kernel;
    private final Counters counters = new Counters();
    private final Stage transmit;
    private String name;
    private String namespace = "";
    private int ifindex;
    private int mtu;
    private long mac;
    private boolean up;
    private boolean queued;
    private Tap[] taps = NO_TAPS;
    private int promiscuity;
    private BridgePort port;
    private Stage ipv4;
    private Stage arp;

    protected Device(Kernel kernel, String name, int mtu, long mac) {
        this.kernel = kernel;
        this.name = name;
        this.mtu = mtu;
        this.mac = mac;
        transmit = kernel.executor().direct(this::send);
    }

    /** Where the stack, a bridge or a replay hands in a frame to be sent ({@code dev_queue_xmit()}). */
    public final Stage transmit() {
        return transmit;
    }

    private void send(Frame frame) {
        if (!up) {
            counters.txDropped++;
            drop(frame, DropReason.DEV_DOWN);
            return;
        }
        if (!hasCarrier()) {
            // The queue of a device without carrier takes nothing: sch_generic.c:noop_enqueue().
            counters.txDropped++;
            drop(frame, DropReason.DEV_READY);
            return;
        }
        tap(frame, true);
        xmit(frame);
    }

    /** The driver's half of sending ({@code ndo_start_xmit()}). */
    protected abstract void xmit(Frame frame);

    /** Whether the other side is there to receive. */
    public abstract boolean hasCarrier();

    /** The kind that {@code ip -d link} names: veth, bridge …; "" for loopback. */
    public abstract String kind();

    /** What the destination MAC means here ({@code eth_type_trans()}). */
    protected final byte classify(Frame frame) {
        long destination = EthernetHeader.destination(frame);
        if (destination == mac) {
            return Frame.HOST;
        }
        if (!MacAddress.isMulticast(destination)) {
            return Frame.OTHERHOST;
        }
        return destination == MacAddress.BROADCAST ? Frame.BROADCAST : Frame.MULTICAST;
    }

    /** A frame arrived by this device ({@code __netif_receive_skb_core()}); its packet type is set. */
    protected final void netifReceive(Frame frame) {
        frame.setIngressIfindex(ifindex);
        tap(frame, false);
        if (port != null) {
            port.ingress().receive(frame);
        } else {
            deliverToProtocols(frame);
        }
    }

    /**
     * Hands the frame to IPv4 or ARP of this device's namespace. What nothing handles counts as dropped, unless the last
     * to see it was a tap: the kernel holds a tap back for as long as neither a bridge nor a VLAN tag comes in between
     * ({@code pt_prev} in {@code __netif_receive_skb_core()}).
     */
    final void deliverToProtocols(Frame frame) {
        boolean tapIsLast = taps.length > 0 && port == null;
        int type = EthernetHeader.type(frame);
        if ((type == EthernetHeader.TYPE_VLAN || type == EthernetHeader.TYPE_QINQ) && VlanTag.present(frame)) {
            untag(frame);
            type = EthernetHeader.type(frame);
            tapIsLast = false;
        }
        switch (type) {
            case EthernetHeader.TYPE_IPV4 -> ipv4.receive(frame);
            case EthernetHeader.TYPE_ARP -> arp.receive(frame);
            case EthernetHeader.TYPE_IPV6 -> drop(frame, DropReason.IPV6DISABLED);
            default -> {
                if (!tapIsLast && type >= EthernetHeader.LOWEST_TYPE) {
                    counters.rxDropped++;
                }
                drop(frame, DropReason.UNHANDLED_PROTO);
            }
        }
    }

    /** Tag 0 carries a priority only; any other means a VLAN device that is not there, so the frame is for others. */
    private void untag(Frame frame) {
        if (VlanTag.vlanId(frame) != 0) {
            frame.setPacketType(Frame.OTHERHOST);
        }
        long destination = EthernetHeader.destination(frame);
        long source = EthernetHeader.source(frame);
        frame.pull(VlanTag.LENGTH);
        frame.setNetworkOffset(EthernetHeader.LENGTH);
        EthernetHeader.set(frame, destination, source, EthernetHeader.type(frame));
    }

    /** Bytes as drivers count them: a tag that the kernel took off on receipt travels beside the frame from then on. */
    protected static int countedBytes(Frame frame) {
        boolean tagBeside = frame.ingressIfindex() != 0 && VlanTag.present(frame);
        return frame.length() - (tagBeside ? VlanTag.LENGTH : 0);
    }

    private void tap(Frame frame, boolean outgoing) {
        for (Tap tap : taps) {
            tap.seen(frame, outgoing);
        }
        if (kernel.trace() != null) {
            kernel.trace().hop(frame, namespace, name, outgoing ? "out" : "in");
        }
    }

    protected final void drop(Frame frame, DropReason reason) {
        kernel.drop(frame, namespace, name, reason);
    }

    /** Adds an observer; a promiscuous one makes a bridge pass up what it forwards, as {@code tcpdump} does. */
    public final void addTap(Tap tap, boolean promiscuous) {
        taps = Arrays.copyOf(taps, taps.length + 1);
        taps[taps.length - 1] = tap;
        if (promiscuous) {
            promiscuity++;
        }
    }

    public final boolean isPromiscuous() {
        return promiscuity > 0;
    }

    /** Puts the device into a namespace whose stack takes what it receives. */
    public final void attach(String namespace, int ifindex, Stage ipv4, Stage arp) {
        this.namespace = namespace;
        this.ifindex = ifindex;
        this.ipv4 = ipv4;
        this.arp = arp;
        queued = false;
    }

    /** The namespace goes by another name from now on. */
    public final void renameNamespace(String namespace) {
        this.namespace = namespace;
    }

    public final Counters counters() {
        return counters;
    }

    public final String name() {
        return name;
    }

    public final void rename(String name) {
        this.name = name;
    }

    /** Name of the namespace that the device is in. */
    @Override
    public final String namespace() {
        return namespace;
    }

    @Override
    public final String place() {
        return port == null ? name : port.bridge().name() + ":" + name;
    }

    final boolean sharesNamespaceWith(Device other) {
        return ipv4 == other.ipv4;
    }

    public final int ifindex() {
        return ifindex;
    }

    public final int mtu() {
        return mtu;
    }

    /** The MTU that a device is made with, which is not yet a user's choice. */
    public final void startWithMtu(int mtu) {
        this.mtu = mtu;
    }

    public void setMtu(int mtu) {
        this.mtu = mtu;
        if (port != null) {
            port.bridge().followLowestMtu();
        }
    }

    public final long mac() {
        return mac;
    }

    public void setMac(long mac) {
        this.mac = mac;
        if (port != null) {
            port.macChanged();
        }
    }

    public final boolean isUp() {
        return up;
    }

    public void setUp(boolean up) {
        this.up = up;
        queued |= up;
        if (port != null) {
            port.linkChanged();
        }
    }

    /** Whether it was up since it came into its namespace, and so has a queueing discipline ({@code dev_activate()}). */
    public final boolean hasQdisc() {
        return queued;
    }

    /** Null unless the device is a port of a bridge. */
    public final BridgePort port() {
        return port;
    }

    final void setPort(BridgePort port) {
        this.port = port;
    }

    /** Whether the frame may be handed to this device ({@code is_skb_forwardable()}): up, and within MTU and one tag. */
    final boolean accepts(Frame frame) {
        return up && frame.length() <= mtu + EthernetHeader.LENGTH + VlanTag.LENGTH;
    }
}

package io.ringway.engine.device;

import io.ringway.engine.core.Kernel;
import io.ringway.engine.core.Place;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.MacAddress;
import io.ringway.packet.PacketType;
import io.ringway.packet.Stage;
import io.ringway.packet.VlanTag;

/**
 * A network device ({@code struct net_device}): the common half of sending and receiving, around the taps.
 *
 * <p>Sources: {@code net/core/dev.c:__dev_queue_xmit(), __netif_receive_skb_core()}, {@code eth.c:eth_type_trans()}.
 */
public abstract class Device extends DeviceOps implements Place {
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
    private final Taps taps = new Taps(this);
    private final ReceiveFilter filter = new ReceiveFilter(this);
    private final DeviceFlags flags = new DeviceFlags();
    private final GroupAddresses groups = new GroupAddresses(this);
    private final Uppers uppers = new Uppers();
    private final Carrier carrier;
    private final Reception reception = new Reception(this, taps);
    private final Dependents dependents = new Dependents(this, uppers);
    private DeviceHome home;
    private BridgePort port;

    protected Device(Kernel kernel, String name, int mtu, long mac) {
        this.kernel = kernel;
        this.name = name;
        this.mtu = mtu;
        this.mac = mac;
        carrier = new Carrier(this, kernel.linkWatch());
        transmit = kernel.executor().direct(new Transmission(this, taps));
    }

    /** Where the stack, a bridge or a replay hands in a frame to be sent ({@code dev_queue_xmit()}). */
    public final Stage transmit() {
        return transmit;
    }

    /** What the sender would hear of a frame that this device were handed now. */
    public final Handover handover(Frame frame) {
        return carrier.isActive() ? answer(frame) : Handover.CONGESTED;
    }

    /** Tells whoever routed the frame, which is longer than that, that it does not fit. */
    protected final void tooLarge(Frame frame, int mtuBytes) {
        dependents.tooLarge(frame, mtuBytes);
    }

    /** What the destination MAC means here ({@code eth_type_trans()}). */
    protected final byte classify(Frame frame) {
        long destination = EthernetHeader.destination(frame);
        if (destination == mac) {
            return PacketType.HOST;
        }
        if (!MacAddress.isMulticast(destination)) {
            return PacketType.OTHERHOST;
        }
        return destination == MacAddress.BROADCAST ? PacketType.BROADCAST : PacketType.MULTICAST;
    }

    /** Where a frame that arrived by this device goes; its packet type is set. */
    public final Reception reception() {
        return reception;
    }

    /** Whether it has a tag that the kernel took off on receipt, and keeps beside the frame from then on. */
    static boolean isTagBeside(Frame frame) {
        return frame.ingressIfindex() != 0 && VlanTag.present(frame);
    }

    /** Bytes as drivers count them. */
    protected static int countedBytes(Frame frame) {
        return frame.length() - (isTagBeside(frame) ? VlanTag.LENGTH : 0);
    }

    protected final void drop(Frame frame, DropReason reason) {
        kernel.drop(frame, namespace, name, reason);
    }

    /** Adds an observer; a promiscuous one makes a bridge pass up what it forwards, as {@code tcpdump} does. */
    public final void addTap(Tap tap, boolean promiscuous) {
        taps.add(tap);
        if (promiscuous) {
            filter.addPromiscuous(1);
        }
    }

    /** Observers hear of a device that comes up after all others ({@code af_packet.c:packet_notifier()}). */
    public final void setObserved(boolean observed) {
        taps.setObserved(observed);
    }

    public final ReceiveFilter filter() {
        return filter;
    }

    /** The link-layer groups that it listens to. */
    public final GroupAddresses groups() {
        return groups;
    }

    public final DeviceFlags flags() {
        return flags;
    }

    /** Puts the device into a namespace whose stack takes what it receives. */
    public final void attach(String namespace, int ifindex, ListStage ipv4, Stage arp, LinkListener listener) {
        this.namespace = namespace;
        this.ifindex = ifindex;
        reception.attach(ipv4, arp);
        dependents.attach(listener);
        queued = false;
    }

    /** The namespace took the device in, or in from another one. */
    public final void enter(DeviceHome newHome) {
        home = newHome;
        groups.ipv6().refresh();
        carrier.entered();
    }

    /** The device is gone for good. */
    public void deleted() {
        carrier.forget();
    }

    final DeviceHome home() {
        return home;
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
        return reception.sharesStackWith(other.reception);
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
        groups.ipv6().refresh();
    }

    public void setMtu(int mtu) {
        this.mtu = mtu;
        groups.ipv6().refresh();
        dependents.mtuChanged();
    }

    public final long mac() {
        return mac;
    }

    public void setMac(long mac) {
        this.mac = mac;
        dependents.macChanged();
    }

    /** Another address, of which nobody is told ({@code eth_hw_addr_set()}). */
    final void takeMac(long mac) {
        this.mac = mac;
    }

    /** Turns ARP on or off. */
    public final void setArp(boolean arp) {
        boolean changes = arp != flags.isArp();
        flags.setArp(arp);
        if (changes && up) {
            dependents.arpChanged();
        }
    }

    /** Those to be told of what changes here. */
    final Dependents dependents() {
        return dependents;
    }

    public final boolean isUp() {
        return up;
    }

    public void setUp(boolean up) {
        this.up = up;
        queued |= up;
        carrier.upChanged();
        dependents.linkChanged();
        carrier.check();
        uppers.follow(hasCarrier());
        uppers.upChanged();
    }

    public final Carrier carrier() {
        return carrier;
    }

    public final Uppers uppers() {
        return uppers;
    }

    /** Whether it was up since it came into its namespace, and so has a queueing discipline ({@code dev_activate()}). */
    public final boolean hasQdisc() {
        return queued;
    }

    /** Null unless the device is a port of a bridge. */
    public final BridgePort port() {
        return port;
    }

    /** A port takes all frames ({@code br_add_if()}, {@code br_manage_promisc()}). */
    final void setPort(BridgePort port) {
        int more = (port == null ? 0 : 1) - (this.port == null ? 0 : 1);
        this.port = port;
        reception.setHandler(port == null ? null : port.ingress());
        filter.addPromiscuous(more);
        filter.addAllMulticast(more);
    }

    /** Whether the frame may be handed to this device ({@code is_skb_forwardable()}): up, and within MTU and one tag. */
    final boolean accepts(Frame frame) {
        return up && (countedBytes(frame) <= mtu + EthernetHeader.LENGTH + VlanTag.LENGTH || frame.segmentBytes() != 0);
    }
}

package io.ringway.engine.ipv4;

import io.ringway.engine.core.Kernel;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.ListStage;
import io.ringway.engine.device.Loopback;
import io.ringway.engine.route.Flow;
import io.ringway.engine.route.Routing;
import io.ringway.engine.setting.InterfaceTable;
import io.ringway.engine.setting.StackSettings;
import io.ringway.nat.Hook;
import io.ringway.nat.Netfilter;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.Stage;
import io.ringway.packet.TransmitOutcome;
import java.util.List;
import org.agrona.collections.Int2ObjectHashMap;

/** IPv4 of one namespace: wires the stages of this package and holds what they share. */
public final class Ipv4Stack {
    private final Kernel kernel;
    private String name;
    private final Netfilter netfilter;
    private final Peers peers;
    private final NeighbourTable neighbours;
    private final IcmpError icmpError;
    private final Rejecter rejecter;
    private final Reassembly reassembly = new Reassembly(this);
    private final SnmpCounters snmp = new SnmpCounters();
    private final InputRoute inputRoute;
    private final ListStage receive;
    private final Stage arp;
    private final Stage localOutput;
    private final Stage rawOutput;
    private final Stage routedOutput;
    private final UdpTunnels tunnels;
    private final InterfaceTable interfaces = new InterfaceTable();
    private final Int2ObjectHashMap<IgmpInterface> igmp = new Int2ObjectHashMap<>();
    private final StackSettings settings = new StackSettings(interfaces);
    private final Routing routing;
    private final OutputRoute outputRoute;
    private final PathLearning paths;
    private final Flow outputFlow = new Flow();
    private final LocalEnd localEnd = new LocalEnd(this);
    private final LinkEvents linkEvents = new LinkEvents(this);
    private final AutoJoin autoJoin = new AutoJoin(this);
    private final AddressChanges addressChanges = new AddressChanges(this);
    private final IpvlanSide ipvlans;
    private final RulesView rulesView;
    private final BridgedPackets bridgedPackets;
    private Device loopback;

    public Ipv4Stack(Kernel kernel, String name) {
        this.kernel = kernel;
        this.name = name;
        routing = new Routing(settings, interfaces, kernel.randomness().stream(name));
        rulesView = new RulesView(this);
        netfilter = new Netfilter(rulesView, kernel.randomness().stream(name), kernel.trackingLimits());
        outputRoute = new OutputRoute(this);
        paths = new PathLearning(this);
        ipvlans = new IpvlanSide(this);
        peers = new Peers(kernel, name);
        neighbours = new NeighbourTable(this);
        Stage postrouting = link(new HookStage(this, Hook.POSTROUTING, link(new PacketOutput(this))));
        LocalOutput output = new LocalOutput(this, postrouting, this::receiveAgain);
        localOutput = link(output);
        rawOutput = link(output::receiveRaw);
        routedOutput = link(output::receiveRouted);
        tunnels = new UdpTunnels(this, routedOutput);
        icmpError = new IcmpError(this, localOutput);
        rejecter = new Rejecter(this, routedOutput);
        Stage input = link(new HookStage(this, Hook.INPUT, link(localEnd.delivery(localOutput))));
        ForwardOptions options = new ForwardOptions(this, postrouting);
        Stage forward = link(new Forward(this, options, link(new HookStage(this, Hook.FORWARD, link(options)))));
        inputRoute = new InputRoute(this, input, forward);
        Stage route = link(inputRoute);
        receive = new Ipv4Receive(this, route).linked(kernel.executor());
        bridgedPackets = new BridgedPackets(this);
        arp = link(neighbours.arp());
    }

    /** A packet leaves as one made here, its route set; no sender counts what becomes of it ({@code ip_local_out()}). */
    void sendRouted(Frame frame) {
        routedOutput.receive(frame);
    }

    private void receiveAgain(Frame frame) {
        receive.receive(frame);
    }

    private Stage link(Stage stage) {
        return kernel.executor().direct(stage);
    }

    /** Takes over a device of this namespace. */
    public void add(Device device, int ifindex) {
        device.attach(name, ifindex, receive, arp, linkEvents);
        interfaces.put(ifindex, new InterfaceTable.Interface(device, settings.ofNewInterface()));
        igmp.put(ifindex, new IgmpInterface(this, device));
        if (device instanceof Loopback) {
            loopback = device;
        }
        routing.interfacesChanged();
    }

    /** Lets go of a device that is deleted or moves to another namespace. */
    public void remove(Device device) {
        neighbours.flush(device);
        igmp.remove(device.ifindex()).gone();
        device.groups().clear();
        routing.devices().gone(device);
        interfaces.remove(device.ifindex());
        routing.interfacesChanged();
    }

    /** The namespace goes by another name from now on. */
    public void rename(String newName) {
        name = newName;
        interfaces.all().forEach(each -> each.device().renameNamespace(newName));
    }

    /** Adds and removes the addresses of the devices. */
    public AddressChanges addressChanges() {
        return addressChanges;
    }

    /** The groups of a device of this namespace. */
    public IgmpInterface igmp(Device device) {
        return igmp.get(device.ifindex());
    }

    /** Groups joined for addresses. */
    public AutoJoin autoJoin() {
        return autoJoin;
    }

    /** What changes at the devices is told here. */
    public LinkEvents linkEvents() {
        return linkEvents;
    }

    List<Device> devices() {
        return interfaces.all().stream().map(InterfaceTable.Interface::device).toList();
    }

    /** Where packets made in this namespace enter, their IPv4 header written ({@code ip_local_out()}). */
    public Stage localOutput() {
        return localOutput;
    }

    /** The same for a raw socket's, their route set ({@code raw.c:raw_send_hdrinc()}). */
    Stage rawOutput() {
        return rawOutput;
    }

    /** The UDP tunnels that begin and end here. */
    public UdpTunnels tunnels() {
        return tunnels;
    }

    /** A new packet with room for its Ethernet header and {@code totalLength} bytes of IPv4. */
    public Frame newPacket(int totalLength) {
        Frame frame = kernel.originate(EthernetHeader.LENGTH + totalLength);
        frame.setNetworkOffset(EthernetHeader.LENGTH);
        frame.setTransportOffset(EthernetHeader.LENGTH + Ipv4Header.MIN_LENGTH);
        return frame;
    }

    void drop(Frame frame, String where, DropReason reason) {
        TransmitOutcome.tellRefused(frame, reason);
        kernel.drop(frame, name, where, reason);
    }

    /** Turns the rules' own tracing on and off with the model's. */
    void followTrace() {
        rulesView.follow(kernel.trace());
    }

    void trace(Frame frame, String where, String what) {
        kernel.trace().hop(frame, name, where, what);
    }

    /** The way of a packet made here with no more known than where it goes; null when there is none. */
    public OutputRoute outputRoute(int destination) {
        return outputRoute.find(outputFlow.to(destination), false) == null ? outputRoute : null;
    }

    /** The way of a packet made here from that address of this host; null when there is none. */
    OutputRoute outputRoute(int source, int destination) {
        return outputRoute.find(outputFlow.to(destination).from(source), false) == null ? outputRoute : null;
    }

    /** The source address of a packet of this namespace to that destination, 0 for none. */
    public int sourceFor(int destination) {
        return outputRoute(destination) == null ? 0 : outputFlow.source();
    }

    /** A way to look for, with an answer of its own. */
    public OutputRoute newOutputRoute() {
        return new OutputRoute(this);
    }

    /** What would become of a received packet, with an answer of its own. */
    public InputLookup newInputLookup() {
        return new InputLookup(this);
    }

    /** The device of this namespace that has that number; null for none. */
    public Device device(int ifindex) {
        InterfaceTable.Interface found = interfaces.get(ifindex);
        return found == null ? null : found.device();
    }

    Device loopback() {
        return loopback;
    }

    PathLearning paths() {
        return paths;
    }

    Peers peers() {
        return peers;
    }

    /** What has rules see bridged packets, and {@code net.bridge}. */
    public BridgedPackets bridgedPackets() {
        return bridgedPackets;
    }

    Rejecter rejecter() {
        return rejecter;
    }

    IcmpError icmpError() {
        return icmpError;
    }

    InputRoute inputRoute() {
        return inputRoute;
    }

    /** What the stack does for ipvlans. */
    public IpvlanSide ipvlans() {
        return ipvlans;
    }

    /** Whether a packet that comes in there with these addresses would be delivered here. */
    public boolean isForThisHost(Device in, int source, int destination) {
        return inputRoute.isForThisHost(in, source, destination);
    }

    /** What {@code nstat} shows of this namespace. */
    public SnmpCounters snmp() {
        return snmp;
    }

    /** Fragments that wait here, and {@code net.ipv4.ipfrag_*}. */
    public Reassembly reassembly() {
        return reassembly;
    }

    /** What reads the IP options of packets that come in. */
    OptionsInput options() {
        return inputRoute.options();
    }

    /** What takes the packets for this namespace itself. */
    public LocalEnd localEnd() {
        return localEnd;
    }

    /** The sysctls below {@code net.ipv4}. */
    public StackSettings settings() {
        return settings;
    }

    public Kernel kernel() {
        return kernel;
    }

    public String name() {
        return name;
    }

    public Netfilter netfilter() {
        return netfilter;
    }

    public Routing routing() {
        return routing;
    }

    public NeighbourTable neighbours() {
        return neighbours;
    }
}

package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.engine.route.InterfaceAddress;
import io.ringway.engine.setting.InterfaceSettings.Setting;
import io.ringway.nat.AddressType;
import io.ringway.packet.ArpHeader;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.MacAddress;
import io.ringway.packet.PacketType;
import io.ringway.packet.Stage;

/** ARP of one namespace: answers for its own addresses, learns who asked ({@code arp.c:arp_process()}, RFC 826). */
final class Arp implements Stage {
    private static final int FRAME_BYTES = EthernetHeader.LENGTH + ArpHeader.LENGTH;

    private final Ipv4Stack stack;
    private final NeighbourTable neighbours;
    private final ArpPolicy policy;
    private final ArpProxy proxy;

    Arp(Ipv4Stack stack, NeighbourTable neighbours) {
        this.stack = stack;
        this.neighbours = neighbours;
        policy = new ArpPolicy(stack);
        proxy = new ArpProxy(stack, this);
    }

    @Override
    public void receive(Frame frame) {
        int at = EthernetHeader.LENGTH;
        if (frame.packetType() == PacketType.OTHERHOST
                || !stack.device(frame.ingressIfindex()).flags().isArp()) {
            stack.drop(frame, "arp", DropReason.ARP_CONSUMED);
        } else if (frame.length() < FRAME_BYTES) {
            stack.drop(frame, "arp", DropReason.PKT_TOO_SMALL);
        } else if (!ArpHeader.valid(frame, at) || !process(frame, at)) {
            stack.drop(frame, "arp", DropReason.NOT_SPECIFIED);
        } else {
            stack.localEnd().deliver(frame, "arp");
        }
    }

    /** False when the message is not one that a host understands. */
    private boolean process(Frame frame, int at) {
        int operation = ArpHeader.operation(frame, at);
        int target = ArpHeader.targetIp(frame, at);
        Device device = stack.device(frame.ingressIfindex());
        boolean loopbackTarget =
                Ipv4Address.isLoopback(target) && !stack.settings().routesLocalnet(device);
        boolean understood = operation == ArpHeader.REQUEST || operation == ArpHeader.REPLY;
        if (!understood || Ipv4Address.isMulticast(target) || loopbackTarget) {
            return false;
        }
        int sender = ArpHeader.senderIp(frame, at);
        if (sender == target && policy.isOn(device, Setting.DROP_GRATUITOUS_ARP)) {
            return false;
        }
        long senderMac = ArpHeader.senderMac(frame, at);
        if (sender == 0) {
            boolean own = stack.routing().type(target, null) == AddressType.LOCAL;
            if (operation == ArpHeader.REQUEST && own && !policy.ignores(device, sender, target)) {
                reply(frame, device, target, senderMac, sender);
            }
            return true;
        }
        if (operation == ArpHeader.REQUEST && asksForMe(device, sender, target)) {
            if (!policy.ignores(device, sender, target) && !policy.filters(device, sender, target)) {
                neighbours.findOrCreate(device, sender).update(senderMac, NeighbourState.STALE, true, false);
                reply(frame, device, target, senderMac, sender);
            }
            return true;
        }
        if (operation == ArpHeader.REQUEST && proxy.answersFor(device, sender, target)) {
            neighbours.findOrCreate(device, sender).update(senderMac, NeighbourState.STALE, true, false);
            proxy.answer(frame, device);
            return true;
        }
        learn(frame, device, operation, sender, senderMac, target);
        return true;
    }

    private boolean asksForMe(Device device, int sender, int target) {
        return stack.inputRoute().isForThisHost(device, sender, target);
    }

    /** Only entries that exist already are refreshed, unless {@code arp_accept} lets others make themselves known. */
    private void learn(Frame frame, Device device, int operation, int sender, long senderMac, int target) {
        Neighbour neighbour = neighbours.find(device, sender);
        boolean reply = operation == ArpHeader.REPLY;
        boolean unicast = stack.routing().type(sender, null) == AddressType.UNICAST;
        boolean gratuitous = sender == target
                && unicast
                && (!reply || ArpHeader.targetMac(frame, EthernetHeader.LENGTH) == senderMac);
        if (neighbour == null && policy.accepts(device, sender) && (gratuitous || (reply && unicast))) {
            neighbour = neighbours.create(device, sender);
        }
        if (neighbour == null) {
            return;
        }
        boolean answered = reply && frame.packetType() == PacketType.HOST;
        neighbour.update(
                senderMac,
                answered ? NeighbourState.REACHABLE : NeighbourState.STALE,
                gratuitous || neighbour.isUnlocked(),
                false);
    }

    void reply(Frame request, Device device, int own, long askerMac, int asker) {
        if (!device.flags().isArp()) {
            return;
        }
        Frame frame = stack.kernel().originate(FRAME_BYTES);
        frame.history().setId(request.history().id());
        EthernetHeader.set(frame, askerMac, device.mac(), EthernetHeader.TYPE_ARP);
        ArpHeader.write(frame, EthernetHeader.LENGTH, ArpHeader.REPLY, device.mac(), own, askerMac, asker);
        send(frame, device);
    }

    /**
     * Asks who has {@code target} ({@code arp_solicit()}).
     *
     * @param mac the known address to ask directly, 0 to ask everybody
     * @param waiting a packet that waits for the answer, whose own source is asked with if it is this host's; or null
     * @param byIcmp whether a message of ICMP is being sent: no error about the request can be, then
     *     ({@code icmp.c:icmp_xmit_lock()})
     */
    void request(Device device, int target, long mac, Frame waiting, boolean byIcmp) {
        if (!device.flags().isArp()) {
            return;
        }
        int sentBy = waiting == null ? 0 : Ipv4Header.source(waiting, waiting.networkOffset());
        int source = policy.sourceFor(device, target, sentBy);
        Frame frame = stack.kernel().originate(FRAME_BYTES);
        if (waiting != null) {
            frame.history().setId(waiting.history().id());
        }
        frame.setSentByIcmp(byIcmp);
        EthernetHeader.set(frame, mac == 0 ? MacAddress.BROADCAST : mac, device.mac(), EthernetHeader.TYPE_ARP);
        ArpHeader.write(frame, EthernetHeader.LENGTH, ArpHeader.REQUEST, device.mac(), source, 0, target);
        send(frame, device);
    }

    /** Says aloud which addresses the device has, if {@code arp_notify} is on ({@code inetdev_send_gratuitous_arp()}). */
    void notify(Device device) {
        if (device == stack.loopback() || !device.flags().isArp() || !policy.isOn(device, Setting.ARP_NOTIFY)) {
            return;
        }
        for (InterfaceAddress address : stack.routing().addressesOf(device)) {
            int own = address.prefix().address();
            Frame frame = stack.kernel().originate(FRAME_BYTES);
            EthernetHeader.set(frame, MacAddress.BROADCAST, device.mac(), EthernetHeader.TYPE_ARP);
            ArpHeader.write(frame, EthernetHeader.LENGTH, ArpHeader.REQUEST, device.mac(), own, 0, own);
            send(frame, device);
        }
    }

    ArpProxy proxy() {
        return proxy;
    }

    private void send(Frame frame, Device device) {
        frame.setPacketType(PacketType.OUTGOING);
        device.transmit().receive(frame);
    }
}

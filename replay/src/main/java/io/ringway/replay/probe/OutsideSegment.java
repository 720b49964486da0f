package io.ringway.replay.probe;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.TapInterface;
import io.ringway.engine.ipv4.Neighbour;
import io.ringway.engine.ipv4.OutputRoute;
import io.ringway.engine.route.Flow;
import io.ringway.packet.ArpHeader;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Address;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * What is behind the interfaces that go outside: a host for each address that nobody in the model has. It sends by the
 * interface to which the model's routes to it lead, and answers ARP requests there.
 */
final class OutsideSegment {
    /** Where a packet is that left the model. */
    static final String NAME = "outside";

    /** Whoever is outside and was not met before: locally administered. */
    private static final long MAC = 0x0200_0000_0001L;

    /** An ARP request that went outside. */
    private record Question(TapInterface by, int target, int askerIp, long askerMac) {}

    private final Network network;
    private final Queue<Question> questions = new ArrayDeque<>();

    OutsideSegment(Network network) {
        this.network = network;
    }

    boolean isThere() {
        return network.namespaces().stream()
                .anyMatch(each -> each.devices().stream().anyMatch(TapInterface.class::isInstance));
    }

    /** The interface by which packets for an address leave the model; null when the model has no way outside for it. */
    TapInterface towards(int address) {
        for (Namespace namespace : network.namespaces()) {
            for (Device device : namespace.devices()) {
                if (device instanceof TapInterface tap && tap.isUp() && leadsBy(namespace, routed(tap), address)) {
                    return tap;
                }
            }
        }
        return null;
    }

    /** A tap's bridge has its addresses and routes. */
    private static Device routed(TapInterface tap) {
        return tap.port() == null ? tap : tap.port().bridge();
    }

    private static boolean leadsBy(Namespace namespace, Device device, int address) {
        OutputRoute way = namespace.stack().newOutputRoute();
        return way.find(new Flow().to(address), true) == null && way.device() == device;
    }

    /** A host outside sends the IPv4 packet in a frame to the model's router there; takes the frame. */
    void send(TapInterface tap, Frame frame, int source, long timeNs) {
        Device router = routed(tap);
        EthernetHeader.set(frame, router.mac(), macOf(tap, source), EthernetHeader.TYPE_IPV4);
        network.arrive(tap, frame, timeNs);
    }

    /** That of the gateway behind which it is, or its own, if the model knows it. */
    private long macOf(TapInterface tap, int source) {
        Namespace namespace = network.namespaceOf(tap);
        OutputRoute way = namespace.stack().newOutputRoute();
        way.find(new Flow().to(source), true);
        int hop = way.gateway() == 0 ? source : way.gateway();
        Neighbour known = namespace.stack().neighbours().find(routed(tap), hop);
        return known != null && known.state().isValid() ? known.mac() : MAC;
    }

    /** A frame left the model by an interface; it is only looked at. */
    void left(Frame frame, String namespace, String device) {
        int at = EthernetHeader.LENGTH;
        boolean request = frame.length() >= at + ArpHeader.LENGTH
                && EthernetHeader.type(frame) == EthernetHeader.TYPE_ARP
                && ArpHeader.operation(frame, at) == ArpHeader.REQUEST;
        int target = request ? ArpHeader.targetIp(frame, at) : 0;
        Namespace where = network.namespace(namespace);
        if (request && where != null && where.device(device) instanceof TapInterface tap && !isOwned(target)) {
            questions.add(new Question(tap, target, ArpHeader.senderIp(frame, at), ArpHeader.senderMac(frame, at)));
        }
    }

    /** Answers what was asked meanwhile, and what the answers bring. */
    void answer() {
        for (Question one = questions.poll(); one != null; one = questions.poll()) {
            int length = EthernetHeader.LENGTH + ArpHeader.LENGTH;
            Frame frame = network.kernel().pool().allocate(length);
            frame.fillZero(0, length);
            EthernetHeader.set(frame, one.askerMac(), MAC, EthernetHeader.TYPE_ARP);
            ArpHeader.write(
                    frame, EthernetHeader.LENGTH, ArpHeader.REPLY, MAC, one.target(), one.askerMac(), one.askerIp());
            network.arrive(one.by(), frame, network.kernel().nowNs());
        }
    }

    private boolean isOwned(int address) {
        boolean sensible = !Ipv4Address.isMulticast(address) && !Ipv4Address.isLoopback(address);
        return !sensible
                || network.namespaces().stream()
                        .anyMatch(each -> each.stack().routing().isOwn(address));
    }
}

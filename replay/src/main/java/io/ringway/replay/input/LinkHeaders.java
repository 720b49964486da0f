package io.ringway.replay.input;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.device.Device;
import io.ringway.engine.ipv4.Ipv4Stack;
import io.ringway.engine.ipv4.Neighbour;
import io.ringway.engine.ipv4.OutputRoute;
import io.ringway.engine.route.Flow;
import io.ringway.nat.AddressType;
import io.ringway.packet.ArpHeader;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.MacAddress;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * Gives frames the model's MAC addresses: those that were captured without any, or all of them where that is wanted. The
 * source is the device that sends; the destination is who the sender's routes lead to: its neighbour by its table, else
 * whoever in the model has the address. Groups and broadcasts keep theirs.
 */
final class LinkHeaders {
    private final Network network;
    private final Flow flow = new Flow();
    private final Int2ObjectHashMap<Device> owners = new Int2ObjectHashMap<>();
    private Ipv4Stack asked;
    private OutputRoute answer;
    private boolean rewrites;
    private long unknown;

    LinkHeaders(Network network) {
        this.network = network;
    }

    /** From now on the addresses that a frame was captured with are replaced, too. */
    void rewrite() {
        rewrites = true;
    }

    /** Frames whose destination nobody in the model is. */
    long unknown() {
        return unknown;
    }

    /** For a frame that leaves by a device. */
    void leave(Frame frame, Device device) {
        if (isOurs(frame)) {
            write(frame, device.mac(), isGroup(frame) ? 0 : partner(frame, device));
        }
    }

    /** For a frame that leaves by one and is meant for another. */
    void arrive(Frame frame, long sourceMac, Device receiver) {
        if (isOurs(frame)) {
            write(frame, sourceMac, receiver.mac());
        }
    }

    private boolean isOurs(Frame frame) {
        return (rewrites || frame.history().isLinkless()) && frame.length() >= EthernetHeader.LENGTH;
    }

    private static boolean isGroup(Frame frame) {
        return (EthernetHeader.destination(frame) >>> 40 & 1) != 0;
    }

    private void write(Frame frame, long source, long destination) {
        long newSource = rewrites || EthernetHeader.source(frame) == 0 ? source : EthernetHeader.source(frame);
        long newDestination = isGroup(frame) || destination == 0 ? EthernetHeader.destination(frame) : destination;
        EthernetHeader.set(frame, newDestination, newSource, EthernetHeader.type(frame));
    }

    private long partner(Frame frame, Device device) {
        int at = EthernetHeader.LENGTH;
        Ipv4Stack stack = network.namespaceOf(device).stack();
        int hop = 0;
        if (EthernetHeader.type(frame) == EthernetHeader.TYPE_IPV4 && frame.length() >= at + Ipv4Header.MIN_LENGTH) {
            int destination = Ipv4Header.destination(frame, at);
            OutputRoute way = routesOf(stack);
            if (way.find(flow.to(destination).out(device.ifindex()), true) != null) {
                hop = destination;
            } else if (way.type() == AddressType.BROADCAST) {
                return MacAddress.BROADCAST;
            } else {
                hop = way.gateway() != 0 ? way.gateway() : destination;
            }
        } else if (EthernetHeader.type(frame) == EthernetHeader.TYPE_ARP && frame.length() >= at + ArpHeader.LENGTH) {
            hop = ArpHeader.targetIp(frame, at);
        }
        long mac = hop == 0 ? 0 : macOf(hop, stack, device);
        unknown += mac == 0 ? 1 : 0;
        return mac;
    }

    private OutputRoute routesOf(Ipv4Stack stack) {
        if (stack != asked) {
            asked = stack;
            answer = stack.newOutputRoute();
        }
        return answer;
    }

    private long macOf(int address, Ipv4Stack sender, Device device) {
        Neighbour neighbour = sender.neighbours().find(device, address);
        if (neighbour != null && neighbour.state().isValid()) {
            return neighbour.mac();
        }
        Device owner = owners.get(address);
        if (owner == null || !has(owner, address)) {
            owner = owner(address);
            if (owner != null) {
                owners.put(address, owner);
            }
        }
        return owner == null ? 0 : owner.mac();
    }

    private Device owner(int address) {
        for (Namespace namespace : network.namespaces()) {
            for (Device device : namespace.devices()) {
                if (has(device, address)) {
                    return device;
                }
            }
        }
        return null;
    }

    private boolean has(Device device, int address) {
        Namespace namespace = network.namespaceOf(device);
        return namespace != null
                && namespace.stack().routing().addressesOf(device).stream()
                        .anyMatch(each -> each.prefix().address() == address);
    }
}

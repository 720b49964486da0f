package io.ringway.engine;

import io.ringway.engine.core.Accounts;
import io.ringway.engine.core.Kernel;
import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.BridgePort;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.Loopback;
import io.ringway.engine.device.TapInterface;
import io.ringway.engine.device.Veth;
import io.ringway.engine.ipv4.RawSocket;
import io.ringway.engine.vxlan.Vxlan;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.PacketSocket;
import io.ringway.packet.PacketType;
import io.ringway.packet.VlanTag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The whole model: namespaces by name, on one {@link Kernel}. The first namespace is called {@value #HOST}. */
public final class Network {
    public static final String HOST = "host";

    private final Kernel kernel;
    private final Map<String, Namespace> namespaces = new LinkedHashMap<>();
    private final Nicknames nicknames = new Nicknames();
    private long frames;

    public Network(Kernel kernel) {
        this.kernel = kernel;
        addNamespace(HOST);
    }

    public Kernel kernel() {
        return kernel;
    }

    public Accounts accounts() {
        return kernel.accounts();
    }

    /**
     * Adds a namespace. The first one, which nobody named, gives way to it if it goes by that name.
     *
     * @throws IllegalArgumentException when the name is taken
     */
    public Namespace addNamespace(String name) {
        Namespace first = namespaces.get(name);
        if (first != null && first == first()) {
            giveWay(first);
        }
        if (namespaces.containsKey(name)) {
            throw new IllegalArgumentException("namespace " + name + " exists");
        }
        Namespace namespace = new Namespace(kernel, name, namespaces.isEmpty());
        namespaces.put(name, namespace);
        return namespace;
    }

    private void giveWay(Namespace first) {
        String other = HOST;
        while (namespaces.containsKey(other)) {
            other += "-unnamed";
        }
        Map<String, Namespace> others = new LinkedHashMap<>(namespaces);
        others.remove(first.name());
        first.rename(other);
        namespaces.clear();
        namespaces.put(other, first);
        namespaces.putAll(others);
    }

    /** The namespace that was there first, where commands act that name none. */
    public Namespace first() {
        return namespaces.isEmpty() ? null : namespaces.values().iterator().next();
    }

    /** Deletes a namespace with its devices, and so the other ends of their cables; not the first one. */
    public void removeNamespace(Namespace namespace) {
        deleteTunnels(tunnel -> tunnel.home() == namespace.stack());
        for (Device device : namespace.devices()) {
            if (namespace.device(device.ifindex()) == device) {
                delete(device);
            }
        }
        namespace.stack().reassembly().flush();
        namespaces.remove(namespace.name());
        namespaces.values().forEach(other -> other.forgetIdOf(namespace));
    }

    /** Deletes a device: what stands on it goes too, a bridge lets its ports go, a veth takes its peer with it. */
    public void delete(Device device) {
        for (Device upper : device.uppers().all()) {
            if (isHere(upper)) {
                delete(upper);
            }
        }
        if (device instanceof Bridge bridge) {
            for (BridgePort port : bridge.ports()) {
                bridge.removePort(port);
            }
        }
        deleteTunnelsOver(device);
        namespaceOf(device).remove(device);
        device.deleted();
        if (device instanceof Veth veth && isHere(veth.peer())) {
            delete(veth.peer());
        }
    }

    private boolean isHere(Device device) {
        return namespaceOf(device) != null && namespaceOf(device).device(device.ifindex()) == device;
    }

    /** A tunnel that was bound to a device goes with it ({@code vxlan_handle_lowerdev_unregister()}). */
    private void deleteTunnelsOver(Device lower) {
        deleteTunnels(tunnel -> tunnel.config().lower() == lower);
    }

    private void deleteTunnels(Predicate<Vxlan> which) {
        for (Namespace namespace : namespaces()) {
            for (Device device : namespace.devices()) {
                if (device instanceof Vxlan tunnel && which.test(tunnel)) {
                    delete(tunnel);
                }
            }
        }
    }

    /**
     * Takes a device to another namespace, down, under its number if that is free there
     * ({@code dev.c:__dev_change_net_namespace()}).
     *
     * @param newName null to keep the name
     * @param ifindex 0 to keep the number
     * @throws IllegalArgumentException when the name or the wanted number is taken there; nothing has changed then
     */
    public void move(Device device, Namespace to, String newName, int ifindex) {
        String name = newName == null ? device.name() : newName;
        boolean taken = to.device(name) != null || (ifindex != 0 && to.device(ifindex) != null);
        if (taken) {
            throw new IllegalArgumentException("name or number taken in " + to);
        }
        int wanted = ifindex == 0 ? device.ifindex() : ifindex;
        deleteTunnelsOver(device);
        Namespace from = namespaceOf(device);
        from.idOf(to);
        from.remove(device);
        device.rename(name);
        to.add(device, to.device(wanted) == null ? wanted : 0);
    }

    /**
     * The lab is done and frames are about to come: whoever is outside attaches to the taps, and news of carriers have
     * arrived everywhere.
     */
    public void begin() {
        for (Namespace namespace : namespaces.values()) {
            for (Device device : namespace.devices()) {
                if (device instanceof TapInterface tap) {
                    tap.setAttached(true);
                }
            }
        }
        kernel.linkWatch().settle();
    }

    /** A frame from outside arrives at a tap at its timestamp, and comes to rest. Takes the frame. */
    public void arrive(TapInterface tap, Frame frame, long timeNs) {
        kernel.advanceTo(timeNs);
        frame.history().setId(++frames);
        frame.setTimestampNs(kernel.wallNs());
        accounts().injected(frame);
        if (frame.length() < EthernetHeader.LENGTH) {
            kernel.drop(frame, tap.namespace(), tap.name(), DropReason.RUNT_AT_INJECTION);
        } else if (!tap.isUp()) {
            tap.refuse(frame);
        } else {
            tap.arrive(frame);
        }
        kernel.executor().settle();
    }

    public Namespace namespaceOf(Device device) {
        return namespaces.get(device.namespace());
    }

    /** Null when there is none by that name. */
    public Namespace namespace(String name) {
        return namespaces.get(name);
    }

    /** What else users may call namespaces. */
    public Nicknames nicknames() {
        return nicknames;
    }

    /** The namespace that a user calls so, by its name or another; null when there is none. */
    public Namespace find(String called) {
        Namespace named = namespace(called);
        String other = named == null ? nicknames.namespaceOf(called) : null;
        return other == null ? named : namespace(other);
    }

    /** In the order in which they were added. */
    public List<Namespace> namespaces() {
        return new ArrayList<>(namespaces.values());
    }

    /**
     * Sends a frame by a device at its timestamp, as a packet socket would, and lets it come to rest. Takes the frame;
     * one that the device could not have sent is counted and dropped ({@code af_packet.c:packet_snd()}).
     */
    public void inject(Device device, Frame frame, long timeNs) {
        kernel.advanceTo(timeNs);
        enter(device, frame);
        kernel.executor().settle();
    }

    /** As {@link #inject}, without letting the frame come to rest: for bursts through a staged executor. */
    public void enter(Device device, Frame frame) {
        frame.history().setId(++frames);
        frame.setTimestampNs(kernel.wallNs());
        frame.setPacketType(PacketType.OUTGOING);
        frame.setSocket(PacketSocket.PROGRAM);
        accounts().injected(frame);
        if (!device.isUp()) {
            kernel.drop(frame, device.namespace(), device.name(), DropReason.DEV_DOWN);
        } else if (frame.length() < EthernetHeader.LENGTH) {
            kernel.drop(frame, device.namespace(), device.name(), DropReason.RUNT_AT_INJECTION);
        } else if (frame.length() > largest(device, frame) && frame.segmentBytes() == 0) {
            kernel.drop(frame, device.namespace(), device.name(), DropReason.OVER_MTU_AT_INJECTION);
        } else {
            device.transmit().receive(frame);
        }
    }

    /**
     * Sends the IPv4 packet in a frame from a namespace's own stack at its timestamp, as a raw socket with
     * {@code IP_HDRINCL} would, and lets it come to rest. Takes the frame; what the socket refuses is counted and dropped.
     *
     * @return null when it was sent, else why the socket refused it
     */
    public DropReason sendRaw(Namespace namespace, Frame frame, long timeNs) {
        kernel.advanceTo(timeNs);
        frame.history().setId(++frames);
        frame.setTimestampNs(kernel.wallNs());
        accounts().injected(frame);
        RawSocket socket = new RawSocket(namespace.stack());
        DropReason refused = socket.send(frame);
        if (refused != null) {
            kernel.drop(frame, namespace.name(), "output", refused);
        }
        kernel.executor().settle();
        return refused == null ? socket.failure() : refused;
    }

    private static int largest(Device device, Frame frame) {
        boolean tagged = EthernetHeader.type(frame) == EthernetHeader.TYPE_VLAN && !(device instanceof Loopback);
        int tag = tagged ? VlanTag.LENGTH : 0;
        return device.mtu() + EthernetHeader.LENGTH + tag;
    }
}

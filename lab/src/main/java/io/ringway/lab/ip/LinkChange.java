package io.ringway.lab.ip;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.Loopback;
import io.ringway.engine.device.Veth;
import io.ringway.engine.vxlan.Vxlan;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;

/**
 * Common options done to a device, in the kernel's order: namespace, address, MTU, name, master, flags
 * ({@code rtnetlink.c:do_setlink()}). All are checked first; the kernel would do those before the one that fails.
 */
final class LinkChange {
    private final Arguments args;
    private final Network network;
    private final LinkOptions options;

    LinkChange(Arguments args, Scene scene, LinkOptions options) {
        this.args = args;
        network = scene.network();
        this.options = options;
    }

    /** Refuses what the kernel would refuse. */
    void check(Device device) {
        Namespace from = network.namespaceOf(device);
        Namespace target = options.netns == null ? from : options.netns;
        boolean moves = target != from;
        if (moves && !(device instanceof Veth) && !(device instanceof Vxlan)) {
            throw Words.kernel(args, "Error: The interface netns is immutable.");
        }
        String name = options.name == null ? device.name() : options.name;
        Device other = target.device(name);
        if (other != null && other != device) {
            throw options.exists();
        }
        if (options.index != null && !moves) {
            throw args.refuse(
                    255, "index can be used only when creating devices or when moving device to another netns.");
        }
        if (options.index != null && target.device(options.index) != null) {
            throw Words.answers(args, "Device or resource busy");
        }
        if (device instanceof Loopback && (options.mac != null || options.mtu != null)) {
            throw args.notModelled("another address or MTU of lo");
        }
        options.checkValues();
        if (options.mtu != null && device instanceof Vxlan vxlan && options.mtu > vxlan.maxMtu()) {
            throw Words.answers(args, "Invalid argument");
        }
        if (options.name != null) {
            Words.checkNewName(args, options.name);
        }
        checkMaster(device, moves);
    }

    private void checkMaster(Device device, boolean moves) {
        if (options.master == null) {
            return;
        }
        if (moves) {
            throw args.notModelled("netns and master in one command");
        }
        checkMaster(args, options.master, device instanceof Bridge, device instanceof Loopback);
    }

    /** What {@code br_add_if()} refuses. */
    static void checkMaster(Arguments args, Device master, boolean bridge, boolean loopback) {
        if (!(master instanceof Bridge)) {
            throw Words.answers(args, "Operation not supported");
        }
        if (loopback) {
            throw Words.answers(args, "Invalid argument");
        }
        if (bridge) {
            throw Words.kernel(args, "Error: Can not enslave a bridge to a bridge.");
        }
    }

    void apply(Device device) {
        Namespace namespace = network.namespaceOf(device);
        if (options.netns != null && options.netns != namespace) {
            network.move(device, options.netns, options.name, options.index == null ? 0 : options.index);
            namespace = options.netns;
        } else if (options.name != null) {
            namespace.rename(device, options.name);
        }
        if (options.mac != null) {
            device.setMac(options.mac);
        }
        if (options.mtu != null) {
            device.setMtu(options.mtu);
        }
        enslave(device);
        if (options.up != null) {
            namespace.setUp(device, options.up);
        }
        numberPeer(device);
    }

    private void enslave(Device device) {
        boolean same = device.port() != null && device.port().bridge() == options.master;
        if (device.port() != null && !same && (options.noMaster || options.master != null)) {
            device.port().bridge().removePort(device.port());
        }
        if (options.master instanceof Bridge bridge && !same) {
            bridge.addPort(device);
        }
    }

    /** The notification names the namespace of a veth's peer by a number ({@code rtnl_fill_link_netnsid()}). */
    void numberPeer(Device device) {
        if (device instanceof Vxlan vxlan && !vxlan.home().name().equals(vxlan.namespace())) {
            network.namespaceOf(vxlan).idOf(network.namespace(vxlan.home().name()));
        }
        if (device instanceof Veth veth && !veth.peer().namespace().equals(veth.namespace())) {
            network.namespaceOf(veth).idOf(network.namespaceOf(veth.peer()));
        }
    }
}

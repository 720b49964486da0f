package io.ringway.lab.ip;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.Ipvlan;
import io.ringway.engine.device.Loopback;
import io.ringway.engine.device.Macvlan;
import io.ringway.engine.device.MacvlanMode;
import io.ringway.engine.device.TapInterface;
import io.ringway.engine.device.VlanDevice;
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
        if (moves && (device instanceof Bridge || device instanceof Loopback)) {
            throw Words.kernel(args, "Error: The interface netns is immutable.");
        }
        String name = options.name == null ? device.name() : options.name;
        Device other = target.device(name);
        if (other != null && other != device) {
            boolean moved = moves && options.name == null;
            throw moved
                    ? Words.kernel(args, "Error: An interface with the same name exists in the target netns.")
                    : options.exists();
        }
        if (options.index != null && !moves) {
            throw args.refuse(
                    255, "index can be used only when creating devices or when moving device to another netns.");
        }
        if (options.index != null && target.device(options.index) != null) {
            throw Words.kernel(args, "Error: The ifindex " + options.index + " is not available in the target netns.");
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
        if (options.link != null) {
            throw args.notModelled("ip link set … link");
        }
        checkStacked(device);
    }

    /** What drivers of stacked devices and of taps refuse. */
    private void checkStacked(Device device) {
        if (device instanceof Macvlan macvlan) {
            long mac = options.mac == null ? macvlan.mac() : options.mac;
            boolean goesUp = Boolean.TRUE.equals(options.up) && !macvlan.isUp();
            boolean passthru = macvlan.mode() == MacvlanMode.PASSTHRU;
            if (!passthru && (goesUp || mac != macvlan.mac()) && macvlan.isBusy(mac)) {
                throw Words.answers(args, "Address already in use");
            }
            if (options.mtu != null && options.mtu > macvlan.lower().mtu()) {
                throw Words.answers(args, "Invalid argument");
            }
        } else if (device instanceof VlanDevice vlan) {
            if (options.mtu != null && options.mtu > vlan.lower().mtu()) {
                throw Words.answers(args, "Numerical result out of range");
            }
            boolean goesUp = Boolean.TRUE.equals(options.up) && !vlan.isUp();
            if (goesUp && !vlan.lower().isUp() && !vlan.isLooselyBound()) {
                throw Words.answers(args, "Network is down");
            }
        } else if (device instanceof Ipvlan && options.mac != null && options.mac != device.mac()) {
            throw Words.answers(args, "Operation not supported");
        } else if (device instanceof TapInterface && options.mtu != null && options.mtu > TapInterface.LARGEST_MTU) {
            throw Words.kernel(args, "Error: mtu greater than device maximum.");
        }
    }

    private void checkMaster(Device device, boolean moves) {
        if (options.master == null) {
            return;
        }
        if (moves) {
            throw args.notModelled("netns and master in one command");
        }
        checkMaster(
                args, options.master, device instanceof Bridge, device instanceof Loopback || device instanceof Ipvlan);
        if (device.reception().hasHandler() && device.port() == null) {
            throw Words.answers(args, "Device or resource busy");
        }
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
            int before = device.mtu();
            device.setMtu(options.mtu);
            namespace.stack().linkEvents().mtuChanged(device, before);
        }
        enslave(device);
        options.applyFlags(device);
        if (options.up != null) {
            namespace.setUp(device, options.up);
        }
        numberLinked(device);
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

    /** The notification names the namespace of what is linked by a number ({@code rtnl_fill_link_netnsid()}). */
    void numberLinked(Device device) {
        if (device instanceof Vxlan vxlan && !vxlan.home().name().equals(vxlan.namespace())) {
            network.namespaceOf(vxlan).idOf(network.namespace(vxlan.home().name()));
        }
        Device linked = device.linked();
        if (linked != null && !linked.namespace().equals(device.namespace())) {
            network.namespaceOf(device).idOf(network.namespaceOf(linked));
        }
    }
}

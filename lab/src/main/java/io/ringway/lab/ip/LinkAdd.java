package io.ringway.lab.ip;

import io.ringway.engine.Namespace;
import io.ringway.engine.core.Kernel;
import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.Veth;
import io.ringway.engine.ipv4.Ipv4Stack;
import io.ringway.engine.vxlan.Vxlan;
import io.ringway.engine.vxlan.VxlanConfig;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import java.util.Set;

/** {@code ip link add … type veth|bridge …} ({@code rtnetlink.c:rtnl_newlink()}, {@code veth.c:veth_newlink()}). */
final class LinkAdd implements Verb.Action {
    private static final Set<String> KINDS_OF_LINUX = Set.of(
            "macvlan",
            "macvtap",
            "ipvlan",
            "vlan",
            "dummy",
            "bond",
            "gre",
            "gretap",
            "ipip",
            "sit",
            "geneve",
            "vrf",
            "ifb",
            "tun",
            "wireguard",
            "vcan",
            "team",
            "veth",
            "bridge",
            "macsec",
            "nlmon",
            "ip6tnl",
            "xfrm");

    /** A locally administered unicast address ({@code eth_random_addr()}). */
    private static final long LOCAL_BIT = 0x0200_0000_0000L;

    private static final long RANDOM_BITS = 0xfcff_ffff_ffffL;

    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions show) {
        LinkOptions options = LinkOptions.read(args, scene);
        if (options.kind == null) {
            throw args.refuse(1, "Not enough information: \"type\" argument is required");
        }
        switch (options.kind) {
            case "veth" -> addVeth(args, scene, options);
            case "bridge" -> addBridge(args, scene, options);
            case "vxlan" -> {
                return addVxlan(args, scene, options);
            }
            default -> {
                if (KINDS_OF_LINUX.contains(options.kind)) {
                    throw args.notModelled("a link of type " + options.kind);
                }
                throw Words.kernel(args, "Error: Unknown device type.");
            }
        }
        return CommandResult.SILENT;
    }

    private static void addBridge(Arguments args, Scene scene, LinkOptions options) {
        BridgeOptions bridgeOptions = BridgeOptions.read(args);
        Namespace namespace = options.netns == null ? scene.namespace() : options.netns;
        String name = newName(args, options, namespace, "bridge", null);
        if (options.master != null) {
            LinkChange.checkMaster(args, options.master, true, false);
        }
        bridgeOptions.check();
        long mac = options.mac == null ? randomMac(scene, namespace, name) : options.mac;
        Bridge bridge = new Bridge(scene.network().kernel(), name, mac, options.mac != null);
        namespace.add(bridge, index(options));
        bridgeOptions.apply(bridge);
        finish(bridge, namespace, options);
    }

    private static void addVeth(Arguments args, Scene scene, LinkOptions options) {
        LinkOptions peerOptions = peer(args, scene);
        Namespace namespace = options.netns == null ? scene.namespace() : options.netns;
        Namespace peerNamespace = peerOptions.netns == null ? scene.namespace() : peerOptions.netns;
        String wanted = options.name == null ? options.device : options.name;
        String peerName = newName(args, peerOptions, peerNamespace, "veth", null);
        String name = newName(args, options, namespace, "veth", namespace == peerNamespace ? peerName : null);
        boolean sameIndex = options.index != null && options.index.equals(peerOptions.index);
        if (namespace == peerNamespace && (sameIndex || peerName.equals(wanted))) {
            throw options.exists();
        }
        checkMaster(args, options, namespace, scene);
        checkMaster(args, peerOptions, peerNamespace, scene);
        Kernel kernel = scene.network().kernel();
        long mac = options.mac == null ? randomMac(scene, namespace, name) : options.mac;
        long peerMac = peerOptions.mac == null ? randomMac(scene, peerNamespace, peerName) : peerOptions.mac;
        Veth[] ends = Veth.pair(kernel, name, mac, peerName, peerMac);
        peerNamespace.add(ends[1], index(peerOptions));
        namespace.add(ends[0], index(options));
        new LinkChange(args, scene, options).numberPeer(ends[0]);
        finish(ends[1], peerNamespace, peerOptions);
        finish(ends[0], namespace, options);
    }

    private static CommandResult addVxlan(Arguments args, Scene scene, LinkOptions options) {
        VxlanOptions vxlanOptions = VxlanOptions.read(args, scene);
        Namespace namespace = options.netns == null ? scene.namespace() : options.netns;
        String name = newName(args, options, namespace, "vxlan", null);
        checkMaster(args, options, namespace, scene);
        VxlanConfig config = vxlanOptions.config();
        Ipv4Stack home = scene.namespace().stack();
        for (Namespace other : scene.network().namespaces()) {
            for (Device device : other.devices()) {
                if (device instanceof Vxlan vxlan && vxlan.sharesTunnelWith(home, config)) {
                    throw Words.kernel(
                            args,
                            vxlanOptions.warning() + "Error: A VXLAN device with the specified VNI already exists.");
                }
            }
        }
        long mac = options.mac == null ? randomMac(scene, namespace, name) : options.mac;
        Vxlan vxlan = new Vxlan(scene.network().kernel(), home, name, mac, config);
        namespace.add(vxlan, index(options));
        if (options.mtu != null) {
            options.mtu = Math.min(options.mtu, vxlan.maxMtu());
        }
        finish(vxlan, namespace, options);
        return new CommandResult(0, "", vxlanOptions.warning());
    }

    private static LinkOptions peer(Arguments args, Scene scene) {
        if (args.hasNext() && !args.take("peer")) {
            args.next();
            throw args.refuse(
                    1, "Usage: ip link <options> type veth [peer <options>]\nTo get <options> type 'ip link add help'");
        }
        LinkOptions options = LinkOptions.read(args, scene);
        if (options.kind != null) {
            throw args.notModelled("a type of the peer's own");
        }
        return options;
    }

    private static void checkMaster(Arguments args, LinkOptions options, Namespace namespace, Scene scene) {
        if (options.master == null) {
            return;
        }
        if (namespace != scene.namespace()) {
            throw args.notModelled("netns and master in one command");
        }
        LinkChange.checkMaster(args, options.master, false, false);
    }

    private static int index(LinkOptions options) {
        return options.index == null ? 0 : options.index;
    }

    /** The new device's name, checked with the other values; numbered by the kind where none was given. */
    private static String newName(
            Arguments args, LinkOptions options, Namespace namespace, String kind, String alsoTaken) {
        String name = options.name == null ? options.device : options.name;
        if (name == null) {
            int number = 0;
            while (namespace.device(kind + number) != null || (kind + number).equals(alsoTaken)) {
                number++;
            }
            name = kind + number;
        }
        Words.checkNewName(args, name);
        if (namespace.device(name) != null || (options.index != null && namespace.device(options.index) != null)) {
            throw options.exists();
        }
        options.checkValues();
        return name;
    }

    private static long randomMac(Scene scene, Namespace namespace, String name) {
        long bits = scene.network().kernel().randomness().stream(namespace.name()).stream("mac").stream(name)
                .bits(0);
        return (bits & RANDOM_BITS) | LOCAL_BIT;
    }

    private static void finish(Device device, Namespace namespace, LinkOptions options) {
        if (options.mtu != null) {
            device.startWithMtu(options.mtu);
        }
        if (options.master instanceof Bridge bridge) {
            bridge.addPort(device);
        }
        if (Boolean.TRUE.equals(options.up)) {
            namespace.setUp(device, true);
        }
    }
}

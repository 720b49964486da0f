package io.ringway.lab.ip;

import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import java.util.Map;
import java.util.Set;

/** {@code ip link add … type KIND …} ({@code rtnetlink.c:rtnl_newlink()}). */
final class LinkAdd implements Verb.Action {
    private static final Map<String, LinkKind> KINDS = Map.of(
            "veth", new VethKind(),
            "bridge", new BridgeKind(),
            "macvlan", new MacvlanKind(),
            "ipvlan", new IpvlanKind(),
            "vlan", new VlanKind(),
            "dummy", new DummyKind(),
            "vxlan", new VxlanKind());

    private static final Set<String> OTHER_KINDS_OF_LINUX = Set.of(
            "macvtap",
            "ipvtap",
            "bond",
            "gre",
            "gretap",
            "erspan",
            "ipip",
            "sit",
            "geneve",
            "vrf",
            "ifb",
            "wireguard",
            "vcan",
            "team",
            "macsec",
            "nlmon",
            "ip6tnl",
            "ip6gre",
            "vti",
            "xfrm",
            "bareudp",
            "netdevsim",
            "hsr",
            "amt");

    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions show) {
        LinkOptions options = LinkOptions.read(args, scene);
        if (options.kind == null) {
            throw args.refuse(1, "Not enough information: \"type\" argument is required");
        }
        LinkKind kind = KINDS.get(options.kind);
        if (kind == null) {
            refuse(args, options.kind);
        }
        return kind.add(new NewLink(args, scene, options));
    }

    private static void refuse(Arguments args, String kind) {
        if (OTHER_KINDS_OF_LINUX.contains(kind)) {
            throw args.notModelled("a link of type " + kind);
        }
        if (kind.equals("tun")) {
            throw Words.kernel(args, "Error: tun/tap creation via rtnetlink is not supported.");
        }
        throw Words.kernel(args, "Error: Unknown device type.");
    }
}

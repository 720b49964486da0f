package io.ringway.lab.command;

import io.ringway.lab.CommandResult;
import java.util.Set;

/**
 * {@code ethtool -K DEV FEATURE off …}: accepted, for the model has no offloads; to switch one on is refused.
 */
final class EthtoolCommand implements Command {
    private static final Set<String> FEATURES = Set.of(
            "rx",
            "tx",
            "sg",
            "tso",
            "ufo",
            "gso",
            "gro",
            "lro",
            "rxvlan",
            "txvlan",
            "ntuple",
            "rxhash",
            "rx-checksumming",
            "tx-checksumming",
            "scatter-gather",
            "tcp-segmentation-offload",
            "generic-segmentation-offload",
            "generic-receive-offload",
            "large-receive-offload",
            "tx-checksum-ip-generic",
            "tx-checksum-sctp",
            "tx-tcp-segmentation",
            "tx-udp-segmentation",
            "rx-gro-list",
            "rx-udp-gro-forwarding");

    @Override
    public String name() {
        return "ethtool";
    }

    @Override
    public CommandResult run(Arguments args, Scene scene) {
        if (!args.hasNext() || !Set.of("-K", "--offload", "--features").contains(args.next())) {
            throw args.notModelled("ethtool but for ethtool -K");
        }
        if (!args.hasNext()) {
            throw args.refuse(1, "ethtool: bad command line argument(s)");
        }
        if (scene.namespace().device(args.next()) == null) {
            throw args.refuse(92, "netlink error: No such device");
        }
        while (args.hasNext()) {
            String feature = args.next();
            if (!FEATURES.contains(feature)) {
                throw args.refuse(92, "netlink error: bit name not found");
            }
            if (!args.hasNext() || !Set.of("on", "off").contains(args.next())) {
                throw args.refuse(
                        1, "ethtool (-K): flag '(null)' for parameter '(null)' is not followed by 'on' or 'off'");
            }
            if (args.last().equals("on")) {
                throw args.notModelled("offloading (" + feature + " on)");
            }
        }
        return CommandResult.SILENT;
    }
}

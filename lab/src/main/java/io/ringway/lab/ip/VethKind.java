package io.ringway.lab.ip;

import io.ringway.engine.device.Veth;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;

/** {@code type veth [peer …]} ({@code veth.c:veth_newlink()}). */
final class VethKind implements LinkKind {
    @Override
    public CommandResult add(NewLink link) {
        LinkOptions options = link.options();
        NewLink other = new NewLink(link.args(), link.scene(), peer(link.args(), link.scene()));
        String wanted = link.wantedName();
        boolean together = link.namespace() == other.namespace();
        String peerName = other.newName("veth", null);
        String name = link.newName("veth", together ? peerName : null);
        boolean sameIndex = options.index != null && options.index.equals(other.options().index);
        if (together && (sameIndex || peerName.equals(wanted))) {
            throw options.exists();
        }
        link.checkMaster(false);
        other.checkMaster(false);
        Veth[] ends = Veth.pair(link.kernel(), name, link.mac(name), peerName, other.mac(peerName));
        other.place(ends[1]);
        link.place(ends[0]);
        new LinkChange(link.args(), link.scene(), options).numberLinked(ends[0]);
        other.finish(ends[1]);
        link.finish(ends[0]);
        return CommandResult.SILENT;
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
}

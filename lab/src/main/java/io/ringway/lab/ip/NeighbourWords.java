package io.ringway.lab.ip;

import io.ringway.engine.ipv4.Neighbour;
import io.ringway.engine.ipv4.NeighbourFlags;
import io.ringway.lab.command.Arguments;

/** The words of {@code ip neigh add} that say more of an entry than its address and state. */
final class NeighbourWords {
    private boolean router;
    private boolean externLearned;
    private boolean use;
    private int protocol;
    private String last;

    void take(Arguments args) {
        last = args.last();
        switch (last) {
            case "router" -> router = true;
            case "use" -> use = true;
            case "extern_learn" -> externLearned = true;
            default -> protocol = RouteWords.protocol(args, "\"protocol\" value is invalid\n");
        }
    }

    void refuseForProxy(Arguments args) {
        if (last != null) {
            throw args.notModelled("ip neigh … proxy … " + last);
        }
    }

    /** Whether the neighbour is looked for, whatever else was said. */
    boolean uses() {
        return use;
    }

    /** Each command sets all flags anew, but {@code use}, which leaves the router be ({@code __neigh_update()}). */
    void apply(Neighbour neighbour) {
        NeighbourFlags flags = neighbour.flags();
        flags.setExternLearned(externLearned);
        if (!use) {
            flags.setRouter(router);
        }
        if (protocol != 0) {
            flags.setProtocol(protocol);
        }
    }
}

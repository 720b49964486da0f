package io.ringway.engine.ipv4;

import io.ringway.engine.core.Timer;
import java.util.function.Consumer;

/** A group that an interface has joined ({@code struct ip_mc_list}), in exclude mode without sources: all of its traffic. */
public final class IgmpGroup {
    final int address;
    final Timer timer;
    int users = 1;
    boolean loaded;

    /** How many times it is still to be told that the group was joined (version 3). */
    int changes;

    /** The same of version 2, the first report included. */
    int unsolicited;

    /** Whether it was this host that reported the group last. */
    boolean reporter;

    /** @param expired what the group's own timer does */
    IgmpGroup(int address, int unsolicited, Consumer<IgmpGroup> expired) {
        this.address = address;
        this.unsolicited = unsolicited;
        timer = new Timer(() -> expired.accept(this));
    }

    public int address() {
        return address;
    }

    public int users() {
        return users;
    }
}

package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.NamespaceState;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;

/** {@code -m recent} (xt_recent.c:recent_mt()): addresses that were seen, in a list that rules share by its name. */
public final class RecentMatch implements Match {
    /** {@code XT_RECENT_MAX_NSTAMPS}. */
    private static final int MAX_TIMES = 65_536;

    /** How many times of an address are kept where no rule counts hits. */
    private static final int DEFAULT_CAPACITY = 32;

    public static final Extension<Match> EXTENSION =
            Extension.of("recent", RecentReading::new, RecentReading.options());

    /** What the rule does with the list, in the order of the options. */
    enum Action {
        SET,
        CHECK,
        UPDATE,
        REMOVE
    }

    /**
     * What a rule says.
     *
     * @param seconds 0 without limit, up to 32 bits
     * @param hits 0 for any, up to 32 bits
     */
    record Spec(
            Action action,
            boolean inverted,
            long seconds,
            boolean reap,
            long hits,
            boolean sameTtl,
            String name,
            boolean destination,
            int mask) {}

    private final Spec spec;
    private final long jiffies;
    private RecentTable table;

    RecentMatch(Spec spec) {
        this.spec = spec;
        // The kernel multiplies in 32 bits.
        this.jiffies = spec.seconds * Jiffies.PER_SECOND & 0xffff_ffffL;
    }

    @Override
    public Match fresh() {
        return new RecentMatch(spec);
    }

    @Override
    public String refusedWith() {
        boolean looks = spec.action == Action.CHECK || spec.action == Action.UPDATE;
        boolean sound = looks || (spec.seconds == 0 && spec.hits == 0 && !spec.reap && !spec.sameTtl);
        return sound && spec.hits < MAX_TIMES && ProcName.isAllowed(spec.name) ? null : "Invalid argument";
    }

    @Override
    public boolean joinsNamespace() {
        return true;
    }

    @Override
    public void enter(NamespaceState state) {
        table = state.take(RecentTable.class, spec.name, () -> new RecentTable(spec.mask));
        table.wants(capacity());
    }

    private int capacity() {
        int hits = (int) spec.hits;
        int roundedUp = hits <= 1 ? 1 : Integer.highestOneBit(hits - 1) << 1;
        return hits == 0 ? DEFAULT_CAPACITY : roundedUp;
    }

    @Override
    public void leave(NamespaceState state) {
        state.release(RecentTable.class, spec.name);
    }

    @Override
    public String name() {
        return "recent";
    }

    @Override
    public boolean matches(Packet packet) {
        int address = spec.destination ? packet.destination() : packet.source();
        int ttl = ttl(packet);
        long now = Jiffies.at(packet.view().nowNs());
        RecentTable.Entry entry = table.find(address, spec.sameTtl ? ttl : 0);
        if (entry == null) {
            if (spec.action != Action.SET) {
                return spec.inverted;
            }
            table.add(address, ttl, now);
            return !spec.inverted;
        }
        switch (spec.action) {
            case SET -> {
                table.update(entry, ttl, now);
                return !spec.inverted;
            }
            case REMOVE -> {
                table.remove(entry);
                return !spec.inverted;
            }
            default -> {
                return look(entry, ttl, now);
            }
        }
    }

    private boolean look(RecentTable.Entry entry, int ttl, long now) {
        long since = now - jiffies;
        boolean seen = RecentTable.wasSeen(entry, (int) spec.hits, spec.seconds != 0, since);
        boolean matches = seen != spec.inverted;
        boolean updates = spec.action == Action.UPDATE && matches;
        if (spec.reap) {
            table.reap(since, updates ? entry : null);
        }
        if (updates) {
            table.update(entry, ttl, now);
        }
        return matches;
    }

    /** As the packet came: forwarding has taken one off already. */
    private static int ttl(Packet packet) {
        int ttl = Ipv4Header.ttl(packet.frame(), packet.frame().networkOffset());
        boolean forwarded = packet.egress() != 0 && packet.ingress() != 0;
        return forwarded ? (ttl + 1) & 0xff : ttl;
    }

    @Override
    public void save(StringBuilder out) {
        String[] words = {" --set", " --rcheck", " --update", " --remove"};
        out.append(spec.inverted ? " !" : "").append(words[spec.action.ordinal()]);
        append(out, " --seconds ", " --reap", " --hitcount ", " --rttl", " --name ");
        out.append(" --mask ").append(Ipv4Address.format(spec.mask));
        out.append(spec.destination ? " --rdest" : " --rsource");
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(spec.inverted ? " ! recent: " : " recent: ").append(spec.action);
        append(out, " seconds: ", " reap", " hit_count: ", " TTL-Match", " name: ");
        out.append(spec.destination ? " side: dest" : " side: source");
        out.append(" mask: ").append(Ipv4Address.format(spec.mask));
    }

    private void append(StringBuilder out, String seconds, String reap, String hits, String ttl, String name) {
        if (spec.seconds != 0) {
            // The tool prints it with a sign.
            out.append(seconds).append((int) spec.seconds);
        }
        out.append(spec.reap ? reap : "");
        if (spec.hits != 0) {
            out.append(hits).append(spec.hits);
        }
        out.append(spec.sameTtl ? ttl : "").append(name).append(spec.name);
    }
}

package io.ringway.nat;

import io.ringway.nat.conntrack.Connections;
import io.ringway.nat.conntrack.Ctnetlink;
import io.ringway.nat.conntrack.Nat;
import io.ringway.nat.conntrack.TrackingLimits;
import io.ringway.nat.rules.RestoreOptions;
import io.ringway.nat.rules.RuleTables;
import io.ringway.nat.rules.RuleTrace;
import io.ringway.nat.rules.extension.NamespaceState;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.ip6.Ip6Tables;
import io.ringway.nat.set.IpSets;
import io.ringway.packet.Frame;
import io.ringway.packet.Randomness;

/**
 * Netfilter of one namespace: its tables and its connections, asked once per hook and packet.
 *
 * <p>Precondition of every call with a frame: its IPv4 header was checked and network and transport offsets are set.
 */
public final class Netfilter {
    /** A program's packet, one that is received while a copy of it is sent, and a copy of that one. */
    private static final int DEPTH = 3;

    private final IpSets sets;
    private final NamespaceState state;
    private final Ip6Tables ip6Tables = new Ip6Tables();
    private final RuleTables tables;
    private final Connections connections;
    private final Ctnetlink ctnetlink;
    private final Nat nat;
    private final HookRun[] runs = new HookRun[DEPTH];
    private Rejection rejection;

    /** On a machine of its own. */
    public Netfilter(NamespaceView view, Randomness randomness) {
        this(view, randomness, new TrackingLimits());
    }

    public Netfilter(NamespaceView view, Randomness randomness, TrackingLimits limits) {
        this.connections = new Connections(view, limits);
        this.sets = new IpSets(view::nowNs, randomness.stream("ipset"));
        this.state = new NamespaceState(connections, sets);
        this.tables = new RuleTables(state);
        nat = new Nat(connections, view, randomness.stream("nat"));
        ctnetlink = new Ctnetlink(connections, nat, view);
        for (int i = 0; i < DEPTH; i++) {
            Randomness statistic = randomness.stream(i == 0 ? "statistic" : "statistic of copies " + i);
            runs[i] = new HookRun(tables, connections, nat, new Packet(view, nat, statistic));
        }
    }

    /**
     * Runs everything that stands at this hook in the order of its priorities, except {@link #confirm}. A rule may send a copy of
     * its packet meanwhile, which runs by itself, as does what is received then.
     *
     * @return whether the packet goes on; if not, the caller drops it
     */
    public boolean run(Hook hook, Frame frame) {
        if (!tables.standAt(hook)) {
            return true;
        }
        int depth = 0;
        while (runs[depth].isRunning()) {
            depth++;
        }
        HookRun run = runs[depth];
        boolean goesOn = run.run(hook, frame);
        rejection = run.rejection();
        return goesOn;
    }

    /** What the sender of the packet that {@link #run} just dropped is to be told; null for nothing. */
    public Rejection rejection() {
        return rejection;
    }

    /**
     * The last step of INPUT and POSTROUTING: a new connection enters the table ({@code nf_conntrack_confirm()}).
     *
     * @return false when the packet lost a clash and is dropped
     */
    public boolean confirm(Frame frame) {
        return !tables.needsTracking() || frame.connection() == null || connections.confirm(frame);
    }

    /** Whether some rule of this namespace needs conntrack. */
    public boolean tracking() {
        return tables.needsTracking();
    }

    /**
     * Whether conntrack summed the packet up: then nobody need read it any more to know that its checksum is wrong
     * ({@code skbuff.c:__skb_checksum_complete()}).
     */
    public boolean hasSummed(Frame frame) {
        return tables.needsTracking() && connections.verifies(frame);
    }

    /** Whether fragments are reassembled before PREROUTING and OUTPUT: for conntrack, or for a rule that wants it. */
    public boolean reassembles() {
        return tables.needsTracking() || state.reassembles();
    }

    /** The rules of this namespace, to be changed by iptables commands. */
    public RuleTables tables() {
        return tables;
    }

    /** The sets of this namespace, to be changed by ipset commands. */
    public IpSets sets() {
        return sets;
    }

    /** What ip6tables was told: kept as text, held against nothing. */
    public Ip6Tables ip6Tables() {
        return ip6Tables;
    }

    /** The connections of this namespace. */
    public Connections connections() {
        return connections;
    }

    /** The connections as programs see and change them. */
    public Ctnetlink ctnetlink() {
        return ctnetlink;
    }

    /** The translation of this namespace's packets. */
    public Nat nat() {
        return nat;
    }

    /** What the rules of this namespace share. */
    public NamespaceState state() {
        return state;
    }

    /** What {@code iptables-restore} does with this text; returns what it prints, mostly "". */
    public String restore(String text, RestoreOptions options) {
        return tables.restore(text, options);
    }

    /** What {@code iptables-save}, with {@code -c} if {@code counters}, prints about all tables that exist. */
    public String save(boolean counters) {
        return tables.save(null, counters);
    }

    /** Has every verdict and rewriting told to {@code trace}, or to nobody when it is null. */
    public void setTrace(RuleTrace trace) {
        for (HookRun run : runs) {
            run.setTrace(trace);
        }
    }
}

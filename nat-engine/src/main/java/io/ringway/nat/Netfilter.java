package io.ringway.nat;

import io.ringway.nat.rules.RestoreOptions;
import io.ringway.nat.rules.RuleTables;
import io.ringway.nat.rules.RuleTrace;
import io.ringway.packet.Frame;
import io.ringway.packet.Randomness;

/**
 * Netfilter of one namespace: its tables and its connections, asked once per hook and packet.
 *
 * <p>Precondition of every call with a frame: its IPv4 header was checked and network and transport offsets are set.
 */
public final class Netfilter {
    private final NamespaceView view;
    private final Randomness randomness;
    private final RuleTables tables = new RuleTables();
    private RuleTrace trace;

    public Netfilter(NamespaceView view, Randomness randomness) {
        this.view = view;
        this.randomness = randomness;
    }

    /**
     * Runs everything that stands at this hook in the order of its priorities, except {@link #confirm}.
     *
     * @return whether the packet goes on; if not, the caller drops it
     */
    public boolean run(Hook hook, Frame frame) {
        return view != null && randomness != null && hook != null && frame != null;
    }

    /**
     * The last step of INPUT and POSTROUTING: a new connection enters the table ({@code nf_conntrack_confirm()}).
     *
     * @return false when the packet lost a clash and is dropped
     */
    public boolean confirm(Frame frame) {
        return frame != null;
    }

    /** Whether some rule of this namespace needs conntrack, so that fragments are reassembled before PREROUTING. */
    public boolean tracking() {
        return false;
    }

    /** The rules of this namespace, to be changed by iptables commands. */
    public RuleTables tables() {
        return tables;
    }

    /** What {@code iptables-restore} does with this text. */
    public void restore(String text, RestoreOptions options) {
        tables.restore(text, options);
    }

    /** What {@code iptables-save}, with {@code -c} if {@code counters}, prints about all tables that exist. */
    public String save(boolean counters) {
        return tables.save(null, counters);
    }

    /** Has every verdict told to {@code trace}, or to nobody when it is null. */
    public void setTrace(RuleTrace trace) {
        this.trace = trace;
    }

    RuleTrace trace() {
        return trace;
    }
}

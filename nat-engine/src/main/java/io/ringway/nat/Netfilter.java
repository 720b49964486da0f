package io.ringway.nat;

import io.ringway.nat.conntrack.Connections;
import io.ringway.nat.conntrack.Nat;
import io.ringway.nat.rules.RestoreOptions;
import io.ringway.nat.rules.RuleTables;
import io.ringway.nat.rules.RuleTrace;
import io.ringway.nat.rules.RuleWalk;
import io.ringway.nat.rules.extension.NamespaceState;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.Randomness;

/**
 * Netfilter of one namespace: its tables and its connections, asked once per hook and packet.
 *
 * <p>Precondition of every call with a frame: its IPv4 header was checked and network and transport offsets are set.
 */
public final class Netfilter {
    private final NamespaceView view;
    private final NamespaceState state;
    private final RuleTables tables;
    private final RuleWalk walk;
    private final Connections connections;
    private final Nat nat;
    private final Packet packet;
    private final TranslationTrace translationTrace = new TranslationTrace();

    public Netfilter(NamespaceView view, Randomness randomness) {
        this.view = view;
        this.connections = new Connections(view, randomness.stream("conntrack"));
        this.state = new NamespaceState(connections);
        this.tables = new RuleTables(state);
        this.walk = new RuleWalk(tables);
        this.nat = new Nat(connections, view, randomness.stream("nat"));
        this.packet = new Packet(view, nat, randomness.stream("statistic"));
    }

    /**
     * Runs everything that stands at this hook in the order of its priorities, except {@link #confirm}.
     *
     * @return whether the packet goes on; if not, the caller drops it
     */
    public boolean run(Hook hook, Frame frame) {
        if (!tables.standAt(hook)) {
            return true;
        }
        packet.at(hook, frame);
        boolean goesOn = switch (hook) {
            case PREROUTING -> rawAndTrack(hook, frame) && walk.mangle(hook, packet) && translate(hook, frame);
            case OUTPUT ->
                rawAndTrack(hook, frame) && mangleOutput(frame) && translateOutput(frame) && walk.filter(hook, packet);
            case FORWARD -> walk.mangle(hook, packet) && walk.filter(hook, packet);
            case INPUT -> walk.mangle(hook, packet) && walk.filter(hook, packet) && translate(hook, frame);
            case POSTROUTING -> walk.mangle(hook, packet) && translate(hook, frame);
        };
        packet.release();
        return goesOn;
    }

    /** What the sender of the packet that {@link #run} just dropped is to be told; null for nothing. */
    public Rejection rejection() {
        return packet.rejection();
    }

    private boolean rawAndTrack(Hook hook, Frame frame) {
        return walk.raw(hook, packet) && (!tables.needsTracking() || connections.track(hook, frame));
    }

    /**
     * The mangle table's chain OUTPUT routes again when it changed what routes depend on
     * ({@code nft_chain_route.c:nf_route_table_hook4()}).
     */
    private boolean mangleOutput(Frame frame) {
        if (!tables.manglesOutput()) {
            return true;
        }
        int at = frame.networkOffset();
        int mark = frame.mark();
        int typeOfService = Ipv4Header.tos(frame, at);
        if (!walk.mangle(Hook.OUTPUT, packet)) {
            return false;
        }
        boolean asBefore = frame.mark() == mark && Ipv4Header.tos(frame, at) == typeOfService;
        return asBefore || view.routeAgain(frame);
    }

    /** Routes again where the connection goes to another address than its sender asked for ({@code nf_nat_ipv4_local_fn()}). */
    private boolean translateOutput(Frame frame) {
        return translate(Hook.OUTPUT, frame) && (!nat.leadsElsewhere(frame) || view.routeAgain(frame));
    }

    /** NAT at one hook ({@code nf_nat_core.c:nf_nat_inet_fn()}): rules for the first packet, rewriting for all. */
    private boolean translate(Hook hook, Frame frame) {
        if (!tables.translates() || frame.connection() == null) {
            return true;
        }
        if (nat.needsSetup(hook, frame)) {
            if (!walk.nat(hook, packet)) {
                return false;
            }
            // Still so when no rule translated: then the connection is set up to stay as it is.
            if (nat.needsSetup(hook, frame) && !nat.setupNull(hook, frame)) {
                return false;
            }
        }
        translationTrace.before(frame);
        boolean goesOn = nat.translate(hook, frame);
        translationTrace.after(frame, hook);
        return goesOn;
    }

    /**
     * The last step of INPUT and POSTROUTING: a new connection enters the table ({@code nf_conntrack_confirm()}).
     *
     * @return false when the packet lost a clash and is dropped
     */
    public boolean confirm(Frame frame) {
        return !tables.needsTracking() || frame.connection() == null || connections.confirm(frame);
    }

    /** Whether some rule of this namespace needs conntrack, so that fragments are reassembled before PREROUTING. */
    public boolean tracking() {
        return tables.needsTracking();
    }

    /** The rules of this namespace, to be changed by iptables commands. */
    public RuleTables tables() {
        return tables;
    }

    /** The connections of this namespace. */
    public Connections connections() {
        return connections;
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
        walk.setTrace(trace);
        translationTrace.setTrace(trace);
    }
}

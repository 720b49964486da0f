package io.ringway.nat;

import io.ringway.nat.conntrack.Connections;
import io.ringway.nat.conntrack.Nat;
import io.ringway.nat.rules.RuleTables;
import io.ringway.nat.rules.RuleTrace;
import io.ringway.nat.rules.RuleWalk;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;

/** One packet at one hook, from the first table to the last ({@code nf_hook_slow()}). */
final class HookRun {
    private final RuleTables tables;
    private final RuleWalk walk;
    private final Connections connections;
    private final Nat nat;
    private final Packet packet;
    private final TranslationTrace translationTrace = new TranslationTrace();

    HookRun(RuleTables tables, Connections connections, Nat nat, Packet packet) {
        this.tables = tables;
        this.walk = new RuleWalk(tables);
        this.connections = connections;
        this.nat = nat;
        this.packet = packet;
    }

    boolean run(Hook hook, Frame frame) {
        packet.at(hook, frame);
        boolean goesOn = switch (hook) {
            case PREROUTING -> rawAndTrack(hook, frame) && walk.mangle(hook, packet) && translateInput(frame);
            case OUTPUT ->
                rawAndTrack(hook, frame) && mangleOutput(frame) && translateOutput(frame) && walk.filter(hook, packet);
            case FORWARD -> walk.mangle(hook, packet) && walk.filter(hook, packet);
            case INPUT -> walk.mangle(hook, packet) && walk.filter(hook, packet) && translate(hook, frame);
            case POSTROUTING -> walk.mangle(hook, packet) && translate(hook, frame);
        };
        packet.release();
        return goesOn;
    }

    /** Whether a packet stands at a hook right now. */
    boolean isRunning() {
        return packet.frame() != null;
    }

    Rejection rejection() {
        return packet.rejection();
    }

    void setTrace(RuleTrace trace) {
        walk.setTrace(trace);
        translationTrace.setTrace(trace);
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
        return asBefore || packet.view().routeAgain(frame);
    }

    /** What goes elsewhere now loses the route that it brought, over the loopback ({@code nf_nat_ipv4_pre_routing()}). */
    private boolean translateInput(Frame frame) {
        int destination = Ipv4Header.destination(frame, frame.networkOffset());
        boolean goesOn = translate(Hook.PREROUTING, frame);
        if (goesOn && Ipv4Header.destination(frame, frame.networkOffset()) != destination) {
            frame.setRoute(0, 0);
        }
        return goesOn;
    }

    /** Routes again where the connection goes to another address than its sender asked for ({@code nf_nat_ipv4_local_fn()}). */
    private boolean translateOutput(Frame frame) {
        return translate(Hook.OUTPUT, frame)
                && (!nat.leadsElsewhere(frame) || packet.view().routeAgain(frame));
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
}

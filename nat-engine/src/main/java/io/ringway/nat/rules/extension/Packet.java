package io.ringway.nat.rules.extension;

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
    private final NamespaceView view;
    private final Nat nat;
    private final Randomness randomness;
    private long draws;

    private Hook hook;
    private Frame frame;
    private int source;
    private int destination;
    private int protocol;
    private int fragmentOffset;
    private int lengthBytes;
    private int transport;
    private int transportBytes;
    private int ingress;
    private int egress;
    private String in;
    private String out;
    private Rejection rejection;
    private boolean hotDrop;

    /** A packet that no hook has been asked about yet. */
    public Packet(NamespaceView view, Nat nat, Randomness randomness) {
        this.view = view;
        this.nat = nat;
        this.randomness = randomness;
    }

    /** The next of this namespace's random numbers, of 31 bits. */
    public long draw() {
        return randomness.bits(draws++) & 0x7fff_ffff;
    }

    /**
     * Stands at a hook now; nothing more is read before a chain is asked. Its interfaces stay those of this moment, even
     * when a rule has the packet routed again ({@code struct nf_hook_state}); POSTROUTING knows both, for
     * {@code ip_output()} hands the incoming one on.
     */
    public void at(Hook hook, Frame frame) {
        this.hook = hook;
        this.frame = frame;
        rejection = null;
        ingress = hook == Hook.OUTPUT ? 0 : frame.ingressIfindex();
        egress = hook == Hook.PREROUTING || hook == Hook.INPUT ? 0 : frame.egressIfindex();
    }

    /** Reads the frame as it is now: NAT may have changed it since the last chain was asked. */
    public void read() {
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

    public Hook hook() {
        return hook;
    }

    public Frame frame() {
        return frame;
    }

    /** The namespace that asks. */
    public NamespaceView view() {
        return view;
    }

    public Nat nat() {
        return nat;
    }

    public int source() {
        return source;
    }

    public int destination() {
        return destination;
    }

    public int protocol() {
        return protocol;
    }

    /** In units of eight bytes; only a packet or fragment at 0 has a transport header. */
    public int fragmentOffset() {
        return fragmentOffset;
    }

    /** The IP total length: what counters count. */
    public int lengthBytes() {
        return lengthBytes;
    }

    /** Offset of the transport header in the frame. */
    public int transport() {
        return transport;
    }

    /** How many bytes of the transport header and its payload there are. */
    public int transportBytes() {
        return transportBytes;
    }

    /** The interface it came by, 0 when there is none. */
    public int ingress() {
        return ingress;
    }

    /** The interface it leaves by, 0 when there is none, or none yet. */
    public int egress() {
        return egress;
    }

    /** The name of the interface it came by, "" when there is none. */
    public String in() {
        return in;
    }

    /** The name of the interface it leaves by, "" when there is none. */
    public String out() {
        return out;
    }

    /** The name of the bridge port it came by, "" for a packet that no bridge shows to its rules. */
    public String physicalIn() {
        return view.interfaceName(frame.bridgeInfo().portIn());
    }

    /** The name of the bridge port it leaves by, "" where it is not bridged. */
    public String physicalOut() {
        return view.interfaceName(frame.bridgeInfo().portOut());
    }

    /** Drops the packet whatever the other rules say: a match found it too broken to go on ({@code par->hotdrop}). */
    public void dropHot() {
        hotDrop = true;
    }

    public boolean isHotDropped() {
        return hotDrop;
    }

    /** Has the packet's sender told, by the rule that drops it. */
    public void reject(Rejection with) {
        rejection = with;
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

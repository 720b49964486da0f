package io.ringway.packet;

/**
 * How a reassembled packet had been cut, so that it can be cut likewise when it leaves: {@code IPCB->frag_max_size},
 * {@code IPSKB_FRAG_PMTU} and the fragment list that conntrack's reassembly keeps in one {@code sk_buff}.
 */
public final class FragmentGeometry {
    private final int largestBytes;
    private final boolean dontFragment;
    private final int[] payloadBytes;

    /**
     * @param largestBytes length of the largest fragment, its header included
     * @param dontFragment whether the largest fragment must not be fragmented further
     * @param payloadBytes of each fragment, in order; empty where they cannot leave as they came
     */
    public FragmentGeometry(int largestBytes, boolean dontFragment, int[] payloadBytes) {
        this.largestBytes = largestBytes;
        this.dontFragment = dontFragment;
        this.payloadBytes = payloadBytes;
    }

    /** The same for a copy, which does not keep the pieces ({@code pskb_copy()}). */
    public FragmentGeometry withoutPieces() {
        return new FragmentGeometry(largestBytes, dontFragment, new int[0]);
    }

    public int largestBytes() {
        return largestBytes;
    }

    public boolean dontFragment() {
        return dontFragment;
    }

    /** Number of fragments whose size is known, 0 where the packet has to be cut anew. */
    public int count() {
        return payloadBytes.length;
    }

    public int payloadBytes(int fragment) {
        return payloadBytes[fragment];
    }
}

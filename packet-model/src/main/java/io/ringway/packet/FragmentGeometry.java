package io.ringway.packet;

import java.util.Arrays;

/**
 * How a reassembled packet had been cut, so that it can be cut likewise when it leaves: {@code IPCB->frag_max_size},
 * {@code IPSKB_FRAG_PMTU} and the fragment list that conntrack's reassembly keeps in one {@code sk_buff}.
 */
public final class FragmentGeometry {
    private final int largestBytes;
    private final boolean dontFragment;
    private final int[] payloadBytes;

    /**
     * @param largestBytes length of the largest fragment, its header included; 0 where that was forgotten
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

    /**
     * The same after somebody wanted that many bytes of the payload in one piece ({@code pskb_may_pull()}): a first fragment that was
     * shorter grows at the cost of those behind it.
     */
    public FragmentGeometry joined(int bytes) {
        if (payloadBytes.length == 0 || payloadBytes[0] >= bytes) {
            return this;
        }
        int end = payloadBytes[0];
        int fragment = 1;
        while (fragment < payloadBytes.length && end + payloadBytes[fragment] <= bytes) {
            end += payloadBytes[fragment++];
        }
        if (fragment == payloadBytes.length) {
            return withoutPieces();
        }
        int[] pieces = Arrays.copyOfRange(payloadBytes, fragment - 1, payloadBytes.length);
        pieces[0] = bytes;
        pieces[1] -= bytes - end;
        return new FragmentGeometry(largestBytes, dontFragment, pieces);
    }

    /** The same after a stack took the packet in once more, to which its pieces are still known, but not that they were sent so. */
    public FragmentGeometry withoutSizes() {
        return new FragmentGeometry(0, false, payloadBytes);
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

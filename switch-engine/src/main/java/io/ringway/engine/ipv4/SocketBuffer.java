package io.ringway.engine.ipv4;

/** What the kernel charges for a packet that waits ({@code skbuff.c:__alloc_skb()}, measured on frames of a packet socket). */
final class SocketBuffer {
    private static final int DESCRIPTOR = 256;
    private static final int SHARED_INFO = 320;
    private static final int SMALL_HEAD = 576;
    private static final int PAGE = 4096;
    private static final int HEADROOM = 16;

    private SocketBuffer() {}

    /** {@code skb->truesize} of a frame of so many bytes: its slab object and the structures around the data. */
    static int truesize(int frameBytes) {
        int data = frameBytes + HEADROOM;
        if (data > PAGE) {
            return DESCRIPTOR + SMALL_HEAD + roundUp(frameBytes, PAGE);
        }
        int needed = roundUp(data, 64) + SHARED_INFO;
        int slab = needed <= SMALL_HEAD ? SMALL_HEAD : 1 << (32 - Integer.numberOfLeadingZeros(needed - 1));
        return slab + DESCRIPTOR;
    }

    private static int roundUp(int bytes, int unit) {
        return (bytes + unit - 1) / unit * unit;
    }
}

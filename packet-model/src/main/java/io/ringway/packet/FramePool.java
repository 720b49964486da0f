package io.ringway.packet;

import java.nio.ByteBuffer;

/**
 * Off-heap cells for frames, in two sizes: {@value #COMMON_BYTES} bytes for what a wire carries, and one that holds the
 * 64 KiB segments of captures taken with segmentation offload. Grows by slabs up to a limit; one owner thread.
 *
 * <p>The stride is not a power of two: at 2048 every frame's first cache line falls into the same few cache sets.
 */
public final class FramePool {
    /** Room in front of every new frame, enough for a VXLAN encapsulation (50 bytes) and a VLAN tag. */
    public static final int HEADROOM = 64;

    /** The longest frame: an Ethernet header, a VLAN tag and a 65,535-byte IP packet. */
    public static final int MAX_FRAME_BYTES = 14 + 4 + 65_535;

    /** Room behind every new frame, for what NAT may make a payload longer by. */
    static final int TAILROOM = 32;

    static final int COMMON_BYTES = 2048 - TAILROOM;
    static final byte POISON = (byte) 0xdb;

    private static final int COMMON_STRIDE = HEADROOM + COMMON_BYTES + TAILROOM;
    private static final int LARGE_STRIDE = (HEADROOM + MAX_FRAME_BYTES + 127) / 64 * 64;
    private static final int COMMON_SLAB_CELLS = 1024;
    private static final int LARGE_SLAB_CELLS = 16;

    private final long limitBytes;
    private long allocatedBytes;
    private Frame freeCommon;
    private Frame freeLarge;
    private int total;
    private int free;

    /** A pool that may grow to 1 GiB. */
    public FramePool() {
        this(1L << 30);
    }

    /**
     * @param limitBytes of off-heap memory; a demand beyond it throws {@link PoolExhaustedException}
     */
    public FramePool(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    /** A frame of {@code lengthBytes} whose content is not cleared. */
    public Frame allocate(int lengthBytes) {
        Frame frame;
        if (lengthBytes <= COMMON_BYTES) {
            frame = freeCommon;
            if (frame == null) {
                grow(COMMON_STRIDE, COMMON_SLAB_CELLS);
                frame = freeCommon;
            }
            freeCommon = frame.nextFree;
        } else {
            if (lengthBytes > MAX_FRAME_BYTES) {
                throw new IllegalArgumentException("a frame of " + lengthBytes + " bytes");
            }
            frame = freeLarge;
            if (frame == null) {
                grow(LARGE_STRIDE, LARGE_SLAB_CELLS);
                frame = freeLarge;
            }
            freeLarge = frame.nextFree;
        }
        free--;
        frame.nextFree = null;
        frame.live = true;
        frame.reset(lengthBytes);
        return frame;
    }

    /** A copy with the same bytes and the same state beside them ({@code skb_copy}). */
    public Frame copy(Frame original) {
        Frame copy = allocate(original.length());
        copy.put(0, original, 0, original.length());
        copy.copyStateOf(original);
        return copy;
    }

    /** A frame of {@code lengthBytes} whose content is not cleared, with the same state beside it as another. */
    public Frame allocateLike(Frame original, int lengthBytes) {
        Frame frame = allocate(lengthBytes);
        frame.copyStateOf(original);
        return frame;
    }

    void release(Frame frame) {
        if (frame.pool != this) {
            throw new IllegalStateException("frame returned to another pool");
        }
        if (!frame.live) {
            throw new IllegalStateException("frame freed twice");
        }
        frame.live = false;
        if (Frame.CHECKS) {
            frame.poison();
        }
        frame.setConnection(null, (byte) 0);
        if (frame.isLarge()) {
            frame.nextFree = freeLarge;
            freeLarge = frame;
        } else {
            frame.nextFree = freeCommon;
            freeCommon = frame;
        }
        free++;
    }

    /** Cells made so far. */
    public int totalCells() {
        return total;
    }

    /** Cells not in use: equal to {@link #totalCells} when nothing is held, which the conservation law asserts. */
    public int freeCells() {
        return free;
    }

    /** The JVM has a limit of its own on off-heap memory, often lower than the pool's. */
    private ByteBuffer slab(int bytes) {
        try {
            return ByteBuffer.allocateDirect(bytes);
        } catch (OutOfMemoryError e) {
            throw new PoolExhaustedException(allocatedBytes - bytes, total);
        }
    }

    private void grow(int stride, int cells) {
        long bytes = (long) stride * cells;
        if (allocatedBytes + bytes > limitBytes) {
            throw new PoolExhaustedException(limitBytes, total);
        }
        allocatedBytes += bytes;
        ByteBuffer slab = slab(Math.toIntExact(bytes));
        for (int i = cells - 1; i >= 0; i--) {
            Frame frame = new Frame(this, slab, i * stride, (i + 1) * stride);
            if (stride == LARGE_STRIDE) {
                frame.nextFree = freeLarge;
                freeLarge = frame;
            } else {
                frame.nextFree = freeCommon;
                freeCommon = frame;
            }
        }
        total += cells;
        free += cells;
    }
}

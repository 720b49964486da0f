package io.ringway.engine.route;

/**
 * The kernel's hash of a flow, the same for both directions: SipHash-2-4 over 48 bytes of {@code struct flow_keys}, its
 * key made of one number ({@code flow_dissector.c:__flow_hash_from_keys()}, {@code ip_fib.h:
 * fib_multipath_hash_construct_key()}).
 *
 * <pre>
 *  0       2        3       4 .. 24   28    30    32 .. 36     40     44     48
 *  | type 0 | proto | 0     | 0      | sport dport | 0   | source | dest | 0  |   network byte order
 * </pre>
 */
public final class FlowHash {
    private static final long LENGTH_BLOCK = 48L << 56;

    private long v0;
    private long v1;
    private long v2;
    private long v3;

    /** 31 bits; 0 where a field does not count. */
    public int of(int seed, int source, int destination, int protocol, int sourcePort, int destinationPort) {
        int from = Integer.reverseBytes(source);
        int to = Integer.reverseBytes(destination);
        boolean swap = Integer.compareUnsigned(to, from) < 0;
        int low = Short.toUnsignedInt(Short.reverseBytes((short) sourcePort));
        int high = Short.toUnsignedInt(Short.reverseBytes((short) destinationPort));
        int ports = high < low ? low << 16 | high : high << 16 | low;
        long key = (seed & 0xffff_ffffL) << 32 | (seed & 0xffff_ffffL);
        v0 = key ^ 0x736f_6d65_7073_6575L;
        v1 = key ^ 0x646f_7261_6e64_6f6dL;
        v2 = key ^ 0x6c79_6765_6e65_7261L;
        v3 = key ^ 0x7465_6462_7974_6573L;
        mix((long) protocol << 16);
        mix(0);
        mix(0);
        mix((long) ports << 32);
        mix((long) (swap ? to : from) << 32);
        mix((swap ? from : to) & 0xffff_ffffL);
        mix(LENGTH_BLOCK);
        v2 ^= 0xff;
        for (int i = 0; i < 4; i++) {
            round();
        }
        int hash = (int) (v0 ^ v1 ^ v2 ^ v3);
        return (hash == 0 ? 1 : hash) >>> 1;
    }

    private void mix(long word) {
        v3 ^= word;
        round();
        round();
        v0 ^= word;
    }

    private void round() {
        v0 += v1;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v3;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v2 = Long.rotateLeft(v2, 32);
    }
}

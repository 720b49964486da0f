package io.ringway.nat.conntrack;

/** The kernel's {@code jhash2()}, Bob Jenkins' lookup3 (2006), for the one shape that NAT uses: an address in four words. */
final class JenkinsHash {
    private static final int INITIAL = 0xdeadbeef;

    private JenkinsHash() {}

    /** The hash of an IPv4 address in a {@code union nf_inet_addr}, whose other three words are zero. */
    static int ofAddress(int word, int seed) {
        int start = INITIAL + (4 << 2) + seed;
        int a = start + word;
        int b = start;
        int c = start;
        a -= c;
        a ^= Integer.rotateLeft(c, 4);
        c += b;
        b -= a;
        b ^= Integer.rotateLeft(a, 6);
        a += c;
        c -= b;
        c ^= Integer.rotateLeft(b, 8);
        b += a;
        a -= c;
        a ^= Integer.rotateLeft(c, 16);
        c += b;
        b -= a;
        b ^= Integer.rotateLeft(a, 19);
        a += c;
        c -= b;
        c ^= Integer.rotateLeft(b, 4);
        b += a;
        return last(a, b, c);
    }

    private static int last(int first, int second, int third) {
        int a = first;
        int b = second;
        int c = third;
        c ^= b;
        c -= Integer.rotateLeft(b, 14);
        a ^= c;
        a -= Integer.rotateLeft(c, 11);
        b ^= a;
        b -= Integer.rotateLeft(a, 25);
        c ^= b;
        c -= Integer.rotateLeft(b, 16);
        a ^= c;
        a -= Integer.rotateLeft(c, 4);
        b ^= a;
        b -= Integer.rotateLeft(a, 14);
        c ^= b;
        c -= Integer.rotateLeft(b, 24);
        return c;
    }
}

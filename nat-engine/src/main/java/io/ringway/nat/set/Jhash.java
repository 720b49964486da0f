package io.ringway.nat.set;

/** The kernel's {@code jhash2()}: Bob Jenkins' lookup3 (2006) over whole words. */
final class Jhash {
    private static final int INITIAL = 0xdeadbeef;

    private Jhash() {}

    static int of(int[] words, int seed) {
        int left = words.length;
        int at = 0;
        int a = INITIAL + (left << 2) + seed;
        int b = a;
        int c = a;
        while (left > 3) {
            a += words[at];
            b += words[at + 1];
            c += words[at + 2];
            a = (a - c) ^ Integer.rotateLeft(c, 4);
            c += b;
            b = (b - a) ^ Integer.rotateLeft(a, 6);
            a += c;
            c = (c - b) ^ Integer.rotateLeft(b, 8);
            b += a;
            a = (a - c) ^ Integer.rotateLeft(c, 16);
            c += b;
            b = (b - a) ^ Integer.rotateLeft(a, 19);
            a += c;
            c = (c - b) ^ Integer.rotateLeft(b, 4);
            b += a;
            left -= 3;
            at += 3;
        }
        c += left > 2 ? words[at + 2] : 0;
        b += left > 1 ? words[at + 1] : 0;
        a += words[at];
        return last(a, b, c);
    }

    private static int last(int first, int second, int third) {
        int a = first;
        int b = second;
        int c = third;
        c = (c ^ b) - Integer.rotateLeft(b, 14);
        a = (a ^ c) - Integer.rotateLeft(c, 11);
        b = (b ^ a) - Integer.rotateLeft(a, 25);
        c = (c ^ b) - Integer.rotateLeft(b, 16);
        a = (a ^ c) - Integer.rotateLeft(c, 4);
        b = (b ^ a) - Integer.rotateLeft(a, 14);
        return (c ^ b) - Integer.rotateLeft(b, 24);
    }
}

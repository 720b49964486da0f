package io.ringway.nat.set;

import io.ringway.packet.Ipv4Address;

/** Addresses as one (IPv4) or four (IPv6) words in the order of reading. */
final class Words {
    private Words() {}

    /** The word of a prefix mask at an index. */
    static int maskWord(int bits, int index) {
        int left = bits - index * Integer.SIZE;
        return left >= Integer.SIZE ? -1 : left <= 0 ? 0 : Ipv4Address.mask(left);
    }

    static void mask(int[] words, int bits) {
        for (int i = 0; i < words.length; i++) {
            words[i] &= maskWord(bits, i);
        }
    }

    static boolean isZero(int[] words) {
        for (int word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }
}

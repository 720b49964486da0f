package io.ringway.packet;

/** IPv4 addresses as an int in network order (192.0.2.1 is 0xc0000201), and their text. */
public final class Ipv4Address {
    public static final int BROADCAST = 0xffff_ffff;
    public static final int LOOPBACK = 0x7f00_0001;

    private Ipv4Address() {}

    /**
     * @throws IllegalArgumentException unless {@code text} is four decimal octets joined by dots
     */
    public static int parse(String text) {
        int address = 0;
        int octets = 0;
        int value = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (c == '.' && value >= 0 && octets < 4) {
                address = address << 8 | value;
                octets++;
                value = -1;
            } else if (c >= '0' && c <= '9' && (value < 0 ? 0 : value) * 10 + (c - '0') <= 255) {
                value = (value < 0 ? 0 : value) * 10 + (c - '0');
            } else {
                throw new IllegalArgumentException("not an IPv4 address: " + text);
            }
        }
        if (octets != 4) {
            throw new IllegalArgumentException("not an IPv4 address: " + text);
        }
        return address;
    }

    public static String format(int address) {
        return (address >>> 24) + "." + (address >>> 16 & 0xff) + "." + (address >>> 8 & 0xff) + "." + (address & 0xff);
    }

    /** The netmask of a prefix length of 0 to 32. */
    public static int mask(int prefixLength) {
        return prefixLength == 0 ? 0 : -1 << (32 - prefixLength);
    }

    /** 224.0.0.0/4. */
    public static boolean isMulticast(int address) {
        return address >>> 28 == 0xe;
    }

    /** 127.0.0.0/8. */
    public static boolean isLoopback(int address) {
        return address >>> 24 == 127;
    }

    /** 0.0.0.0 alone: the rest of 0.0.0.0/8 are addresses like any other ({@code ipv4_is_zeronet()}). */
    public static boolean isZeroNet(int address) {
        return address == 0;
    }
}

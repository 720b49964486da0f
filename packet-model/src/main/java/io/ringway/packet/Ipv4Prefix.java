package io.ringway.packet;

/**
 * An IPv4 address with a prefix length, host bits kept as they were written (192.168.1.100/24).
 *
 * @param length 0 to 32
 */
public record Ipv4Prefix(int address, int length) {
    public Ipv4Prefix {
        if (length < 0 || length > 32) {
            throw new IllegalArgumentException("prefix length " + length);
        }
    }

    /**
     * Reads {@code a.b.c.d/n}, or {@code a.b.c.d} as a /32.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Ipv4Prefix parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return new Ipv4Prefix(Ipv4Address.parse(text), 32);
        }
        String length = text.substring(slash + 1);
        if (!length.matches("[0-9]{1,2}") || Integer.parseInt(length) > 32) {
            throw new IllegalArgumentException("not an IPv4 prefix: " + text);
        }
        return new Ipv4Prefix(Ipv4Address.parse(text.substring(0, slash)), Integer.parseInt(length));
    }

    public int mask() {
        return Ipv4Address.mask(length);
    }

    /** The first address of the prefix. */
    public int network() {
        return address & mask();
    }

    /** The last address of the prefix. */
    public int broadcast() {
        return address | ~mask();
    }

    public boolean contains(int other) {
        return ((address ^ other) & mask()) == 0;
    }

    @Override
    public String toString() {
        return Ipv4Address.format(address) + "/" + length;
    }
}

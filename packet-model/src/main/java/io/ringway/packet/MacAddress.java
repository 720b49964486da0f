package io.ringway.packet;

/** MAC addresses as the low 48 bits of a long, and their text. */
public final class MacAddress {
    public static final long BROADCAST = 0xffff_ffff_ffffL;
    private static final long GROUP_BIT = 0x0100_0000_0000L;

    private MacAddress() {}

    /**
     * @throws IllegalArgumentException unless {@code text} is six hexadecimal octets joined by colons
     */
    public static long parse(String text) {
        String[] octets = text.split(":", -1);
        if (octets.length != 6) {
            throw new IllegalArgumentException("not a MAC address: " + text);
        }
        long mac = 0;
        for (String octet : octets) {
            if (!octet.matches("[0-9a-fA-F]{1,2}")) {
                throw new IllegalArgumentException("not a MAC address: " + text);
            }
            mac = mac << 8 | Integer.parseInt(octet, 16);
        }
        return mac;
    }

    public static String format(long mac) {
        StringBuilder text = new StringBuilder(17);
        for (int shift = 40; shift >= 0; shift -= 8) {
            int octet = (int) (mac >>> shift) & 0xff;
            text.append(Character.forDigit(octet >>> 4, 16)).append(Character.forDigit(octet & 0xf, 16));
            if (shift > 0) {
                text.append(':');
            }
        }
        return text.toString();
    }

    /** Broadcast included. */
    public static boolean isMulticast(long mac) {
        return (mac & GROUP_BIT) != 0;
    }

    /** Neither a group address nor zero ({@code is_valid_ether_addr()}). */
    public static boolean isValidSource(long mac) {
        return mac != 0 && !isMulticast(mac);
    }
}

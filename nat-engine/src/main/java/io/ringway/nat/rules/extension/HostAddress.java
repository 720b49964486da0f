package io.ringway.nat.rules.extension;

import io.ringway.packet.Ipv4Address;

/**
 * One address with a prefix length, as the options of newer extensions take them ({@code xtopt_parse_hostmask()}): other
 * than with {@code -s}, the C library reads the address ({@code inet_aton()}), and bits outside of the mask stay.
 */
public record HostAddress(int address, int prefixLength) {
    private static final int WHOLE = 32;

    /** An address that a length of bits or a mask may follow. */
    public static HostAddress parse(String extension, String option, String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return new HostAddress(parseAddress(text), WHOLE);
        }
        int address = parseAddress(text.substring(0, slash));
        int length = parsePrefixLength(extension, option, text.substring(slash + 1));
        // A mask with gaps is taken for the whole address, as the tool does.
        return new HostAddress(address, Math.min(length, WHOLE));
    }

    /** An address alone ({@code xtopt_parse_host()}). */
    public static int parseAddress(String text) {
        long number = aton(text);
        if (number >= 0) {
            return (int) number;
        }
        if (text.equals("localhost")) {
            return Ipv4Address.LOOPBACK;
        }
        throw Refusal.parameter("getaddrinfo: Name or service not known\n");
    }

    /**
     * A number of bits or a mask ({@code xtopt_parse_plen()}).
     *
     * @return 255 for a mask with gaps
     */
    public static int parsePrefixLength(String extension, String option, String text) {
        int bits = ToolNumber.parse(text, WHOLE);
        if (bits >= 0) {
            return bits;
        }
        long mask = aton(text);
        if (mask < 0) {
            throw Refusal.parameter(extension + ": bad value for option \"--" + option
                    + "\", neither a valid network mask nor valid CIDR (0-32).\n");
        }
        int ones = Integer.bitCount((int) mask);
        return Ipv4Address.mask(ones) == (int) mask ? ones : 255;
    }

    /** Up to four numbers joined by dots, the last of which fills what is left; -1 for anything else. */
    private static long aton(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length > 4) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            long max = last ? 0xffff_ffffL >>> (8 * i) : 255;
            boolean digit = !parts[i].isEmpty() && Character.digit(parts[i].charAt(0), 10) >= 0;
            int end = ToolNumber.end(parts[i]);
            long part = digit && end == parts[i].length() ? ToolNumber.parsePrefix(parts[i], end, max) : -1;
            if (part < 0) {
                return -1;
            }
            value |= last ? part : part << (24 - 8 * i);
        }
        return value;
    }

    /** Whether the other address lies in the network of this one. */
    public boolean contains(int other) {
        return ((other ^ address) & Ipv4Address.mask(prefixLength)) == 0;
    }

    /** As 10.0.0.1 or 10.0.0.1/8; names are for {@code iptables -L} without {@code -n}. */
    public void append(StringBuilder out, boolean numeric) {
        if (!numeric && address == 0) {
            out.append("anywhere");
            return;
        }
        out.append(numeric ? Ipv4Address.format(address) : new AddressRange(address, -1).list(false));
        if (prefixLength != WHOLE) {
            out.append('/').append(prefixLength);
        }
    }
}

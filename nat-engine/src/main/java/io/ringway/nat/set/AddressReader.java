package io.ringway.nat.set;

import io.ringway.packet.Ipv4Address;

/** Addresses, prefixes and ranges of addresses on ipset's command line (lib/parse.c: {@code parse_ipaddr()}). */
final class AddressReader {
    private final boolean six;
    /** As read: the address, its prefix length or -1, the end of a range or null. */
    int[] address;

    int cidr = -1;
    int[] to;

    private AddressReader(boolean six) {
        this.six = six;
    }

    /** Where one separator is, unless the text begins or ends with it; -1 for nowhere. */
    static int separator(String text, char separator) {
        boolean apart = !text.isEmpty() && text.charAt(0) != separator && text.charAt(text.length() - 1) != separator;
        return apart ? text.indexOf(separator) : -1;
    }

    /** An address with whatever belongs to it. */
    static AddressReader any(String text, boolean six) {
        return new AddressReader(six).read(text);
    }

    /** An address alone, or one with the prefix of a host. */
    static AddressReader plain(String text, boolean six) {
        int slash = separator(text, '/');
        boolean host = slash >= 0 && text.substring(slash).equals(six ? "/128" : "/32");
        if (separator(text, '-') >= 0 || (slash >= 0 && !host)) {
            throw SetRefusal.syntax("plain IP address must be supplied: " + text);
        }
        return any(text, six);
    }

    /** An address with a prefix or without. */
    static AddressReader network(String text, boolean six) {
        if (separator(text, '-') >= 0) {
            throw SetRefusal.syntax("IP address or IP/cidr must be specified: " + text);
        }
        return any(text, six);
    }

    private AddressReader read(String text) {
        int slash = separator(text, '/');
        if (slash >= 0) {
            cidr = prefix(text.substring(slash + 1), 0, six ? 128 : 32);
            address = host(text.substring(0, slash));
            return this;
        }
        int dash = separator(text, '-');
        address = host(dash < 0 ? text : text.substring(0, dash));
        to = dash < 0 ? null : host(text.substring(dash + 1));
        return this;
    }

    static int prefix(String text, int min, int max) {
        String problem = WholeNumber.problem(text, WholeNumber.MAX_8);
        if (problem != null) {
            throw SetRefusal.syntax(problem);
        }
        int bits = (int) WholeNumber.parse(text, WholeNumber.MAX_8);
        if (bits < min || bits > max) {
            throw SetRefusal.syntax("'" + text + "' is out of range " + min + "-" + max);
        }
        return bits;
    }

    private int[] host(String text) {
        int[] words = six ? Ipv6Text.parse(text) : dotted(text);
        if (words == null && text.equals("localhost")) {
            words = six ? new int[] {0, 0, 0, 1} : new int[] {Ipv4Address.LOOPBACK};
        }
        if (words == null) {
            // DEVIATION: nobody is asked, there is no resolver.
            throw SetRefusal.syntax(
                    "cannot parse " + text + ": resolving to " + (six ? "IPv6" : "IPv4") + " address failed");
        }
        return words;
    }

    /** One to four numbers of which the last fills what is left, as inet_aton(3) has it. */
    private static int[] dotted(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length > 4) {
            return null;
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            int bits = i < parts.length - 1 ? Byte.SIZE : Integer.SIZE - Byte.SIZE * (parts.length - 1);
            boolean digits = !parts[i].isEmpty() && Character.isDigit(parts[i].charAt(0));
            if (!digits || WholeNumber.problem(parts[i], (1L << bits) - 1) != null) {
                return null;
            }
            address = address << bits | WholeNumber.parse(parts[i], (1L << bits) - 1);
        }
        return new int[] {(int) address};
    }
}

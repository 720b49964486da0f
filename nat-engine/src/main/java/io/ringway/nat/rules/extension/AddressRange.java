package io.ringway.nat.rules.extension;

import io.ringway.packet.Ipv4Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An address and a mask, which need not be a prefix, as {@code -s} and {@code -d} take them.
 *
 * @param address with the bits outside of the mask cleared
 */
public record AddressRange(int address, int mask) {
    // What Debian's /etc/hosts and /etc/networks know. DEVIATION: nobody else is asked, there is no resolver.
    private static final Map<String, String> NAMES = Map.of(
            "0.0.0.0", "default", "127.0.0.1", "localhost", "127.0.0.0", "loopback", "169.254.0.0", "link-local");

    public static final AddressRange ANY = new AddressRange(0, 0);

    /** Reads a list joined by commas ({@code xtables_ipparse_multiple()}). */
    public static List<AddressRange> parseList(String text) {
        List<AddressRange> ranges = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int comma = text.indexOf(',', from);
            int to = comma < 0 ? text.length() : comma;
            ranges.add(parse(text.substring(from, to).stripLeading()));
            from = to + 1;
        }
        return ranges;
    }

    private static AddressRange parse(String text) {
        int slash = text.lastIndexOf('/');
        int mask = slash < 0 ? -1 : parseMask(text.substring(slash + 1));
        String host = slash < 0 ? text : text.substring(0, slash);
        if (mask == 0) {
            // As the tool does: with a null mask the name is not even looked at.
            return ANY;
        }
        return new AddressRange(parseHost(host) & mask, mask);
    }

    private static int parseMask(String text) {
        Long dotted = parseDotted(text, true);
        if (dotted != null) {
            return dotted.intValue();
        }
        int bits = ToolNumber.parse(text, 32);
        if (bits < 0) {
            throw Refusal.parameter("invalid mask `" + text + "' specified");
        }
        return Ipv4Address.mask(bits);
    }

    private static int parseHost(String text) {
        Long dotted = parseDotted(text, false);
        if (dotted != null) {
            return dotted.intValue();
        }
        if (text.equals("localhost")) {
            return Ipv4Address.LOOPBACK;
        }
        throw Refusal.parameter("host/network `" + text + "' not found");
    }

    /** Up to four numbers joined by dots, a mask needs all four; null for anything else. */
    public static Long parseDotted(String text, boolean mask) {
        String[] parts = text.split("\\.", 4);
        if (parts.length < 4 && mask) {
            return null;
        }
        long value = 0;
        for (int i = 0; i < 4; i++) {
            int octet = i < parts.length ? ToolNumber.parse(parts[i], 255) : 0;
            if (octet < 0) {
                return null;
            }
            value = value << 8 | octet;
        }
        return value;
    }

    public boolean isAny() {
        return mask == 0 && address == 0;
    }

    /** As iptables-save prints it: 10.0.0.0/8, 10.0.0.1/32, 10.0.0.0/255.0.255.0. */
    public String save() {
        int length = prefixLength();
        return Ipv4Address.format(address) + "/" + (length < 0 ? Ipv4Address.format(mask) : Integer.toString(length));
    }

    /** As {@code iptables -L} prints it: without /32. */
    public String list(boolean numeric) {
        if (isAny() && !numeric) {
            return "anywhere";
        }
        String number = Ipv4Address.format(address);
        String text = mask == -1 ? number : save();
        String name = numeric ? null : NAMES.get(number);
        return name == null ? text : name + text.substring(number.length());
    }

    private int prefixLength() {
        int length = Integer.bitCount(mask);
        return mask == Ipv4Address.mask(length) ? length : -1;
    }
}

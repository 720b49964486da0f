package io.ringway.lab.ip;

import io.ringway.packet.Ipv4Address;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link-layer address as {@code lib/ll_addr.c:ll_addr_a2n()} reads it: up to six octets of which only the digits in front
 * count, or an IPv4 address.
 *
 * @param octets how many there are, 0 when it is none at all
 * @param complaint what the tool prints then, "" for nothing
 */
record LinkLayerAddress(long value, int octets, String complaint) {
    private static final int MOST_OCTETS = 6;
    private static final Pattern DIGITS = Pattern.compile("\\s*\\+?(?:0[xX])?([0-9a-fA-F]{1,8}).*");

    static LinkLayerAddress read(String word) {
        if (word.indexOf('.') >= 0) {
            return ofIpv4(word);
        }
        String[] pieces = word.split(":", -1);
        int octets = Math.min(pieces.length, MOST_OCTETS);
        long value = 0;
        for (int i = 0; i < octets; i++) {
            Matcher digits = DIGITS.matcher(pieces[i].toLowerCase(Locale.ROOT));
            if (!digits.matches() || Long.parseLong(digits.group(1), 16) > 255) {
                return none(pieces[i]);
            }
            value = value << 8 | Long.parseLong(digits.group(1), 16);
        }
        return new LinkLayerAddress(value, octets, "");
    }

    private static LinkLayerAddress ofIpv4(String word) {
        try {
            return new LinkLayerAddress(Integer.toUnsignedLong(Ipv4Address.parse(word)), 4, "");
        } catch (IllegalArgumentException e) {
            return none(word);
        }
    }

    private static LinkLayerAddress none(String word) {
        return new LinkLayerAddress(0, 0, "\"" + word + "\" is invalid lladdr.");
    }

    boolean isMac() {
        return octets == MOST_OCTETS;
    }
}

package io.ringway.lab.ip;

import io.ringway.lab.command.Arguments;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Prefix;

/** Addresses as iproute2 reads them: {@code 10/8} is 10.0.0.0/8 ({@code lib/utils.c:get_addr_1(), get_prefix_1()}). */
public final class Inet {
    private static final int OCTETS = 4;

    private Inet() {}

    /** {@code get_prefix()}. */
    static Ipv4Prefix prefix(Arguments args, String word) {
        return prefix(args, word, "any valid");
    }

    /** The same where the family is known, which the message names. */
    static Ipv4Prefix prefix(Arguments args, String word, String family) {
        refuseIpv6(args, word);
        if (word.equals("default") || word.equals("any") || word.equals("all")) {
            return new Ipv4Prefix(0, 0);
        }
        int slash = word.indexOf('/');
        Integer address = parse(slash < 0 ? word : word.substring(0, slash));
        Integer length = slash < 0 ? Integer.valueOf(32) : length(word.substring(slash + 1));
        if (address == null || length == null) {
            throw args.refuse(1, "Error: " + family + " prefix is expected rather than \"" + word + "\".");
        }
        return new Ipv4Prefix(address, length);
    }

    /** {@code get_addr()}, whose messages name the family where it is known. */
    public static int address(Arguments args, String word, String family) {
        refuseIpv6(args, word);
        Integer address = parse(word);
        if (address == null) {
            String expected = family.equals("any") ? "any valid address" : family + " address";
            throw args.refuse(1, "Error: " + expected + " is expected rather than \"" + word + "\".");
        }
        return address;
    }

    private static void refuseIpv6(Arguments args, String word) {
        if (word.matches("[0-9a-fA-F:]*:[0-9a-fA-F:.]*(/\\d+)?")) {
            throw args.notModelled("IPv6 (" + word + ")");
        }
    }

    /** Up to four octets, the missing ones zero; null for anything else. */
    static Integer parse(String text) {
        String[] octets = text.split("\\.", -1);
        if (octets.length > OCTETS) {
            return null;
        }
        int address = 0;
        for (int i = 0; i < OCTETS; i++) {
            Long octet = i < octets.length ? Words.number(octets[i]) : Long.valueOf(0);
            if (octet == null || octet < 0 || octet > 255) {
                return null;
            }
            address = address << 8 | octet.intValue();
        }
        return address;
    }

    /** A prefix length or a netmask. */
    private static Integer length(String text) {
        if (text.indexOf('.') >= 0) {
            Integer mask = parse(text);
            if (mask == null || Ipv4Address.mask(Integer.bitCount(mask)) != mask) {
                return null;
            }
            return Integer.bitCount(mask);
        }
        Long length = Words.number(text);
        return length == null || length < 0 || length > 32 ? null : Integer.valueOf(length.intValue());
    }
}

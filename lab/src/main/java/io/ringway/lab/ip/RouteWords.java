package io.ringway.lab.ip;

import io.ringway.lab.command.Arguments;
import io.ringway.lab.show.RouteNames;
import io.ringway.nat.AddressType;
import java.util.Map;

/** Words that routes and rules have in common ({@code lib/rt_names.c}, {@code ip/rtm_map.c}). */
final class RouteWords {
    static final int TABLE_UNSPEC = 0;
    static final int TABLE_MAIN = 254;
    static final int TABLE_LOCAL = 255;
    private static final long LARGEST = 0xffff_ffffL;
    private static final Map<String, AddressType> TYPES = Map.ofEntries(
            Map.entry("unicast", AddressType.UNICAST),
            Map.entry("local", AddressType.LOCAL),
            Map.entry("broadcast", AddressType.BROADCAST),
            Map.entry("brd", AddressType.BROADCAST),
            Map.entry("anycast", AddressType.ANYCAST),
            Map.entry("multicast", AddressType.MULTICAST),
            Map.entry("blackhole", AddressType.BLACKHOLE),
            Map.entry("unreachable", AddressType.UNREACHABLE),
            Map.entry("prohibit", AddressType.PROHIBIT),
            Map.entry("throw", AddressType.THROW));

    private RouteWords() {}

    /** Null when it is no type, or none that IPv4 has. */
    static AddressType type(String word) {
        return TYPES.get(word);
    }

    /** Any number of 32 bits. */
    static int unsigned(Arguments args, String whenWrong) {
        Long value = Words.number(Words.value(args));
        if (value == null || value < 0 || value > LARGEST) {
            throw Words.wrong(args, whenWrong);
        }
        return (int) (long) value;
    }

    static int table(Arguments args, String whenWrong) {
        Integer named = RouteNames.table(Words.value(args));
        if (named != null) {
            return named;
        }
        args.back();
        return unsigned(args, whenWrong);
    }

    static int protocol(Arguments args, String whenWrong) {
        Integer named = RouteNames.protocol(Words.value(args));
        Long number = named == null ? Words.number(args.last()) : Long.valueOf(named);
        if (number == null || number < 0 || number > 255) {
            throw Words.wrong(args, whenWrong);
        }
        return number.intValue();
    }

    /** By name, or in hexadecimal whatever it looks like. */
    static int service(Arguments args, String whenWrong) {
        String word = Words.value(args);
        Integer named = RouteNames.service(word);
        if (named != null) {
            return named;
        }
        String digits = word.startsWith("0x") || word.startsWith("0X") ? word.substring(2) : word;
        if (!digits.matches("[0-9a-fA-F]{1,8}") || Long.parseLong(digits, 16) > 255) {
            throw Words.wrong(args, whenWrong);
        }
        return Integer.parseInt(digits, 16);
    }

    static int ipProtocol(Arguments args) {
        String word = Words.value(args);
        Integer named = RouteNames.ipProtocol(word);
        if (named != null) {
            return named;
        }
        if (!word.matches("\\d{1,3}") || Integer.parseInt(word) > 255) {
            throw Words.wrong(args, "Invalid \"ipproto\" value");
        }
        return Integer.parseInt(word);
    }

    static int port(Arguments args, String whenWrong) {
        Long value = Words.number(Words.value(args));
        if (value == null || value < 0 || value > 0xffff) {
            throw Words.wrong(args, whenWrong);
        }
        return value.intValue();
    }
}

package io.ringway.nat.set;

import java.util.List;
import java.util.Locale;

/** The names that ipset has for types and codes of ICMP and ICMPv6; the first one of a number is printed. */
final class IcmpNames {
    private record Name(String text, int typeAndCode) {}

    private static final List<Name> ICMP = read("echo-reply 0/0 pong 0/0 network-unreachable 3/0 host-unreachable 3/1 "
            + "protocol-unreachable 3/2 port-unreachable 3/3 fragmentation-needed 3/4 source-route-failed 3/5 "
            + "network-unknown 3/6 host-unknown 3/7 network-prohibited 3/9 host-prohibited 3/10 "
            + "TOS-network-unreachable 3/11 TOS-host-unreachable 3/12 communication-prohibited 3/13 "
            + "host-precedence-violation 3/14 precedence-cutoff 3/15 source-quench 4/0 network-redirect 5/0 "
            + "host-redirect 5/1 TOS-network-redirect 5/2 TOS-host-redirect 5/3 echo-request 8/0 ping 8/0 "
            + "router-advertisement 9/0 router-solicitation 10/0 ttl-zero-during-transit 11/0 "
            + "ttl-zero-during-reassembly 11/1 ip-header-bad 12/0 required-option-missing 12/1 "
            + "timestamp-request 13/0 timestamp-reply 14/0 address-mask-request 17/0 address-mask-reply 18/0");

    private static final List<Name> ICMPV6 = read("no-route 1/0 communication-prohibited 1/1 address-unreachable 1/3 "
            + "port-unreachable 1/4 packet-too-big 2/0 ttl-zero-during-transit 3/0 ttl-zero-during-reassembly 3/1 "
            + "bad-header 4/0 unknown-header-type 4/1 unknown-option 4/2 echo-request 128/0 ping 128/0 "
            + "echo-reply 129/0 pong 129/0 router-solicitation 133/0 router-advertisement 134/0 "
            + "neighbour-solicitation 135/0 neigbour-solicitation 135/0 neighbour-advertisement 136/0 "
            + "neigbour-advertisement 136/0 redirect 137/0");

    private IcmpNames() {}

    private static List<Name> read(String table) {
        String[] words = table.split(" ", -1);
        Name[] names = new Name[words.length / 2];
        for (int i = 0; i < names.length; i++) {
            String[] numbers = words[2 * i + 1].split("/", -1);
            names[i] = new Name(words[2 * i], Integer.parseInt(numbers[0]) << 8 | Integer.parseInt(numbers[1]));
        }
        return List.of(names);
    }

    /** Null for a number without a name. */
    static String name(boolean six, int typeAndCode) {
        for (Name name : six ? ICMPV6 : ICMP) {
            if (name.typeAndCode == typeAndCode) {
                return name.text;
            }
        }
        return null;
    }

    /** The first name that begins so, or -1. */
    static int number(boolean six, String beginning) {
        for (Name name : six ? ICMPV6 : ICMP) {
            if (name.text.toLowerCase(Locale.ROOT).startsWith(beginning.toLowerCase(Locale.ROOT))) {
                return name.typeAndCode;
            }
        }
        return -1;
    }
}

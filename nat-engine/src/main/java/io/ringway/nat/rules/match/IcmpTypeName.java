package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Refusal;
import java.util.List;

/** A name that {@code --icmp-type} knows: a type, with one code or all of them. */
public record IcmpTypeName(String text, int type, int minCode, int maxCode) {
    private static final List<IcmpTypeName> ALL = List.of(
            all("any", 255),
            all("echo-reply", 0),
            all("pong", 0),
            all("destination-unreachable", 3),
            one("network-unreachable", 3, 0),
            one("host-unreachable", 3, 1),
            one("protocol-unreachable", 3, 2),
            one("port-unreachable", 3, 3),
            one("fragmentation-needed", 3, 4),
            one("source-route-failed", 3, 5),
            one("network-unknown", 3, 6),
            one("host-unknown", 3, 7),
            one("network-prohibited", 3, 9),
            one("host-prohibited", 3, 10),
            one("TOS-network-unreachable", 3, 11),
            one("TOS-host-unreachable", 3, 12),
            one("communication-prohibited", 3, 13),
            one("host-precedence-violation", 3, 14),
            one("precedence-cutoff", 3, 15),
            all("source-quench", 4),
            all("redirect", 5),
            one("network-redirect", 5, 0),
            one("host-redirect", 5, 1),
            one("TOS-network-redirect", 5, 2),
            one("TOS-host-redirect", 5, 3),
            all("echo-request", 8),
            all("ping", 8),
            all("router-advertisement", 9),
            all("router-solicitation", 10),
            all("time-exceeded", 11),
            all("ttl-exceeded", 11),
            one("ttl-zero-during-transit", 11, 0),
            one("ttl-zero-during-reassembly", 11, 1),
            all("parameter-problem", 12),
            one("ip-header-bad", 12, 0),
            one("required-option-missing", 12, 1),
            all("timestamp-request", 13),
            all("timestamp-reply", 14),
            all("address-mask-request", 17),
            all("address-mask-reply", 18));

    private static IcmpTypeName all(String text, int type) {
        return new IcmpTypeName(text, type, 0, 255);
    }

    private static IcmpTypeName one(String text, int type, int code) {
        return new IcmpTypeName(text, type, code, code);
    }

    /** The name that {@code text} is or begins; null when there is none. */
    public static IcmpTypeName find(String text) {
        IcmpTypeName found = null;
        for (IcmpTypeName name : ALL) {
            if (name.text.regionMatches(true, 0, text, 0, text.length())) {
                if (found != null) {
                    throw Refusal.parameter(
                            "Ambiguous ICMP type `" + text + "': `" + found.text + "' or `" + name.text + "'?");
                }
                found = name;
            }
        }
        return found;
    }

    /** The name that stands for exactly this, or null. */
    public static IcmpTypeName of(int type, int minCode, int maxCode) {
        for (IcmpTypeName name : ALL) {
            if (name.type == type && name.minCode == minCode && name.maxCode == maxCode) {
                return name;
            }
        }
        return null;
    }
}

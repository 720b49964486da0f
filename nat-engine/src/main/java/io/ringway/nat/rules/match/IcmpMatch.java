package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.ToolNumber;
import io.ringway.packet.Ipv4Header;

/** {@code -m icmp} (ip_tables.c:icmp_match()): a type, 255 for any, and a range of codes. */
public record IcmpMatch(int type, int minCode, int maxCode, boolean inverted) implements Match {
    private static final int ANY = 255;

    public static final Extension<Match> EXTENSION = Extension.of(
            "icmp",
            Reading::new,
            ExtensionOption.valued("icmp-type", 0).orInverted().required());

    private static final class Reading implements Extension.Reading<Match> {
        private IcmpMatch match;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            IcmpTypeName named = IcmpTypeName.find(argument);
            match = named != null
                    ? new IcmpMatch(named.type(), named.minCode(), named.maxCode(), inverted)
                    : numeric(argument, inverted);
        }

        private static IcmpMatch numeric(String argument, boolean inverted) {
            int end = ToolNumber.end(argument);
            int type = ToolNumber.parsePrefix(argument, end, 255);
            if (type < 0) {
                throw Refusal.parameter("Unknown ICMP type `" + argument + "'");
            }
            if (argument.startsWith(":", end)) {
                String second = argument.substring(end + 1);
                int secondEnd = ToolNumber.end(second);
                int last = ToolNumber.parsePrefix(second, secondEnd, 255);
                if (last < 0) {
                    throw Refusal.parameter("Unknown ICMP type `" + argument + "'");
                }
                if (last != type) {
                    throw Refusal.parameter("ICMP type range not supported");
                }
                end += 1 + secondEnd;
            }
            if (end == argument.length()) {
                return new IcmpMatch(type, 0, 255, inverted);
            }
            if (argument.charAt(end) != '/') {
                throw Refusal.parameter("unknown character " + argument.charAt(end));
            }
            String rest = argument.substring(end + 1);
            int restEnd = ToolNumber.end(rest);
            int code = ToolNumber.parsePrefix(rest, restEnd, 255);
            if (code < 0) {
                throw Refusal.parameter("Unknown ICMP code `" + argument + "'");
            }
            if (rest.startsWith(":", restEnd)) {
                String last = rest.substring(restEnd + 1);
                throw ToolNumber.parsePrefix(last, ToolNumber.end(last), 255) < 0
                        ? Refusal.parameter("Unknown ICMP code `" + argument + "'")
                        : Refusal.notModelled("a range of codes of match icmp");
            }
            if (restEnd < rest.length()) {
                throw Refusal.parameter("unknown character " + rest.charAt(restEnd));
            }
            return new IcmpMatch(type, code, code, inverted);
        }

        @Override
        public Match finish(RuleHead head) {
            return match;
        }
    }

    @Override
    public String name() {
        return "icmp";
    }

    @Override
    public boolean matches(Packet packet) {
        if (packet.fragmentOffset() != 0) {
            return false;
        }
        if (packet.transportBytes() < 8) {
            packet.dropHot();
            return false;
        }
        if (type == ANY) {
            return !inverted;
        }
        int code = packet.frame().u8(packet.transport() + 1);
        return (packet.frame().u8(packet.transport()) == type && code >= minCode && code <= maxCode) != inverted;
    }

    @Override
    public void save(StringBuilder out) {
        out.append(inverted ? " ! --icmp-type " : " --icmp-type ");
        if (type == ANY) {
            out.append("any");
            return;
        }
        out.append(type);
        if (minCode != 0 || maxCode != 255) {
            out.append('/').append(minCode);
        }
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        IcmpTypeName named = numeric ? null : IcmpTypeName.of(type, minCode, maxCode);
        if (named != null) {
            out.append(inverted ? " icmp !" : " icmp ").append(named.text());
            return;
        }
        out.append(inverted ? " icmp !type " : " icmptype ").append(type);
        if (minCode == maxCode) {
            out.append(" code ").append(minCode);
        } else if (minCode != 0 || maxCode != 255) {
            out.append(" codes ").append(minCode).append('-').append(maxCode);
        }
    }

    @Override
    public int requiredProtocol() {
        return Ipv4Header.PROTOCOL_ICMP;
    }
}

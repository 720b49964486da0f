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
            int slash = argument.indexOf('/');
            int[] types = parse(slash < 0 ? argument : argument.substring(0, slash), "type", argument);
            if (types[0] != types[1]) {
                throw Refusal.parameter("ICMP type range not supported");
            }
            int[] codes = slash < 0 ? new int[] {0, 255} : parse(argument.substring(slash + 1), "code", argument);
            return new IcmpMatch(types[0], codes[0], codes[1], inverted);
        }

        /** One number or two with a colon between them ({@code libxt_icmp.h:parse_icmp_type()}). */
        private static int[] parse(String text, String what, String argument) {
            int end = ToolNumber.end(text);
            int low = ToolNumber.parsePrefix(text, end, 255);
            int high = low;
            String rest = text.substring(end);
            if (low >= 0 && rest.startsWith(":")) {
                rest = rest.substring(1);
                end = ToolNumber.end(rest);
                high = ToolNumber.parsePrefix(rest, end, 255);
                rest = rest.substring(end);
            }
            if (high < 0) {
                throw Refusal.parameter("Unknown ICMP " + what + " `" + argument + "'");
            }
            if (!rest.isEmpty()) {
                throw Refusal.parameter("unknown character " + rest.charAt(0));
            }
            return new int[] {low, high};
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

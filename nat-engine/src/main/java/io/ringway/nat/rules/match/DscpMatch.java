package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.DscpClass;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.OptionNumber;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.TypeOfService;
import io.ringway.packet.Ipv4Header;

/**
 * {@code -m dscp} (xt_dscp.c:dscp_mt()).
 *
 * @param point six bits
 */
public record DscpMatch(int point, boolean inverted) implements Match {
    private static final int MAX = 0x3f;
    private static final int BY_NUMBER = 0;
    private static final int BY_CLASS = 1;

    public static final Extension<Match> EXTENSION = Extension.of(
            "dscp",
            Reading::new,
            ExtensionOption.valued("dscp", BY_NUMBER).orInverted().excluding(1 << BY_CLASS),
            ExtensionOption.valued("dscp-class", BY_CLASS).orInverted().excluding(1 << BY_NUMBER));

    private static final class Reading implements Extension.Reading<Match> {
        private Match match;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            int point = id == BY_CLASS
                    ? DscpClass.parse(argument)
                    : (int) OptionNumber.parse("dscp", "dscp", argument, 0, MAX);
            match = new DscpMatch(point, inverted);
        }

        @Override
        public Match finish(RuleHead head) {
            if (match == null) {
                throw Refusal.parameter("DSCP match: Parameter --dscp is required");
            }
            return match;
        }
    }

    @Override
    public String name() {
        return "dscp";
    }

    @Override
    public boolean matches(Packet packet) {
        return (Ipv4Header.tos(packet.frame(), packet.frame().networkOffset()) >>> 2 == point) != inverted;
    }

    @Override
    public void save(StringBuilder out) {
        out.append(inverted ? " ! --dscp " : " --dscp ").append(TypeOfService.hex(point));
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(inverted ? " DSCP match !" : " DSCP match ").append(TypeOfService.hex(point));
    }
}

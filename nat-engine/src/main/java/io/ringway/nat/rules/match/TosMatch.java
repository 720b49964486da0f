package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.TypeOfService;
import io.ringway.packet.Ipv4Header;

/** {@code -m tos} (xt_dscp.c:tos_mt()). */
public record TosMatch(TypeOfService tos, boolean inverted) implements Match {
    public static final Extension<Match> EXTENSION = Extension.of(
            "tos", Reading::new, ExtensionOption.valued("tos", 0).orInverted().required());

    private static final class Reading implements Extension.Reading<Match> {
        private Match match;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            match = new TosMatch(TypeOfService.parse(argument), inverted);
        }

        @Override
        public Match finish(RuleHead head) {
            return match;
        }
    }

    @Override
    public String name() {
        return "tos";
    }

    @Override
    public boolean matches(Packet packet) {
        int actual = Ipv4Header.tos(packet.frame(), packet.frame().networkOffset());
        return ((actual & tos.mask()) == tos.value()) != inverted;
    }

    @Override
    public void save(StringBuilder out) {
        out.append(inverted ? " ! --tos " : " --tos ").append(tos);
    }

    // The tool prints no blank before a number.
    @Override
    public void list(StringBuilder out, boolean numeric) {
        String name = numeric ? null : tos.name();
        out.append(inverted ? " tos match!" : " tos match").append(name == null ? tos : " " + name);
    }
}

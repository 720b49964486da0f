package io.ringway.nat.rules.target;

import io.ringway.nat.rules.extension.DscpClass;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.OptionNumber;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.TableKind;
import io.ringway.nat.rules.extension.Target;
import io.ringway.nat.rules.extension.TypeOfService;
import io.ringway.nat.rules.extension.Verdict;
import io.ringway.packet.Ipv4Header;

/**
 * {@code -j DSCP} (xt_DSCP.c:dscp_tg()): leaves the bits of ECN alone.
 *
 * @param point six bits
 */
public record DscpTarget(int point) implements Target {
    private static final int MAX = 0x3f;
    private static final int BY_NUMBER = 0;
    private static final int BY_CLASS = 1;

    public static final Extension<Target> EXTENSION = Extension.of(
            "DSCP",
            Reading::new,
            ExtensionOption.valued("set-dscp", BY_NUMBER).excluding(1 << BY_CLASS),
            ExtensionOption.valued("set-dscp-class", BY_CLASS).excluding(1 << BY_NUMBER));

    private static final class Reading implements Extension.Reading<Target> {
        private Target target;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            target = new DscpTarget(
                    id == BY_CLASS
                            ? DscpClass.parse(argument)
                            : (int) OptionNumber.parse("DSCP", "set-dscp", argument, 0, MAX));
        }

        @Override
        public Target finish(RuleHead head) {
            if (target == null) {
                throw Refusal.parameter("DSCP target: Parameter --set-dscp is required");
            }
            return target;
        }
    }

    @Override
    public String name() {
        return "DSCP";
    }

    @Override
    public Verdict apply(Packet packet) {
        int at = packet.frame().networkOffset();
        int tos = Ipv4Header.tos(packet.frame(), at);
        if (tos >>> 2 != point) {
            Ipv4Header.rewriteTos(packet.frame(), at, (tos & 3) | point << 2);
        }
        return Verdict.CONTINUE;
    }

    @Override
    public void save(StringBuilder out) {
        out.append(" --set-dscp ").append(TypeOfService.hex(point));
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(" DSCP set ").append(TypeOfService.hex(point));
    }

    @Override
    public boolean allowedIn(TableKind table) {
        return table == TableKind.MANGLE;
    }
}

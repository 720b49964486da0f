package io.ringway.nat.rules.target;

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

/** {@code -j TOS} (xt_DSCP.c:tos_tg()): takes the bits of the mask away, then turns those of the value over. */
public record TosTarget(TypeOfService tos) implements Target {
    private static final int SET_TOS = 0;
    private static final int AND_TOS = 1;
    private static final int OR_TOS = 2;
    private static final int ALL = 0xff;
    private static final int ALL_OPTIONS = 0xf;
    private static final String[] OPTIONS = {"set-tos", "and-tos", "or-tos", "xor-tos"};

    public static final Extension<Target> EXTENSION =
            Extension.of("TOS", Reading::new, option(SET_TOS), option(AND_TOS), option(OR_TOS), option(3));

    private static ExtensionOption option(int id) {
        return ExtensionOption.valued(OPTIONS[id], id).excluding(ALL_OPTIONS);
    }

    private static final class Reading implements Extension.Reading<Target> {
        private TypeOfService tos;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            if (id == SET_TOS) {
                tos = TypeOfService.parse(argument);
                return;
            }
            int bits = (int) OptionNumber.parse("TOS", OPTIONS[id], argument, 0, ALL);
            tos = switch (id) {
                case AND_TOS -> new TypeOfService(0, ~bits & ALL);
                case OR_TOS -> new TypeOfService(bits, bits);
                default -> new TypeOfService(bits, 0);
            };
        }

        @Override
        public Target finish(RuleHead head) {
            if (tos == null) {
                throw Refusal.parameter("TOS: An action is required");
            }
            return new TosTarget(tos);
        }
    }

    @Override
    public String name() {
        return "TOS";
    }

    @Override
    public Verdict apply(Packet packet) {
        int at = packet.frame().networkOffset();
        int before = Ipv4Header.tos(packet.frame(), at);
        int after = (before & ~tos.mask()) ^ tos.value();
        if (after != before) {
            Ipv4Header.rewriteTos(packet.frame(), at, after);
        }
        return Verdict.CONTINUE;
    }

    @Override
    public void save(StringBuilder out) {
        out.append(" --set-tos ").append(tos);
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        if (numeric) {
            out.append(" TOS set ").append(tos);
        } else if (tos.name() != null) {
            // The tool has the blank on the wrong side.
            out.append("  TOS set").append(tos.name());
        } else if (tos.value() == tos.mask()) {
            out.append(" TOS or ").append(TypeOfService.hex(tos.value()));
        } else if (tos.mask() == 0) {
            out.append(" TOS xor ").append(TypeOfService.hex(tos.value()));
        } else if (tos.value() == 0) {
            out.append(" TOS and ").append(TypeOfService.hex(~tos.mask() & ALL));
        } else {
            out.append(" TOS set ").append(tos);
        }
    }

    @Override
    public boolean allowedIn(TableKind table) {
        return table == TableKind.MANGLE;
    }
}

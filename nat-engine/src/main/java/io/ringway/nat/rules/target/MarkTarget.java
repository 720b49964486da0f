package io.ringway.nat.rules.target;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.MaskedMark;
import io.ringway.nat.rules.extension.OptionNumber;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.TableKind;
import io.ringway.nat.rules.extension.Target;
import io.ringway.nat.rules.extension.Verdict;

/** {@code -j MARK} (xt_mark.c:mark_tg()): takes the bits of the mask away, then turns those of the value over. */
public record MarkTarget(MaskedMark mark) implements Target {
    private static final int SET_XMARK = 0;
    private static final int SET_MARK = 1;
    private static final int AND_MARK = 2;
    private static final int OR_MARK = 3;
    private static final int XOR_MARK = 4;
    private static final int ALL_OPTIONS = 0x1f;
    private static final String[] OPTIONS = {"set-xmark", "set-mark", "and-mark", "or-mark", "xor-mark"};

    public static final Extension<Target> EXTENSION = Extension.of(
            "MARK",
            Reading::new,
            option(SET_XMARK),
            option(SET_MARK),
            option(AND_MARK),
            option(OR_MARK),
            option(XOR_MARK));

    private static ExtensionOption option(int id) {
        return ExtensionOption.valued(OPTIONS[id], id).excluding(ALL_OPTIONS);
    }

    private static final class Reading implements Extension.Reading<Target> {
        private MaskedMark mark;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            if (id == SET_XMARK || id == SET_MARK) {
                MaskedMark given = MaskedMark.parse("MARK", OPTIONS[id], argument);
                mark = id == SET_XMARK ? given : new MaskedMark(given.value(), given.value() | given.mask());
                return;
            }
            int bits = (int) OptionNumber.parse("MARK", OPTIONS[id], argument, 0, MaskedMark.MAX);
            mark = switch (id) {
                case AND_MARK -> new MaskedMark(0, ~bits);
                case OR_MARK -> new MaskedMark(bits, bits);
                default -> new MaskedMark(bits, 0);
            };
        }

        @Override
        public Target finish(RuleHead head) {
            if (mark == null) {
                throw Refusal.parameter("MARK: One of the --set-xmark, --{and,or,xor,set}-mark options is required");
            }
            return new MarkTarget(mark);
        }
    }

    @Override
    public String name() {
        return "MARK";
    }

    @Override
    public Verdict apply(Packet packet) {
        packet.frame().setMark((packet.frame().mark() & ~mark.mask()) ^ mark.value());
        return Verdict.CONTINUE;
    }

    @Override
    public void save(StringBuilder out) {
        out.append(" --set-xmark ").append(MaskedMark.hex(mark.value())).append('/');
        out.append(MaskedMark.hex(mark.mask()));
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(" MARK ").append(mark.operation());
    }

    @Override
    public boolean allowedIn(TableKind table) {
        return true;
    }
}

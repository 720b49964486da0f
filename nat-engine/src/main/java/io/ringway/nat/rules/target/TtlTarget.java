package io.ringway.nat.rules.target;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.OptionNumber;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.TableKind;
import io.ringway.nat.rules.extension.Target;
import io.ringway.nat.rules.extension.Verdict;
import io.ringway.packet.Ipv4Header;

/** {@code -j TTL} (xt_HL.c:ttl_tg()): sets, raises or lowers the TTL, to 255 and 0 at the most. */
public record TtlTarget(int action, int amount) implements Target {
    private static final int SET = 0;
    private static final int DECREASE = 2;
    private static final int INCREASE = 1;
    private static final int MAX = 255;
    private static final int ALL_OPTIONS = 7;
    private static final String[] OPTIONS = {"ttl-set", "ttl-inc", "ttl-dec"};
    private static final String[] WORDS = {"set to ", "increment by ", "decrement by "};

    public static final Extension<Target> EXTENSION =
            Extension.of("TTL", Reading::new, option(SET), option(DECREASE), option(INCREASE));

    private static ExtensionOption option(int id) {
        return ExtensionOption.valued(OPTIONS[id], id).excluding(ALL_OPTIONS);
    }

    private static final class Reading implements Extension.Reading<Target> {
        private Target target;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            target = new TtlTarget(id, (int) OptionNumber.parse("TTL", OPTIONS[id], argument, id == SET ? 0 : 1, MAX));
        }

        @Override
        public Target finish(RuleHead head) {
            if (target == null) {
                throw Refusal.parameter("TTL: You must specify an action");
            }
            return target;
        }
    }

    @Override
    public String name() {
        return "TTL";
    }

    @Override
    public Verdict apply(Packet packet) {
        int at = packet.frame().networkOffset();
        int before = Ipv4Header.ttl(packet.frame(), at);
        int after = switch (action) {
            case SET -> amount;
            case INCREASE -> Math.min(MAX, before + amount);
            default -> Math.max(0, before - amount);
        };
        if (after != before) {
            Ipv4Header.rewriteTtl(packet.frame(), at, after);
        }
        return Verdict.CONTINUE;
    }

    @Override
    public void save(StringBuilder out) {
        out.append(" --").append(OPTIONS[action]).append(' ').append(amount);
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(" TTL ").append(WORDS[action]).append(amount);
    }

    @Override
    public boolean allowedIn(TableKind table) {
        return table == TableKind.MANGLE;
    }
}

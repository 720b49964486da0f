package io.ringway.nat.rules.match;

import io.ringway.nat.Hook;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.InterfacePattern;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;

/**
 * {@code -m physdev} (xt_physdev.c:physdev_mt()): the bridge ports of a packet that a bridge shows to its host's rules.
 *
 * @param given bits of the options that are given
 * @param inverted of those, the ones behind {@code !}
 * @param in null when it is not given
 * @param out null when it is not given
 */
public record PhysicalDeviceMatch(int given, int inverted, InterfacePattern in, InterfacePattern out) implements Match {
    private static final int IN = 0;
    private static final int OUT = 1;
    private static final int IS_IN = 2;
    private static final int IS_OUT = 3;
    private static final int IS_BRIDGED = 4;
    private static final int[] PRINTED = {IS_IN, IN, IS_OUT, OUT, IS_BRIDGED};
    private static final String[] OPTIONS = {
        "physdev-in", "physdev-out", "physdev-is-in", "physdev-is-out", "physdev-is-bridged"
    };

    public static final Extension<Match> EXTENSION = Extension.of(
            "physdev",
            Reading::new,
            ExtensionOption.valued(OPTIONS[IN], IN).orInverted(),
            ExtensionOption.valued(OPTIONS[OUT], OUT).orInverted(),
            ExtensionOption.flag(OPTIONS[IS_IN], IS_IN).orInverted(),
            ExtensionOption.flag(OPTIONS[IS_OUT], IS_OUT).orInverted(),
            ExtensionOption.flag(OPTIONS[IS_BRIDGED], IS_BRIDGED).orInverted());

    private static final class Reading implements Extension.Reading<Match> {
        private int given;
        private int inverted;
        private InterfacePattern in;
        private InterfacePattern out;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            given |= 1 << id;
            this.inverted |= inverted ? 1 << id : 0;
            if (id == IN) {
                in = pattern(argument, head);
            } else if (id == OUT) {
                out = pattern(argument, head);
            }
        }

        private static InterfacePattern pattern(String text, RuleHead head) {
            InterfacePattern pattern = InterfacePattern.ofAny(text);
            if (pattern.isWeird()) {
                head.warn(pattern.warning());
            }
            return pattern;
        }

        @Override
        public Match finish(RuleHead head) {
            if (given == 0) {
                throw Refusal.parameter("PHYSDEV: no physdev option specified");
            }
            return new PhysicalDeviceMatch(given, inverted, in, out);
        }
    }

    @Override
    public String name() {
        return "physdev";
    }

    @Override
    public boolean matches(Packet packet) {
        String from = packet.physicalIn();
        if (from.isEmpty()) {
            return given == inverted;
        }
        String to = packet.physicalOut();
        boolean leaves = !to.isEmpty();
        return holds(IS_BRIDGED, leaves)
                && holds(IS_IN, true)
                && holds(IS_OUT, leaves)
                && (in == null || holds(IN, in.matches(from)))
                && (out == null || (leaves && holds(OUT, out.matches(to))));
    }

    /** Whether an option, if it is given, has the answer that it wants. */
    private boolean holds(int option, boolean answer) {
        return (given & 1 << option) == 0 || answer != isInverted(option);
    }

    private boolean isInverted(int option) {
        return (inverted & 1 << option) != 0;
    }

    @Override
    public void save(StringBuilder text) {
        for (int option : PRINTED) {
            if ((given & 1 << option) != 0) {
                text.append(isInverted(option) ? " ! --" : " --").append(OPTIONS[option]);
                if (option == IN || option == OUT) {
                    text.append(' ').append(option == IN ? in : out);
                }
            }
        }
    }

    @Override
    public void list(StringBuilder text, boolean numeric) {
        text.append(" PHYSDEV match");
        save(text);
    }

    /** Where a packet is made, nobody knows yet whether a bridge will have it ({@code physdev_mt_check()}). */
    @Override
    public boolean allowedAt(Hook hook) {
        boolean asksOut = (given & (1 << OUT | 1 << IS_OUT)) != 0;
        boolean bridgedOnly = (given & 1 << IS_BRIDGED) != 0 && !isInverted(IS_BRIDGED);
        return hook != Hook.OUTPUT || !asksOut || bridgedOnly;
    }
}

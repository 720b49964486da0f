package io.ringway.nat.rules.target;

import io.ringway.nat.Hook;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.TableKind;
import io.ringway.nat.rules.extension.Target;
import io.ringway.nat.rules.extension.Verdict;

/**
 * {@code -j CLASSIFY} (xt_CLASSIFY.c:classify_tg()): the class of a queueing discipline, none of which is modelled: it
 * changes nothing that could be seen.
 */
public record ClassifyTarget(int major, int minor) implements Target {
    private static final int MAX_HALF = 0xffff;

    public static final Extension<Target> EXTENSION = Extension.of(
            "CLASSIFY", Reading::new, ExtensionOption.valued("set-class", 0).required());

    private static final class Reading implements Extension.Reading<Target> {
        private Target target;

        /** As {@code sscanf("%x:%x")} does: the numbers may say 0x, and what follows is not looked at. */
        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            int colon = argument.indexOf(':');
            int majorHalf = colon < 0 ? -1 : half(argument.substring(0, colon), true);
            int minorHalf = colon < 0 ? -1 : half(argument.substring(colon + 1), false);
            if (majorHalf < 0 || minorHalf < 0) {
                throw Refusal.parameter("Bad class value \"" + argument + "\"");
            }
            target = new ClassifyTarget(majorHalf, minorHalf);
        }

        private static int half(String text, boolean whole) {
            int at = text.regionMatches(true, 0, "0x", 0, 2) ? 2 : 0;
            int end = at;
            int value = 0;
            while (end < text.length() && Character.digit(text.charAt(end), 16) >= 0) {
                value = (value << 4 | Character.digit(text.charAt(end), 16)) & MAX_HALF;
                end++;
            }
            return end == at || (whole && end < text.length()) ? -1 : value;
        }

        @Override
        public Target finish(RuleHead head) {
            return target;
        }
    }

    @Override
    public String name() {
        return "CLASSIFY";
    }

    @Override
    public Verdict apply(Packet packet) {
        return Verdict.CONTINUE;
    }

    @Override
    public void save(StringBuilder out) {
        out.append(String.format(" --set-class %04x:%04x", major, minor));
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(String.format(" CLASSIFY set %x:%x", major, minor));
    }

    @Override
    public boolean allowedIn(TableKind table) {
        return true;
    }

    @Override
    public boolean allowedAt(Hook hook) {
        return hook == Hook.FORWARD || hook == Hook.OUTPUT || hook == Hook.POSTROUTING;
    }
}

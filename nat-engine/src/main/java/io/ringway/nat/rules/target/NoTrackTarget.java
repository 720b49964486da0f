package io.ringway.nat.rules.target;

import io.ringway.nat.conntrack.Connections;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.TableKind;
import io.ringway.nat.rules.extension.Target;
import io.ringway.nat.rules.extension.Verdict;

/**
 * {@code -j CT} and its older name {@code -j NOTRACK} (xt_CT.c:xt_ct_target()): exempts a packet from tracking, or
 * without {@code --notrack} does nothing but have the namespace track.
 */
public record NoTrackTarget(String name, boolean exempts) implements Target {
    private static final String[] OTHER_OPTIONS = {
        "helper", "timeout", "ctevents", "expevents", "zone", "zone-orig", "zone-reply"
    };

    public static final Extension<Target> CT = Extension.of("CT", () -> new Reading("CT", false), options());
    public static final Extension<Target> NOTRACK = Extension.of("NOTRACK", () -> new Reading("NOTRACK", true));

    private static ExtensionOption[] options() {
        ExtensionOption[] options = new ExtensionOption[1 + OTHER_OPTIONS.length];
        options[0] = ExtensionOption.flag("notrack", 0);
        for (int i = 0; i < OTHER_OPTIONS.length; i++) {
            options[i + 1] = ExtensionOption.valued(OTHER_OPTIONS[i], i + 1);
        }
        return options;
    }

    private static final class Reading implements Extension.Reading<Target> {
        private final String name;
        private boolean exempts;

        Reading(String name, boolean exempts) {
            this.name = name;
            this.exempts = exempts;
        }

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            if (id != 0) {
                throw Refusal.notModelled("--" + OTHER_OPTIONS[id - 1] + " of target CT");
            }
            exempts = true;
        }

        @Override
        public Target finish(RuleHead head) {
            return new NoTrackTarget(name, exempts);
        }
    }

    @Override
    public Verdict apply(Packet packet) {
        if (exempts && packet.frame().connection() == null) {
            Connections.untrack(packet.frame());
        }
        return Verdict.CONTINUE;
    }

    @Override
    public void save(StringBuilder out) {
        if (exempts && name.equals("CT")) {
            out.append(" --notrack");
        }
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(name.equals("NOTRACK") ? " NOTRACK" : exempts ? " CT notrack" : " CT");
    }

    @Override
    public String listName() {
        return "CT";
    }

    @Override
    public boolean needsTracking() {
        return !exempts;
    }

    @Override
    public boolean allowedIn(TableKind table) {
        return table == TableKind.RAW;
    }
}

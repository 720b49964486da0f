package io.ringway.nat.rules.target;

import io.ringway.nat.conntrack.Connection;
import io.ringway.nat.conntrack.Connections;
import io.ringway.nat.conntrack.Helper;
import io.ringway.nat.conntrack.Template;
import io.ringway.nat.conntrack.TrackingZone;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.TableKind;
import io.ringway.nat.rules.extension.Target;
import io.ringway.nat.rules.extension.ToolNumber;
import io.ringway.nat.rules.extension.Verdict;

/**
 * {@code -j CT} and its older name {@code -j NOTRACK} (xt_CT.c:xt_ct_target()): exempts a packet from tracking, or has it
 * tracked in a zone; without either it does nothing but have the namespace track.
 *
 * @param zone as {@link TrackingZone} codes it, with the helper
 * @param extras what else is attached
 * @param template what its packets have for a connection until they are tracked
 */
public record TrackingTarget(String name, boolean exempts, int zone, TrackingExtras extras, Connection template)
        implements Target {
    private static final int NOTRACK_OPTION = 0;
    private static final int HELPER = 1;
    private static final int TIMEOUT = 2;
    private static final int EVENTS = 3;
    private static final int EXPECTATION_EVENTS = 4;
    private static final int ZONE_BOTH = 5;
    private static final int ZONE_ORIGINAL = 6;
    private static final int MAX_ZONE = 0xffff;
    private static final String[] VALUED_OPTIONS = {
        "helper", "timeout", "ctevents", "expevents", "zone", "zone-orig", "zone-reply"
    };

    public static final Extension<Target> CT = Extension.of("CT", () -> new Reading("CT", false), options());
    public static final Extension<Target> NOTRACK = Extension.of("NOTRACK", () -> new Reading("NOTRACK", true));

    private static ExtensionOption[] options() {
        ExtensionOption[] options = new ExtensionOption[1 + VALUED_OPTIONS.length];
        options[0] = ExtensionOption.flag("notrack", NOTRACK_OPTION);
        for (int i = 0; i < VALUED_OPTIONS.length; i++) {
            options[i + 1] = ExtensionOption.valued(VALUED_OPTIONS[i], i + 1);
        }
        return options;
    }

    private static final class Reading implements Extension.Reading<Target> {
        private final String name;
        private boolean exempts;
        private int id;
        private int flags;
        private TrackingExtras extras = TrackingExtras.NONE;

        Reading(String name, boolean exempts) {
            this.name = name;
            this.exempts = exempts;
        }

        @Override
        public void option(int option, String argument, boolean inverted, RuleHead head) {
            switch (option) {
                case NOTRACK_OPTION -> exempts = true;
                case HELPER -> extras = extras.withHelper(argument);
                case TIMEOUT -> extras = extras.withTimeout(argument);
                case EVENTS -> extras = extras.withEvents(argument);
                case EXPECTATION_EVENTS -> extras = extras.withExpectationEvents(argument);
                default -> {
                    zone(argument);
                    if (option != ZONE_BOTH) {
                        flags |= option == ZONE_ORIGINAL ? TrackingZone.ORIGINAL : TrackingZone.REPLY;
                    }
                }
            }
        }

        private void zone(String text) {
            if (text.equalsIgnoreCase("mark")) {
                flags |= TrackingZone.BY_MARK;
                return;
            }
            id = ToolNumber.parse(text, MAX_ZONE);
            if (id < 0) {
                throw Refusal.parameter("Cannot parse " + text + " as a zone ID");
            }
        }

        @Override
        public Target finish(RuleHead head) {
            int zone = TrackingZone.withHelper(id | flags, Helper.named(extras.helper()));
            return new TrackingTarget(name, exempts, zone, extras, Template.of(id));
        }
    }

    /** Each rule has a template of its own: rules behind it may mark it. */
    @Override
    public Target fresh() {
        return new TrackingTarget(name, exempts, zone, extras, Template.of(zone & MAX_ZONE));
    }

    @Override
    public String name() {
        return name;
    }

    /** What says how the packet is tracked comes first: later rules change nothing. */
    @Override
    public Verdict apply(Packet packet) {
        if (!Template.isNeedless(packet.frame())) {
            if (exempts) {
                Connections.untrack(packet.frame());
            } else {
                Template.leave(packet.frame(), template, zone);
            }
        }
        return Verdict.CONTINUE;
    }

    @Override
    public void save(StringBuilder out) {
        if (name.equals("CT")) {
            print(out, " --");
        }
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        if (name.equals("NOTRACK")) {
            out.append(" NOTRACK");
        } else {
            out.append(" CT");
            print(out, " ");
        }
    }

    private void print(StringBuilder out, String lead) {
        if (exempts) {
            out.append(lead).append("notrack");
        }
        extras.print(out, lead, exempts);
        boolean marked = (zone & TrackingZone.BY_MARK) != 0;
        int id = zone & MAX_ZONE;
        if (marked || id != 0) {
            String which = TrackingZone.isOneWay(zone)
                    ? (zone & TrackingZone.ORIGINAL) != 0 ? "zone-orig " : "zone-reply "
                    : "zone ";
            out.append(lead).append(which).append(marked ? "mark" : Integer.toString(id));
        }
    }

    @Override
    public String listName() {
        return "CT";
    }

    @Override
    public boolean needsTracking() {
        return !exempts;
    }

    /** A packet that is exempt needs none of it, so the kernel does not ask. */
    @Override
    public String refusedWith(int protocol) {
        return exempts ? null : extras.refusedWith(protocol);
    }

    @Override
    public boolean allowedIn(TableKind table) {
        return table == TableKind.RAW;
    }
}

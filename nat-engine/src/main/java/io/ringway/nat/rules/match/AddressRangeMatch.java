package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.AddressRange;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.packet.Ipv4Address;

/** {@code -m iprange} (xt_iprange.c:iprange_mt4()): addresses from one to another. Null where there is no condition. */
public record AddressRangeMatch(Bounds source, Bounds destination) implements Match {
    private static final int SOURCE = 0;
    private static final int DESTINATION = 1;
    private static final String[] OPTIONS = {"src-range", "dst-range"};

    /** First and last address, both inclusive, as unsigned numbers. */
    record Bounds(int first, int last, boolean inverted) {
        boolean holds(int address) {
            return (Integer.compareUnsigned(address, first) >= 0 && Integer.compareUnsigned(address, last) <= 0)
                    != inverted;
        }

        private boolean isReversed() {
            return Integer.compareUnsigned(first, last) > 0;
        }

        private boolean holdsNothing() {
            return isReversed() && !inverted;
        }

        private String text() {
            return Ipv4Address.format(first) + '-' + Ipv4Address.format(last);
        }

        private void append(StringBuilder out, String before, String invertedBefore) {
            out.append(inverted ? invertedBefore : before).append(text());
        }
    }

    public static final Extension<Match> EXTENSION = Extension.of(
            "iprange",
            Reading::new,
            ExtensionOption.valued(OPTIONS[SOURCE], SOURCE).orInverted(),
            ExtensionOption.valued(OPTIONS[DESTINATION], DESTINATION).orInverted());

    private static final class Reading implements Extension.Reading<Match> {
        private final Bounds[] bounds = new Bounds[2];

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            int dash = argument.indexOf('-');
            int first = parse(id, dash < 0 ? argument : argument.substring(0, dash));
            int last = dash < 0 ? first : parse(id, argument.substring(dash + 1));
            bounds[id] = new Bounds(first, last, inverted);
            if (bounds[id].isReversed()) {
                head.warn("xt_iprange: range " + bounds[id].text() + " is reversed and will never match");
            }
        }

        private static int parse(int id, String text) {
            Long address = AddressRange.parseDotted(text, false);
            if (address == null) {
                throw Refusal.parameter("iprange: Bad value for \"--" + OPTIONS[id] + "\" option: \"" + text + "\"");
            }
            return address.intValue();
        }

        @Override
        public Match finish(RuleHead head) {
            if (bounds[SOURCE] == null && bounds[DESTINATION] == null) {
                throw Refusal.parameter("iprange match: You must specify `--src-range' or `--dst-range'");
            }
            return new AddressRangeMatch(bounds[SOURCE], bounds[DESTINATION]);
        }
    }

    @Override
    public String name() {
        return "iprange";
    }

    @Override
    public String warning() {
        Bounds empty = source != null && source.holdsNothing() ? source : destination;
        return empty != null && empty.holdsNothing()
                ? "range " + empty.text() + " is reversed and never matches"
                : null;
    }

    @Override
    public boolean matches(Packet packet) {
        return (source == null || source.holds(packet.source()))
                && (destination == null || destination.holds(packet.destination()));
    }

    @Override
    public void save(StringBuilder out) {
        if (source != null) {
            source.append(out, " --src-range ", " ! --src-range ");
        }
        if (destination != null) {
            destination.append(out, " --dst-range ", " ! --dst-range ");
        }
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        if (source != null) {
            source.append(out, " source IP range ", " source IP range ! ");
        }
        if (destination != null) {
            destination.append(out, " destination IP range ", " destination IP range ! ");
        }
    }
}

package io.ringway.nat.rules.match;

import io.ringway.nat.Hook;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;

/**
 * {@code -m addrtype} (xt_addrtype.c:addrtype_mt_v1()): what routing says about the packet's addresses, in the whole
 * namespace or on the interface that the packet came in by or leaves by.
 */
public record AddressTypeMatch(
        int sourceTypes,
        boolean sourceInverted,
        int destinationTypes,
        boolean destinationInverted,
        boolean limitIn,
        boolean limitOut)
        implements Match {
    /** At the index that is the type's number, {@code RTN_*}. */
    private static final String[] NAMES = {
        "UNSPEC",
        "UNICAST",
        "LOCAL",
        "BROADCAST",
        "ANYCAST",
        "MULTICAST",
        "BLACKHOLE",
        "UNREACHABLE",
        "PROHIBIT",
        "THROW",
        "NAT",
        "XRESOLVE"
    };

    private static final int SOURCE = 0;
    private static final int DESTINATION = 1;
    private static final int LIMIT_IN = 2;
    private static final int LIMIT_OUT = 3;

    public static final Extension<Match> EXTENSION = Extension.of(
            "addrtype",
            Reading::new,
            ExtensionOption.valued("src-type", SOURCE).orInverted(),
            ExtensionOption.valued("dst-type", DESTINATION).orInverted(),
            ExtensionOption.flag("limit-iface-in", LIMIT_IN).excluding(1 << LIMIT_OUT),
            ExtensionOption.flag("limit-iface-out", LIMIT_OUT).excluding(1 << LIMIT_IN));

    private static final class Reading implements Extension.Reading<Match> {
        private int sourceTypes;
        private boolean sourceInverted;
        private int destinationTypes;
        private boolean destinationInverted;
        private boolean limitIn;
        private boolean limitOut;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            switch (id) {
                case SOURCE -> {
                    sourceTypes = parse(argument);
                    sourceInverted = inverted;
                }
                case DESTINATION -> {
                    destinationTypes = parse(argument);
                    destinationInverted = inverted;
                }
                case LIMIT_IN -> limitIn = true;
                default -> limitOut = true;
            }
        }

        private static int parse(String argument) {
            int types = 0;
            int from = 0;
            while (from <= argument.length()) {
                int comma = argument.indexOf(',', from);
                int type = indexOf(argument.substring(from, comma < 0 ? argument.length() : comma));
                if (type < 0) {
                    String rest = argument.substring(from);
                    throw Refusal.parameter(
                            "addrtype: bad type " + (comma < 0 ? "\"" + rest + "\"" : "`" + rest + "'"));
                }
                types |= 1 << type;
                from = comma < 0 ? argument.length() + 1 : comma + 1;
            }
            return types;
        }

        /** The beginning of a name suffices, in any case: of several that begin so, the first. */
        private static int indexOf(String name) {
            for (int type = 0; type < NAMES.length && !name.isEmpty(); type++) {
                if (NAMES[type].regionMatches(true, 0, name, 0, name.length())) {
                    return type;
                }
            }
            return -1;
        }

        @Override
        public Match finish(RuleHead head) {
            if (sourceTypes == 0 && destinationTypes == 0) {
                throw Refusal.parameter("addrtype: you must specify --src-type or --dst-type");
            }
            return new AddressTypeMatch(
                    sourceTypes, sourceInverted, destinationTypes, destinationInverted, limitIn, limitOut);
        }
    }

    @Override
    public String name() {
        return "addrtype";
    }

    @Override
    public boolean matches(Packet packet) {
        int ifindex = limitIn ? packet.ingress() : limitOut ? packet.egress() : 0;
        if (sourceTypes != 0 && hasType(packet, packet.source(), ifindex, sourceTypes) == sourceInverted) {
            return false;
        }
        return destinationTypes == 0
                || hasType(packet, packet.destination(), ifindex, destinationTypes) != destinationInverted;
    }

    private static boolean hasType(Packet packet, int address, int ifindex, int types) {
        return (1 << packet.view().addressType(address, ifindex).ordinal() & types) != 0;
    }

    @Override
    public void save(StringBuilder out) {
        append(out, sourceInverted ? " ! --src-type " : " --src-type ", sourceTypes);
        append(out, destinationInverted ? " ! --dst-type " : " --dst-type ", destinationTypes);
        out.append(limitIn ? " --limit-iface-in" : "").append(limitOut ? " --limit-iface-out" : "");
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(" ADDRTYPE match");
        append(out, sourceInverted ? " src-type !" : " src-type ", sourceTypes);
        append(out, destinationInverted ? " dst-type !" : " dst-type ", destinationTypes);
        out.append(limitIn ? " limit-in" : "").append(limitOut ? " limit-out" : "");
    }

    private static void append(StringBuilder out, String label, int types) {
        String separator = label;
        for (int type = 0; type < NAMES.length; type++) {
            if ((types & 1 << type) != 0) {
                out.append(separator).append(NAMES[type]);
                separator = ",";
            }
        }
    }

    /** What {@code addrtype_mt_checkentry_v1()} refuses; a chain of the user's is not looked at. */
    @Override
    public boolean allowedAt(Hook hook) {
        if (limitIn) {
            return hook != Hook.OUTPUT && hook != Hook.POSTROUTING;
        }
        return !limitOut || (hook != Hook.PREROUTING && hook != Hook.INPUT);
    }
}

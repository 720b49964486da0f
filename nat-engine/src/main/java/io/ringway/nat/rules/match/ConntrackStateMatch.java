package io.ringway.nat.rules.match;

import io.ringway.nat.conntrack.Connection;
import io.ringway.nat.conntrack.ConnectionInfo;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import java.util.Locale;

/**
 * {@code -m conntrack --ctstate} and its older name {@code -m state --state} (xt_conntrack.c:conntrack_mt()): a packet
 * without a connection is INVALID.
 */
public final class ConntrackStateMatch implements Match {
    private static final int INVALID = 1;
    private static final int NEW = 1 << 1;
    private static final int RELATED = 1 << 2;
    private static final int ESTABLISHED = 1 << 3;
    private static final int UNTRACKED = 1 << 4;
    private static final int SNAT = 1 << 5;
    private static final int DNAT = 1 << 6;

    /** In the order in which the tool prints them, each at the bit of its index. */
    private static final String[] NAMES = {"INVALID", "NEW", "RELATED", "ESTABLISHED", "UNTRACKED", "SNAT", "DNAT"};

    private static final String[] OTHER_OPTIONS = {
        "ctproto",
        "ctorigsrc",
        "ctorigdst",
        "ctreplsrc",
        "ctrepldst",
        "ctorigsrcport",
        "ctorigdstport",
        "ctreplsrcport",
        "ctrepldstport",
        "ctstatus",
        "ctexpire",
        "ctdir"
    };

    public static final Extension<Match> CONNTRACK =
            Extension.of("conntrack", () -> new Reading("ctstate", 7), options());

    public static final Extension<Match> STATE = Extension.of(
            "state",
            () -> new Reading("state", 5),
            ExtensionOption.valued("state", 0).orInverted().required());

    private final String option;
    private final int states;
    private final boolean inverted;

    private ConntrackStateMatch(String option, int states, boolean inverted) {
        this.option = option;
        this.states = states;
        this.inverted = inverted;
    }

    private static ExtensionOption[] options() {
        ExtensionOption[] options = new ExtensionOption[1 + OTHER_OPTIONS.length];
        options[0] = ExtensionOption.valued("ctstate", 0).orInverted();
        for (int i = 0; i < OTHER_OPTIONS.length; i++) {
            options[i + 1] = ExtensionOption.valued(OTHER_OPTIONS[i], i + 1).orInverted();
        }
        return options;
    }

    private static final class Reading implements Extension.Reading<Match> {
        private final String option;
        private final int known;
        private int states;
        private boolean given;
        private boolean inverted;

        Reading(String option, int known) {
            this.option = option;
            this.known = known;
        }

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            if (id != 0) {
                throw Refusal.notModelled("--" + OTHER_OPTIONS[id - 1] + " of match conntrack");
            }
            given = true;
            this.inverted = inverted;
            int from = 0;
            while (from <= argument.length()) {
                int comma = argument.indexOf(',', from);
                int to = comma < 0 ? argument.length() : comma;
                states |= parse(argument.substring(from, to), argument.substring(from));
                from = to + 1;
            }
        }

        /** The message names all that is left to be read, as the tool's does. */
        private int parse(String word, String rest) {
            String name = word.toUpperCase(Locale.ROOT);
            for (int i = 0; i < known; i++) {
                if (NAMES[i].equals(name)) {
                    return 1 << i;
                }
            }
            throw Refusal.parameter("Bad " + option + " \"" + rest + "\"");
        }

        @Override
        public Match finish(RuleHead head) {
            if (!given) {
                throw Refusal.parameter("conntrack: At least one option is required");
            }
            return new ConntrackStateMatch(option, states, inverted);
        }
    }

    @Override
    public String name() {
        return option.equals("state") ? "state" : "conntrack";
    }

    @Override
    public boolean matches(Packet packet) {
        return ((stateOf(packet) & states) != 0) != inverted;
    }

    private static int stateOf(Packet packet) {
        Connection connection = (Connection) packet.frame().connection();
        if (connection == null) {
            return packet.frame().connectionInfo() == ConnectionInfo.UNTRACKED ? UNTRACKED : INVALID;
        }
        int state = connection.isSrcNat() ? SNAT : 0;
        if (connection.isDstNat()) {
            state |= DNAT;
        }
        return state
                | switch (packet.frame().connectionInfo()) {
                    case ConnectionInfo.NEW -> NEW;
                    case ConnectionInfo.RELATED, ConnectionInfo.RELATED_REPLY -> RELATED;
                    default -> ESTABLISHED;
                };
    }

    @Override
    public void save(StringBuilder out) {
        out.append(inverted ? " ! --" : " --").append(option);
        appendStates(out);
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(inverted ? " ! " : " ").append(option);
        appendStates(out);
    }

    private void appendStates(StringBuilder out) {
        char separator = ' ';
        for (int i = 0; i < NAMES.length; i++) {
            if ((states & 1 << i) != 0) {
                out.append(separator).append(NAMES[i]);
                separator = ',';
            }
        }
    }

    @Override
    public boolean needsTracking() {
        return true;
    }
}

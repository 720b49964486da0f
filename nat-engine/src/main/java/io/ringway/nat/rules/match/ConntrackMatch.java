package io.ringway.nat.rules.match;

import io.ringway.nat.conntrack.Connection;
import io.ringway.nat.conntrack.ConnectionInfo;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.Packet;
import java.util.List;

/**
 * {@code -m conntrack} and, for {@code --ctstate} alone, its older name {@code -m state} (xt_conntrack.c:conntrack_mt()):
 * a packet without a connection is INVALID or UNTRACKED; where a rule asks for that, it asks for nothing else.
 */
public final class ConntrackMatch implements Match {
    static final NamedBits STATES = new NamedBits(
            List.of("INVALID", "NEW", "RELATED", "ESTABLISHED", "UNTRACKED", "SNAT", "DNAT"),
            List.of(1, 1 << 1, 1 << 2, 1 << 3, 1 << 4, 1 << 5, 1 << 6));

    /** What {@code -m state} knows of them. */
    static final NamedBits OLD_STATES =
            new NamedBits(STATES.names().subList(0, 5), STATES.bits().subList(0, 5));

    private static final int INVALID = 1;
    private static final int NEW = 1 << 1;
    private static final int RELATED = 1 << 2;
    private static final int ESTABLISHED = 1 << 3;
    private static final int UNTRACKED = 1 << 4;
    private static final int SNAT = 1 << 5;
    private static final int DNAT = 1 << 6;

    public static final Extension<Match> CONNTRACK =
            Extension.of("conntrack", ConntrackReading::new, ConntrackReading.options());

    public static final Extension<Match> STATE = Extension.of("state", StateReading::new, StateReading.option());

    /** A condition as it was asked. */
    record Asked(String option, boolean inverted, ConnectionCondition condition) {}

    private final String name;
    private final String stateOption;
    private final int states;
    private final boolean statesInverted;
    private final Asked[] asked;

    /**
     * @param states 0 when no state is asked for
     * @param asked in the order of printing
     */
    ConntrackMatch(String name, String stateOption, int states, boolean statesInverted, List<Asked> asked) {
        this.name = name;
        this.stateOption = stateOption;
        this.states = states;
        this.statesInverted = statesInverted;
        this.asked = asked.toArray(Asked[]::new);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean matches(Packet packet) {
        Connection connection = (Connection) packet.frame().connection();
        byte info = packet.frame().connectionInfo();
        if (states != 0 && ((stateOf(connection, info) & states) != 0) == statesInverted) {
            return false;
        }
        if (connection == null) {
            return states != 0;
        }
        for (Asked one : asked) {
            if (one.condition.holds(connection, packet) == one.inverted) {
                return false;
            }
        }
        return true;
    }

    private static int stateOf(Connection connection, byte info) {
        if (connection == null) {
            return info == ConnectionInfo.UNTRACKED ? UNTRACKED : INVALID;
        }
        int state = connection.isSrcNat() ? SNAT : 0;
        if (connection.isDstNat()) {
            state |= DNAT;
        }
        return state
                | switch (info) {
                    case ConnectionInfo.NEW -> NEW;
                    case ConnectionInfo.RELATED, ConnectionInfo.RELATED_REPLY -> RELATED;
                    default -> ESTABLISHED;
                };
    }

    @Override
    public void save(StringBuilder out) {
        append(out, "--", true);
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        append(out, "", numeric);
    }

    private void append(StringBuilder out, String prefix, boolean numeric) {
        if (states != 0) {
            out.append(statesInverted ? " ! " : " ")
                    .append(prefix)
                    .append(stateOption)
                    .append(' ');
            STATES.append(out, states);
        }
        for (Asked one : asked) {
            out.append(one.inverted ? " ! " : " ")
                    .append(prefix)
                    .append(one.option)
                    .append(' ');
            one.condition.append(out, numeric);
        }
    }

    @Override
    public boolean needsTracking() {
        return true;
    }
}

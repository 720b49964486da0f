package io.ringway.nat.rules.match;

import io.ringway.nat.conntrack.Connection;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.NamespaceState;
import io.ringway.nat.rules.extension.OptionNumber;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;

/**
 * {@code -m connbytes} (xt_connbytes.c:connbytes_mt()): what a connection has moved so far, this packet included. Such a
 * rule has connections counted from when it stands; one from before is never met.
 *
 * @param from without sign; more than {@code to} for an inverted range
 * @param to without sign
 */
public record ConnectionBytesMatch(long from, long to, Direction direction, Mode mode) implements Match {
    private static final int RANGE = 0;
    private static final int DIRECTION = 1;
    private static final int MODE = 2;
    private static final long MAX = -1;

    /** In the order of the kernel's constants. */
    enum Mode {
        PACKETS("packets"),
        BYTES("bytes"),
        AVERAGE("avgpkt");

        final String word;

        Mode(String word) {
            this.word = word;
        }
    }

    /** Whose packets count. */
    enum Direction {
        ORIGINAL("original"),
        REPLY("reply"),
        BOTH("both");

        final String word;

        Direction(String word) {
            this.word = word;
        }
    }

    public static final Extension<Match> EXTENSION = Extension.of(
            "connbytes",
            Reading::new,
            ExtensionOption.valued("connbytes", RANGE).orInverted().required(),
            ExtensionOption.valued("connbytes-dir", DIRECTION).required(),
            ExtensionOption.valued("connbytes-mode", MODE).required());

    private static final class Reading implements Extension.Reading<Match> {
        private long from;
        private long to;
        private Direction direction;
        private Mode mode;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            switch (id) {
                case RANGE -> setRange(argument, inverted);
                case DIRECTION -> {
                    for (Direction known : Direction.values()) {
                        direction = known.word.equals(argument) ? known : direction;
                    }
                    checkKnown(direction, "dir", argument);
                }
                default -> {
                    for (Mode known : Mode.values()) {
                        mode = known.word.equals(argument) ? known : mode;
                    }
                    checkKnown(mode, "mode", argument);
                }
            }
        }

        private void setRange(String argument, boolean inverted) {
            long[] range = OptionNumber.parseWideRange("connbytes", "connbytes", argument, MAX);
            long low = range[0];
            long high = range.length == 1 ? MAX : range[1];
            if (Long.compareUnsigned(low, high) > 0) {
                throw Refusal.parameter(
                        Long.toUnsignedString(low) + " should be less than " + Long.toUnsignedString(high));
            }
            from = inverted ? high : low;
            to = inverted ? low : high;
        }

        private static void checkKnown(Object found, String option, String argument) {
            if (found == null) {
                throw Refusal.parameter("Unknown --connbytes-" + option + " `" + argument + "'");
            }
        }

        @Override
        public Match finish(RuleHead head) {
            return new ConnectionBytesMatch(from, to, direction, mode);
        }
    }

    @Override
    public String name() {
        return "connbytes";
    }

    @Override
    public boolean needsTracking() {
        return true;
    }

    @Override
    public boolean joinsNamespace() {
        return true;
    }

    @Override
    public void enter(NamespaceState state) {
        state.forceAccounting();
    }

    /** Each rule has its own, for it comes and goes with it. */
    @Override
    public Match fresh() {
        return new ConnectionBytesMatch(from, to, direction, mode);
    }

    @Override
    public boolean matches(Packet packet) {
        Connection connection = (Connection) packet.frame().connection();
        return connection != null && connection.isCounted() && contains(moved(connection));
    }

    private long moved(Connection connection) {
        long packets = direction == Direction.REPLY ? 0 : connection.packets(false);
        packets += direction == Direction.ORIGINAL ? 0 : connection.packets(true);
        if (mode == Mode.PACKETS) {
            return packets;
        }
        long bytes = direction == Direction.REPLY ? 0 : connection.bytes(false);
        bytes += direction == Direction.ORIGINAL ? 0 : connection.bytes(true);
        if (mode == Mode.BYTES) {
            return bytes;
        }
        return packets == 0 ? 0 : bytes / packets;
    }

    private boolean contains(long moved) {
        if (isInverted()) {
            return Long.compareUnsigned(moved, to) < 0 || Long.compareUnsigned(moved, from) > 0;
        }
        return Long.compareUnsigned(moved, from) >= 0 && Long.compareUnsigned(moved, to) <= 0;
    }

    private boolean isInverted() {
        return Long.compareUnsigned(from, to) > 0;
    }

    @Override
    public void save(StringBuilder out) {
        appendRange(out, "--");
        out.append(" --connbytes-mode ").append(mode.word);
        out.append(" --connbytes-dir ").append(direction.word);
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        appendRange(out, "");
        out.append(" connbytes mode ").append(mode.word);
        out.append(" connbytes direction ").append(direction.word);
    }

    private void appendRange(StringBuilder out, String prefix) {
        long low = isInverted() ? to : from;
        long high = isInverted() ? from : to;
        out.append(isInverted() ? " ! " : " ").append(prefix).append("connbytes ");
        out.append(Long.toUnsignedString(low));
        if (high != 0 && high != MAX) {
            out.append(':').append(Long.toUnsignedString(high));
        }
    }
}

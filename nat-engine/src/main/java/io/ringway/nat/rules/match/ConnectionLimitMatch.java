package io.ringway.nat.rules.match;

import io.ringway.nat.conntrack.Connection;
import io.ringway.nat.conntrack.Connections;
import io.ringway.nat.conntrack.Template;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.HostAddress;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.NamespaceState;
import io.ringway.nat.rules.extension.OptionNumber;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.packet.Ipv4Address;

/** {@code -m connlimit} (xt_connlimit.c:connlimit_mt()): how many connections a host or network has, by this rule's own count. */
public final class ConnectionLimitMatch implements Match {
    private static final int UP_TO = 0;
    private static final int ABOVE = 1;
    private static final int MASK = 2;
    private static final int SOURCE = 3;
    private static final int DESTINATION = 4;
    private static final int WHOLE = 32;
    private static final long MAX = 0xffff_ffffL;

    public static final Extension<Match> EXTENSION = Extension.of(
            "connlimit",
            Reading::new,
            ExtensionOption.valued("connlimit-upto", UP_TO).orInverted().excluding(1 << ABOVE),
            ExtensionOption.valued("connlimit-above", ABOVE).orInverted().excluding(1 << UP_TO),
            ExtensionOption.valued("connlimit-mask", MASK),
            ExtensionOption.flag("connlimit-saddr", SOURCE).excluding(1 << DESTINATION),
            ExtensionOption.flag("connlimit-daddr", DESTINATION).excluding(1 << SOURCE));

    private static final class Reading implements Extension.Reading<Match> {
        private long limit = -1;
        private boolean upTo;
        private int prefixLength = WHOLE;
        private boolean masked;
        private boolean destination;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            switch (id) {
                case UP_TO, ABOVE -> {
                    String option = id == UP_TO ? "connlimit-upto" : "connlimit-above";
                    limit = OptionNumber.parse("connlimit", option, argument, 0, MAX);
                    upTo = (id == UP_TO) != inverted;
                }
                case MASK -> {
                    // A mask with gaps is taken for the whole address, as the tool does.
                    int length = HostAddress.parsePrefixLength("connlimit", "connlimit-mask", argument);
                    prefixLength = Math.min(length, WHOLE);
                    masked = length <= WHOLE;
                }
                default -> destination = id == DESTINATION;
            }
        }

        @Override
        public Match finish(RuleHead head) {
            if (limit < 0) {
                throw Refusal.parameter("You must specify \"--connlimit-above\" or \"--connlimit-upto\".");
            }
            return new ConnectionLimitMatch(limit, upTo, prefixLength, masked, destination);
        }
    }

    private final long limit;
    private final boolean upTo;
    private final int prefixLength;
    private final boolean masked;
    private final boolean destination;
    private final ConnectionCounts counts = new ConnectionCounts();
    private Connections connections;

    private ConnectionLimitMatch(long limit, boolean upTo, int prefixLength, boolean masked, boolean destination) {
        this.limit = limit;
        this.upTo = upTo;
        this.prefixLength = prefixLength;
        this.masked = masked;
        this.destination = destination;
    }

    @Override
    public Match fresh() {
        return new ConnectionLimitMatch(limit, upTo, prefixLength, masked, destination);
    }

    /** A mask that was given fills a field of the tool otherwise than none does. */
    @Override
    public String unprinted() {
        return masked ? " masked" : "";
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
        connections = state.connections();
    }

    @Override
    public String name() {
        return "connlimit";
    }

    @Override
    public boolean matches(Packet packet) {
        Connection connection = (Connection) packet.frame().connection();
        long zone = connection == null ? 0 : connection.zone();
        if (connection == null || Template.isOn(packet.frame())) {
            if (!connections.readTuple(packet.hook(), packet.frame())) {
                packet.dropHot();
                return false;
            }
            connection = connections.findRead();
        }
        int address = destination ? packet.destination() : packet.source();
        int count = counts.count(
                zone << 32 | (address & Ipv4Address.mask(prefixLength) & 0xffff_ffffL),
                connection == null ? connections.tupleAddresses() : connection.originalAddresses(),
                connection == null ? connections.tupleRest() : connection.originalRest(),
                acquaintance(connection),
                connections,
                Jiffies.at(packet.view().nowNs()));
        if (count == 0) {
            packet.dropHot();
            return false;
        }
        return count > limit != upTo;
    }

    private static ConnectionCounts.Acquaintance acquaintance(Connection connection) {
        if (connection == null || !connection.isConfirmed()) {
            return ConnectionCounts.Acquaintance.UNKNOWN;
        }
        return connection.isAssured() ? ConnectionCounts.Acquaintance.ASSURED : ConnectionCounts.Acquaintance.CONFIRMED;
    }

    @Override
    public void save(StringBuilder out) {
        out.append(upTo ? " --connlimit-upto " : " --connlimit-above ").append(limit);
        out.append(" --connlimit-mask ").append(prefixLength);
        out.append(destination ? " --connlimit-daddr" : " --connlimit-saddr");
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(destination ? " #conn dst/" : " #conn src/").append(prefixLength);
        out.append(upTo ? " <= " : " > ").append(limit);
    }
}

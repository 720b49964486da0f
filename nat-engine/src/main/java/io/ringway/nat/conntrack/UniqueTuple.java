package io.ringway.nat.conntrack;

import io.ringway.nat.NamespaceView;
import io.ringway.nat.PortDraw;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.Randomness;

/**
 * Chooses what a new connection looks like behind NAT ({@code get_unique_tuple()}): within the range asked for, keeping
 * what can be kept, and so that no two connections' answers look alike. The choice is left in {@link #addresses} and
 * {@link #rest}; nothing is certain until confirmation.
 */
final class UniqueTuple {
    private static final int MAX_ATTEMPTS = 128;

    /** With so few attempts left, a closed TCP connection may lose its port to a new one. */
    private static final int HARDER_THRESHOLD = MAX_ATTEMPTS / 4;

    private final ConnectionTable table;
    private final NamespaceView view;
    private final Randomness randomness;

    private Connection connection;
    private NatRange range;
    private boolean source;
    private long nowNs;
    private PortOracle oracle;

    long addresses;
    long rest;

    UniqueTuple(ConnectionTable table, NamespaceView view, Randomness randomness) {
        this.table = table;
        this.view = view;
        this.randomness = randomness;
    }

    void setOracle(PortOracle oracle) {
        this.oracle = oracle;
    }

    /**
     * @param currentAddresses of the original direction as it looks now, after what was set up before
     * @param source whether the source is rewritten, else the destination
     */
    void choose(Connection forConnection, long currentAddresses, long currentRest, NatRange natRange, boolean source) {
        this.connection = forConnection;
        this.range = natRange;
        this.source = source;
        this.nowNs = view.nowNs();
        addresses = currentAddresses;
        rest = currentRest;
        if (source && !range.random() && keepsSource(currentAddresses, currentRest)) {
            return;
        }
        addresses = currentAddresses;
        rest = currentRest;
        chooseAddress();
        if (range.random() || !isPortFine()) {
            choosePort();
        }
    }

    /** The packet's own source will do, or the mapping that the same source has in another connection. */
    private boolean keepsSource(long currentAddresses, long currentRest) {
        if (isInRange()) {
            return !isTakenForNew();
        }
        SourceMappings mappings = table.mappings();
        long zoned = Tuple.withZone(currentRest, Tuple.zone(connection.originalRest));
        for (Connection other = mappings.first(currentAddresses, zoned, nowNs);
                other != null;
                other = mappings.next(other, currentAddresses, zoned, nowNs)) {
            addresses = Tuple.withSource(currentAddresses, other.replyDestination());
            boolean query = other.protocol() == Ipv4Header.PROTOCOL_ICMP;
            rest = Tuple.withSourcePort(currentRest, query ? other.replySourcePort() : other.replyDestinationPort());
            if (isInRange()) {
                return !isTaken();
            }
        }
        return false;
    }

    private boolean isInRange() {
        int address = Tuple.source(addresses);
        boolean addressFits = !range.mapsAddress()
                || (Integer.compareUnsigned(address, range.minAddress()) >= 0
                        && Integer.compareUnsigned(address, range.maxAddress()) <= 0);
        return addressFits && (!range.mapsPort() || isPortInRange(true));
    }

    private boolean isPortInRange(boolean ofSource) {
        int port;
        switch (Tuple.protocol(rest)) {
            case Ipv4Header.PROTOCOL_ICMP -> port = Tuple.sourcePort(rest);
            case Ipv4Header.PROTOCOL_TCP,
                    Ipv4Header.PROTOCOL_UDP,
                    Tuple.PROTOCOL_UDPLITE,
                    Tuple.PROTOCOL_SCTP,
                    Tuple.PROTOCOL_GRE -> port = ofSource ? Tuple.sourcePort(rest) : Tuple.destinationPort(rest);
            default -> {
                return true;
            }
        }
        return port >= range.minPort() && port <= range.maxPort();
    }

    /** {@code find_best_ips_proto()}: of a range of addresses, one by a hash of the addresses, the same in every kernel. */
    private void chooseAddress() {
        if (!range.mapsAddress()) {
            return;
        }
        int address = range.minAddress();
        if (range.minAddress() != range.maxAddress()) {
            int zone = Tuple.zone(connection.originalRest) | Tuple.zone(connection.replyRest);
            int seed = range.persistent() ? 0 : Integer.reverseBytes(Tuple.destination(addresses)) ^ zone;
            int hash = JenkinsHash.ofAddress(Integer.reverseBytes(Tuple.source(addresses)), seed);
            long span = (range.maxAddress() - range.minAddress() + 1) & 0xffff_ffffL;
            address += (int) (((hash & 0xffff_ffffL) * span) >>> 32);
        }
        addresses = source ? Tuple.withSource(addresses, address) : Tuple.withDestination(addresses, address);
    }

    private boolean isPortFine() {
        if (!range.mapsPort()) {
            return !isTaken();
        }
        return range.basePort() == NatRange.NO_BASE
                && isPortInRange(source)
                && (range.minPort() == range.maxPort() || !isTaken());
    }

    /** {@code nf_nat_l4proto_unique_tuple()}. */
    private void choosePort() {
        int protocol = Tuple.protocol(rest);
        boolean query = protocol == Ipv4Header.PROTOCOL_ICMP;
        boolean ports = protocol == Ipv4Header.PROTOCOL_TCP
                || protocol == Ipv4Header.PROTOCOL_UDP
                || protocol == Tuple.PROTOCOL_UDPLITE
                || protocol == Tuple.PROTOCOL_SCTP;
        if ((!query && !ports) || (ports && !source && !range.mapsPort())) {
            return;
        }
        boolean ofSource = query || source;
        int port = ofSource ? Tuple.sourcePort(rest) : Tuple.destinationPort(rest);
        if (range.mapsPort()) {
            int low = Math.min(range.minPort(), range.maxPort());
            search(low, Math.abs(range.maxPort() - range.minPort()) + 1, port, ofSource);
        } else if (query) {
            search(0, 65_536, port, true);
        } else if (port < 512) {
            search(1, 511, port, true);
        } else if (port < 1024) {
            search(600, 424, port, true);
        } else {
            search(1024, 64_512, port, true);
        }
    }

    private void search(int low, int size, int port, boolean ofSource) {
        boolean drawn = range.basePort() == NatRange.NO_BASE && (range.random() || source);
        if (isFoundByChance(low, size, port, ofSource, drawn) && view.watchesDraws()) {
            view.drew(new PortDraw(
                    Tuple.protocol(rest),
                    Tuple.source(addresses),
                    Tuple.sourcePort(rest),
                    Tuple.destination(addresses),
                    Tuple.destinationPort(rest),
                    ofSource,
                    low,
                    size,
                    port,
                    range.random()));
        }
    }

    private boolean isFoundByChance(int low, int size, int port, boolean ofSource, boolean drawn) {
        int round = 0;
        int offset;
        if (range.basePort() != NatRange.NO_BASE) {
            offset = port - range.basePort() & 0xffff;
        } else if (drawn) {
            offset = firstOffset(low, size);
        } else {
            offset = 0;
        }
        int attempts = Math.min(size, MAX_ATTEMPTS);
        while (true) {
            for (int i = 0; i < attempts; i++) {
                int candidate = low + offset % size;
                rest = ofSource ? Tuple.withSourcePort(rest, candidate) : Tuple.withDestinationPort(rest, candidate);
                if (!isTakenAfterTrying(attempts - i)) {
                    return drawn || round > 0;
                }
                offset = offset + 1 & 0xffff;
            }
            if (attempts >= size || attempts < 16) {
                return drawn || round > 0;
            }
            attempts /= 2;
            round++;
            offset = randomOffset(round);
        }
    }

    private int firstOffset(int low, int size) {
        if (oracle != null) {
            String words = TupleText.of(connection.originalAddresses, connection.originalRest);
            int zone = Tuple.zone(connection.originalRest);
            int port = oracle.port(connection.protocol(), words, zone, source);
            if (port >= low && port < low + size) {
                return port - low;
            }
        }
        return randomOffset(0);
    }

    private int randomOffset(int round) {
        long object = randomness.bits((connection.originalRest << 8) | round) ^ connection.originalAddresses;
        return (int) randomness.bits(source ? object : ~object) & 0xffff;
    }

    /** {@code nf_conntrack_tuple_taken()}; a rival with the same original tuple is left to {@code Connections.confirm}. */
    private boolean isTaken() {
        Connection rival =
                TupleOwner.ofReply(table, connection, Tuple.invertAddresses(addresses), Tuple.invertRest(rest), nowNs);
        boolean taken = rival != null
                && rival != connection
                && (rival.originalAddresses != connection.originalAddresses
                        || rival.originalRest != connection.originalRest);
        table.statistics().found += taken ? 1 : 0;
        return taken;
    }

    /** {@code nf_nat_used_tuple_new()}: the first packets of both ends may have crossed; that is no clash. */
    private boolean isTakenForNew() {
        if (!isTaken()) {
            return false;
        }
        if (!Confirmation.allowsClash(Tuple.protocol(rest)) || connection.has(Connection.NAT_MASK)) {
            return true;
        }
        Connection rival = table.find(addresses, rest, nowNs);
        if (rival == null) {
            rival = table.find(Tuple.invertAddresses(addresses), Tuple.invertRest(rest), nowNs);
        }
        return rival == null
                || rival.has(Connection.NAT_MASK)
                || rival.originalAddresses != connection.replyAddresses
                || rival.originalRest != connection.replyRest;
    }

    /** {@code nf_nat_used_tuple_harder()}: in the end, a finished TCP connection makes room. */
    private boolean isTakenAfterTrying(int attemptsLeft) {
        if (attemptsLeft > HARDER_THRESHOLD || connection.tcp == null || connection.tcp.state != TcpState.SYN_SENT) {
            return isTaken();
        }
        Connection rival =
                TupleOwner.ofReply(table, connection, Tuple.invertAddresses(addresses), Tuple.invertRest(rest), nowNs);
        if (rival == null) {
            return false;
        }
        boolean mayGo = table.foundReply()
                && rival.tcp.state >= TcpState.TIME_WAIT
                && rival.has(Connection.SRC_NAT)
                && !rival.has(Connection.FIXED_TIMEOUT | Connection.DYING)
                && TcpWindow.after(connection.tcp.original.end, rival.tcp.original.end);
        if (mayGo) {
            table.remove(rival);
        }
        return !mayGo;
    }
}

package io.ringway.replay.comparison;

import io.ringway.nat.rules.RuleName;
import io.ringway.replay.conversation.FlowIndex;
import io.ringway.replay.conversation.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the packets from one end to another, a row of 64 bytes for each pair of ends, in the order of their first
 * packets. Where packets ended, and by which rules, is kept once for all pairs that it happened to.
 *
 * <pre>
 *   ADDRESSES, PORTS                  source and destination; protocol (upper half) and both ports
 *   PACKETS                           sent (upper half) and of them arrived (lower half)
 *   PLACES                            where the first arrived (upper half) and was lost (lower half), from 1; 0 for nowhere
 *   ARRIVAL_ADDRESSES, ARRIVAL_PORTS  the ends of the first that arrived
 *   LOST_ORDER, LOST_PACKET           of the first that was lost: its place among all packets, its number among these
 * </pre>
 */
final class OutcomeTable {
    static final int NONE = -1;

    private static final int FIELD_BITS = 3;
    private static final int ADDRESSES = 0;
    private static final int PORTS = 1;
    private static final int PACKETS = 2;
    private static final int PLACES = 3;
    private static final int ARRIVAL_ADDRESSES = 4;
    private static final int ARRIVAL_PORTS = 5;
    private static final int LOST_ORDER = 6;
    private static final int LOST_PACKET = 7;
    private static final long UPPER_ONE = 1L << 32;

    private final Rows rows = new Rows(FIELD_BITS);
    private final FlowIndex byEnds = new FlowIndex(rows, ADDRESSES, PORTS, -1L);
    private final List<Place> places = new ArrayList<>();
    private final Map<Place, Integer> numbers = new HashMap<>();

    /** Of an {@link FlowOutcome.End} what others share. */
    private record Place(String namespace, String where, String reason, RuleName rule, RuleName translator) {
        FlowOutcome.End with(Ends ends) {
            return new FlowOutcome.End(namespace, where, reason, rule, translator, ends);
        }
    }

    int size() {
        return rows.size();
    }

    /** {@link #NONE} for a pair that sent nothing. */
    int find(Ends ends) {
        return byEnds.find(addresses(ends), ports(ends));
    }

    /** The number of that pair, which may be a new one. */
    int open(Ends ends) {
        int known = find(ends);
        if (known != NONE) {
            return known;
        }
        int number = rows.add();
        rows.set(number, ADDRESSES, addresses(ends));
        rows.set(number, PORTS, ports(ends));
        byEnds.put(number);
        return number;
    }

    /** One more packet; its number from 1. */
    int send(int number) {
        rows.add(number, PACKETS, UPPER_ONE);
        return packets(number);
    }

    /** @param order of the packet among all that were sent */
    void end(int number, int packet, long order, FlowOutcome.End end) {
        if (end.isArrival()) {
            rows.add(number, PACKETS, 1);
            if (rows.upper(number, PLACES) == 0) {
                rows.add(number, PLACES, (long) placeOf(end) << 32);
                rows.set(number, ARRIVAL_ADDRESSES, addresses(end.ends()));
                rows.set(number, ARRIVAL_PORTS, ports(end.ends()));
            }
        } else if (rows.lower(number, PLACES) == 0 || order < lostOrder(number)) {
            rows.setLower(number, PLACES, placeOf(end));
            rows.set(number, LOST_ORDER, order);
            rows.set(number, LOST_PACKET, packet);
        }
    }

    private int placeOf(FlowOutcome.End end) {
        Place place = new Place(end.namespace(), end.where(), end.reason(), end.rule(), end.translator());
        Integer known = numbers.get(place);
        if (known != null) {
            return known;
        }
        places.add(place);
        numbers.put(place, places.size());
        return places.size();
    }

    Ends ends(int number) {
        return ends(rows.get(number, ADDRESSES), rows.get(number, PORTS));
    }

    int packets(int number) {
        return rows.upper(number, PACKETS);
    }

    int arrived(int number) {
        return rows.lower(number, PACKETS);
    }

    /** Null while nothing arrived. */
    FlowOutcome.End firstArrival(int number) {
        int place = rows.upper(number, PLACES);
        return place == 0
                ? null
                : places.get(place - 1)
                        .with(ends(rows.get(number, ARRIVAL_ADDRESSES), rows.get(number, ARRIVAL_PORTS)));
    }

    /** Null while nothing was lost. */
    FlowOutcome.End firstLoss(int number) {
        int place = rows.lower(number, PLACES);
        return place == 0 ? null : places.get(place - 1).with(ends(number));
    }

    int lostPacket(int number) {
        return (int) rows.get(number, LOST_PACKET);
    }

    long lostOrder(int number) {
        return rows.get(number, LOST_ORDER);
    }

    private static long addresses(Ends ends) {
        return (long) ends.source() << 32 | (ends.destination() & 0xffff_ffffL);
    }

    private static long ports(Ends ends) {
        return (long) ends.protocol() << 32 | (long) ends.sourcePort() << 16 | ends.destinationPort();
    }

    private static Ends ends(long addresses, long ports) {
        return new Ends(
                (int) (ports >>> 32),
                (int) (addresses >>> 32),
                (int) (ports >>> 16) & 0xffff,
                (int) addresses,
                (int) ports & 0xffff);
    }
}

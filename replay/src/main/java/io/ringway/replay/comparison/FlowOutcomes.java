package io.ringway.replay.comparison;

import io.ringway.engine.core.Trace;
import io.ringway.nat.rules.RuleName;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Follows the packets of captures through a model, and keeps for each pair of ends, by the addresses that the capture has,
 * where its packets ended and by which rules. ARP and what the model makes itself are left out.
 */
public final class FlowOutcomes implements Trace {
    /** Under way at the same time; more have been merged with others, and the oldest are forgotten. */
    private static final int MOST_FLIGHTS = 1 << 16;

    private final OutcomeTable flows = new OutcomeTable();
    private final Long2ObjectHashMap<Flight> flights = new Long2ObjectHashMap<>();
    private final List<Flight> over = new ArrayList<>();
    private long oldest;
    private long newest;
    private long order;

    /** A packet that is under way. */
    private final class Flight {
        private final long id;
        private final int flow;
        private final int packet;
        private final long place;
        private final boolean fragment;
        private final Ends ends;
        private FlowOutcome.End arrival;
        private FlowOutcome.End loss;
        private FlowOutcome.End passedBy;
        private RuleName allowed;
        private RuleName decided;
        private RuleName translator;

        Flight(long id, Ends ends, long place, boolean fragment) {
            this.id = id;
            this.ends = ends;
            this.place = place;
            this.fragment = fragment;
            flow = flows.open(ends);
            packet = flows.send(flow);
        }

        long place() {
            return place;
        }

        void arrive(FlowOutcome.End end) {
            noteEnd();
            arrival = arrival == null ? end : arrival;
        }

        void lose(FlowOutcome.End end) {
            noteEnd();
            loss = loss == null ? end : loss;
        }

        /** It was for somebody else. */
        void passBy(FlowOutcome.End end) {
            noteEnd();
            passedBy = passedBy == null ? end : passedBy;
        }

        private void noteEnd() {
            if (arrival == null && loss == null && passedBy == null) {
                over.add(this);
            }
        }

        void land() {
            FlowOutcome.End end = arrival != null ? arrival : loss != null ? loss : passedBy;
            if (end == null && !fragment) {
                end = new FlowOutcome.End("", "", "still waits when the replay ends", null, translator, ends);
            }
            if (end != null) {
                flows.end(flow, packet, place, end);
            }
        }
    }

    /** Of every pair of ends, in the order of their first packets; once the replay is over. */
    OutcomeTable all() {
        List<Flight> waiting = new ArrayList<>(flights.values());
        waiting.sort(Comparator.comparingLong(Flight::place));
        waiting.forEach(Flight::land);
        flights.clear();
        over.clear();
        return flows;
    }

    private Flight of(Frame frame) {
        long id = frame.history().id();
        boolean made = frame.history().wraps() > 0
                ? frame.history().innerOriginated()
                : frame.history().originated();
        if (id == 0 || made) {
            return null;
        }
        if (id <= newest) {
            return flights.get(id);
        }
        newest = id;
        land();
        if (frame.length() < EthernetHeader.LENGTH || EthernetHeader.type(frame) == EthernetHeader.TYPE_ARP) {
            return null;
        }
        Ends ends = Ends.captured(frame);
        boolean fragment = ends.protocol() != Ends.NO_IPV4 && Ipv4Header.isFragment(frame, EthernetHeader.LENGTH);
        Flight flight = new Flight(id, ends, order++, fragment);
        flights.put(id, flight);
        return flight;
    }

    /** What came to rest before is over. */
    private void land() {
        if (over.size() > 1) {
            over.sort(Comparator.comparingLong(Flight::place));
        }
        for (int i = 0; i < over.size(); i++) {
            over.get(i).land();
            flights.remove(over.get(i).id);
        }
        over.clear();
        while (flights.size() >= MOST_FLIGHTS) {
            Flight forgotten = flights.remove(oldest++);
            if (forgotten != null) {
                forgotten.land();
            }
        }
    }

    @Override
    public void hop(Frame frame, String namespace, String where, String what) {
        Flight flight = of(frame);
        if (flight == null || flight.arrival != null) {
            return;
        }
        if (where.equals("local") && what.startsWith("delivered")) {
            flight.arrive(arrival(flight, frame, namespace));
        } else if (what.startsWith("gone") || what.equals("left the model")) {
            Ends ends = Ends.captured(frame);
            flight.arrive(
                    new FlowOutcome.End(namespace + ":" + where, "", "", flight.allowed, flight.translator, ends));
        }
    }

    private static FlowOutcome.End arrival(Flight flight, Frame frame, String namespace) {
        Ends ends = Ends.of(frame, frame.networkOffset());
        return new FlowOutcome.End(namespace, "", "", flight.allowed, flight.translator, ends);
    }

    @Override
    public void rule(
            Frame frame, String namespace, String table, String chain, int number, String text, String verdict) {
        Flight flight = of(frame);
        if (flight == null) {
            return;
        }
        RuleName rule = new RuleName(table, chain, number, text);
        if (!verdict.equals("ACCEPT")) {
            flight.decided = rule;
            flight.translator = table.equals("nat") && number > 0 ? rule : flight.translator;
            return;
        }
        flight.decided = null;
        if (table.equals("filter") && (number > 0 || flight.allowed == null || flight.allowed.number() == 0)) {
            flight.allowed = rule;
        }
    }

    @Override
    public void rewritten(Frame frame, String namespace, String where, String field, String before, String after) {
        of(frame);
    }

    @Override
    public void dropped(Frame frame, String namespace, String where, DropReason reason) {
        Flight flight = of(frame);
        if (flight == null) {
            return;
        }
        if (reason == DropReason.NO_SOCKET || reason == DropReason.IP_NOPROTO) {
            flight.arrive(arrival(flight, frame, namespace));
            return;
        }
        RuleName rule = reason == DropReason.NETFILTER_DROP ? flight.decided : null;
        FlowOutcome.End end = new FlowOutcome.End(
                namespace,
                where,
                reason.kernelName() + " (" + reason.meaning() + ")",
                rule,
                flight.translator,
                flight.ends);
        if (reason == DropReason.OTHERHOST) {
            flight.passBy(end);
        } else {
            flight.lose(end);
        }
    }
}

package io.ringway.replay.comparison;

import io.ringway.engine.core.Trace;
import io.ringway.nat.rules.RuleName;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows the packets of captures through a model, and keeps for each pair of ends, by the addresses that the capture has,
 * where its packets ended and by which rules. ARP and what the model makes itself are left out.
 */
public final class FlowOutcomes implements Trace {
    private final Map<Ends, FlowOutcome> flows = new LinkedHashMap<>();
    private final Map<Long, Flight> flights = new LinkedHashMap<>();
    private long newest;
    private long order;

    /** A packet that is under way. */
    private static final class Flight {
        private final FlowOutcome flow;
        private final int packet;
        private final long order;
        private final boolean fragment;
        private final Ends ends;
        private FlowOutcome.End arrival;
        private FlowOutcome.End loss;
        private FlowOutcome.End passedBy;
        private RuleName allowed;
        private RuleName decided;
        private RuleName translator;

        Flight(FlowOutcome flow, long order, boolean fragment) {
            this.flow = flow;
            this.order = order;
            this.fragment = fragment;
            packet = flow.next();
            ends = flow.ends;
        }

        boolean isOver() {
            return arrival != null || loss != null || passedBy != null;
        }

        void land(boolean atTheEnd) {
            FlowOutcome.End end = arrival != null ? arrival : loss != null ? loss : passedBy;
            if (end == null && atTheEnd && !fragment) {
                end = new FlowOutcome.End("", "", "still waits when the replay ends", null, translator, ends);
            }
            if (end != null) {
                flow.ended(packet, order, end);
            }
        }
    }

    /** Of every pair of ends, in the order of their first packets; once the replay is over. */
    Collection<FlowOutcome> all() {
        flights.values().forEach(flight -> flight.land(true));
        flights.clear();
        return flows.values();
    }

    /** Null for a pair that sent nothing. */
    FlowOutcome find(Ends ends) {
        return flows.get(ends);
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
        Flight flight = new Flight(flows.computeIfAbsent(ends, FlowOutcome::new), order++, fragment);
        flights.put(id, flight);
        return flight;
    }

    /** What came to rest before is over. */
    private void land() {
        for (Iterator<Flight> all = flights.values().iterator(); all.hasNext(); ) {
            Flight flight = all.next();
            if (flight.isOver()) {
                flight.land(false);
                all.remove();
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
            flight.arrival = arrival(flight, frame, namespace);
        } else if (what.startsWith("gone") || what.equals("left the model")) {
            Ends ends = Ends.captured(frame);
            flight.arrival =
                    new FlowOutcome.End(namespace + ":" + where, "", "", flight.allowed, flight.translator, ends);
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
            flight.arrival = flight.arrival == null ? arrival(flight, frame, namespace) : flight.arrival;
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
            flight.passedBy = flight.passedBy == null ? end : flight.passedBy;
        } else {
            flight.loss = flight.loss == null ? end : flight.loss;
        }
    }

    /** The pairs of ends that sent anything here or there. */
    static List<Ends> union(FlowOutcomes one, FlowOutcomes other) {
        List<Ends> all = new ArrayList<>();
        one.all().forEach(flow -> all.add(flow.ends));
        for (FlowOutcome flow : other.all()) {
            if (one.find(flow.ends) == null) {
                all.add(flow.ends);
            }
        }
        return all;
    }
}

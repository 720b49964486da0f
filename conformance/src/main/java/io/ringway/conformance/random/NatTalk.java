package io.ringway.conformance.random;

import io.ringway.conformance.Traffic;
import io.ringway.conformance.compare.Sighting;
import io.ringway.conformance.random.NatEnd.Speaker;
import io.ringway.conformance.random.NatTopology.Box;
import io.ringway.conformance.random.NatTopology.Host;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.replay.request.InterfaceName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The traffic of a lab that translates, made while it runs: nobody knows beforehand what an answer has to look like, so each end
 * answers what it received. What was sent can be written down and sent again.
 */
final class NatTalk implements Traffic {
    static final List<Integer> SERVICES = List.of(80, 443, 53, 7, 8080, 8000);

    private static final int MOST_ENDS = 60;
    private static final FramePool POOL = new FramePool();

    private final Dice dice;
    private final NatTopology topology;
    private final List<Long> times;
    private final List<Speaker> speakers = new ArrayList<>();
    private final List<InterfaceName> senders = new ArrayList<>();
    private final List<NatEnd> ends = new ArrayList<>();
    private final List<Received> received = new ArrayList<>();
    private final Deque<SentFrame> waiting = new ArrayDeque<>();
    private final List<SentFrame> sent = new ArrayList<>();
    private final NatErrors errors;
    private final NatClients clients;
    private final NatHelped helped = new NatHelped();
    private int lastId = 0x1000;

    /** A packet, and who has it. */
    record Received(Speaker speaker, Heard heard) {}

    /** @param times of the frames, one each */
    NatTalk(Dice dice, NatTopology topology, Set<String> talkingBoxes, List<Long> times) {
        this.dice = dice;
        this.topology = topology;
        this.times = times;
        errors = new NatErrors(dice, topology);
        for (Host host : topology.fed()) {
            speakers.add(new Speaker(host.where(), host.address(), host));
        }
        for (Box box : topology.boxes) {
            if (talkingBoxes.contains(box.name)) {
                speakers.add(new Speaker(box.name + ":" + SentFrame.STACK, box.outside, null));
            }
        }
        clients = new NatClients(dice, topology, speakers);
        speakers.forEach(speaker -> senders.add(InterfaceName.parse(speaker.where())));
    }

    @Override
    public List<InterfaceName> senders() {
        return senders;
    }

    @Override
    public int next() {
        return sent.size() < times.size() ? 0 : -1;
    }

    @Override
    public long timestampNs(int sender) {
        return CaseFolder.FIRST_NS + times.get(sent.size());
    }

    @Override
    public InterfaceName sender(int sender) {
        while (waiting.isEmpty()) {
            speak();
        }
        return InterfaceName.parse(waiting.peek().where());
    }

    @Override
    public boolean isFromOutside(int sender) {
        return false;
    }

    @Override
    public Frame take(int sender) {
        SentFrame next = waiting.remove();
        sent.add(new SentFrame(times.get(sent.size()), next.where(), next.bytes(), next.kinds()));
        Frame frame = POOL.allocate(next.bytes().length);
        frame.put(0, next.bytes());
        return frame;
    }

    @Override
    public void close() {}

    /** All that was sent so far. */
    List<SentFrame> sent() {
        return sent;
    }

    /** Null before the first one. */
    SentFrame last() {
        return sent.isEmpty() ? null : sent.get(sent.size() - 1);
    }

    /** What interfaces showed. */
    void hear(Map<InterfaceName, List<Sighting>> seen) {
        for (Speaker speaker : speakers) {
            seen.forEach((name, sightings) -> {
                boolean own = speaker.host() != null
                        ? name.equals(InterfaceName.parse(speaker.where()))
                        : speaker.where().startsWith(name.namespace() + ":");
                if (own) {
                    sightings.stream()
                            .filter(one -> !one.outgoing())
                            .map(one -> Heard.of(one.bytes()))
                            .forEach(heard -> hear(speaker, heard));
                }
            });
        }
    }

    private void hear(Speaker speaker, Heard heard) {
        if (heard == null) {
            return;
        }
        boolean forMe = speaker.host() != null
                ? heard.destination() == speaker.address()
                : topology.boxes.stream().anyMatch(box -> box.owns(heard.destination()));
        if (!forMe) {
            return;
        }
        received.add(new Received(speaker, heard));
        boolean error = heard.protocol() == IpPacket.ICMP && heard.icmpType() != 8 && heard.icmpType() != 0;
        if (error || (heard.isFragment() && (heard.packet()[7] | (heard.packet()[6] & 31)) != 0)) {
            return;
        }
        NatEnd end = ends.stream()
                .filter(one -> one.isOf(speaker, heard))
                .findFirst()
                .orElse(null);
        if (end == null && ends.size() < MOST_ENDS && speaker.host() != null) {
            end = new NatEnd(
                    speaker,
                    heard.protocol(),
                    NatEnd.portOf(heard, false),
                    heard.source(),
                    NatEnd.portOf(heard, true),
                    false,
                    dice);
            ends.add(end);
        }
        if (end != null) {
            end.hear(heard);
            helped.hear(speaker, heard);
            ends.remove(end);
            ends.add(end);
        }
    }

    private void speak() {
        int at = dice.below(100);
        if (at < 8 && !received.isEmpty()) {
            Received about = dice.pick(received);
            Speaker from = dice.percent(80) ? about.speaker() : dice.pick(speakers);
            IpPacket error =
                    errors.about(about.heard(), from, dice.pick(received).heard());
            send(from, error, List.of("ICMP error"));
            return;
        }
        NatEnd end;
        if (ends.isEmpty() || (at < 28 && ends.size() < MOST_ENDS)) {
            end = open();
        } else {
            List<NatEnd> asked = ends.stream().filter(NatEnd::isAsked).toList();
            // Mostly whoever heard something last.
            end = asked.isEmpty() || at > 85 ? dice.pick(ends) : asked.get(asked.size() - 1);
        }
        IpPacket packet = packet();
        List<String> kinds = end.speak(packet, dice);
        send(end.speaker, packet, kinds);
    }

    private NatEnd open() {
        NatEnd announced = dice.percent(50) ? helped.open(dice) : null;
        NatEnd end = announced != null ? announced : clients.next();
        ends.removeIf(end::isSameAs);
        ends.add(end);
        return end;
    }

    private IpPacket packet() {
        IpPacket packet = new IpPacket();
        packet.id = ++lastId;
        packet.ttl = dice.percent(93) ? 64 : dice.oneOf(1, 2, 3, 255);
        packet.fragment = dice.percent(25) ? IpPacket.DF : 0;
        packet.tos = dice.percent(90) ? 0 : dice.oneOf(4, 8, 0xb8);
        return packet;
    }

    private void send(Speaker from, IpPacket packet, List<String> kinds) {
        List<String> all = new ArrayList<>(new LinkedHashSet<>(kinds));
        packet.id = packet.id == 0 ? ++lastId : packet.id;
        if (packet.payload.length > 8 && dice.percent(3)) {
            all.add("wrong checksum");
            packet.payload[dice.below(packet.payload.length)] ^= 0x10;
        }
        List<IpPacket> pieces = List.of(packet);
        if (packet.payload.length > 24 && dice.percent(5)) {
            all.add("fragments");
            pieces = NatErrors.pieces(packet, dice);
        }
        boolean stack = from.host() == null;
        for (IpPacket piece : pieces) {
            long mac = stack ? 0 : topology.nextMac(from.host(), packet.destination);
            byte[] frame = Ethernet.frame(mac, stack ? 0 : from.host().mac(), Ethernet.IPV4, piece.bytes());
            waiting.add(new SentFrame(0, from.where(), frame, all));
        }
    }
}

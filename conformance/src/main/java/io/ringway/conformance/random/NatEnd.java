package io.ringway.conformance.random;

import java.util.ArrayList;
import java.util.List;

/** One end of a conversation, which knows of the other only what it received: what to say next, and what not to say. */
final class NatEnd {
    static final int FIN = 1;
    static final int SYN = 2;
    static final int RST = 4;
    static final int PSH = 8;
    static final int ACK = 16;

    /** How far the end is; a TCP end goes through them in order. */
    enum State {
        NEW,
        ASKED,
        ANSWERS,
        OPEN,
        FINISHED,
        CLOSED
    }

    final Speaker speaker;
    final int protocol;
    final int address;
    final int port;
    final int peer;
    final int peerPort;
    /** Whether it spoke first. */
    final boolean client;

    State state = State.NEW;
    int sent;
    int received;
    int lastLength;
    int ownTag;
    int peerTag;
    int heardChunk = -1;
    int turns;
    /** Whether another connection spoke of this one. */
    boolean announced;

    private boolean asked;

    /** Who sends a frame: a host by its interface, or a box by its stack. */
    record Speaker(String where, int address, NatTopology.Host host) {}

    NatEnd(Speaker speaker, int protocol, int port, int peer, int peerPort, boolean client, Dice dice) {
        this.speaker = speaker;
        this.protocol = protocol;
        this.address = speaker.address();
        this.port = port;
        this.peer = peer;
        this.peerPort = peerPort;
        this.client = client;
        // Often near the end of the numbers, where they start again.
        sent = dice.percent(25) ? -dice.below(200) : (int) dice.bits();
        ownTag = (int) dice.bits() | 1;
    }

    boolean isOf(Speaker other, Heard heard) {
        return speaker.equals(other)
                && protocol == heard.protocol()
                && peer == heard.source()
                && port == portOf(heard, false)
                && peerPort == portOf(heard, true);
    }

    /** Whether another client asks the same. */
    boolean isSameAs(NatEnd other) {
        return other.client
                && speaker.equals(other.speaker)
                && protocol == other.protocol
                && port == other.port
                && peer == other.peer
                && peerPort == other.peerPort;
    }

    /** Of a protocol without ports, 0; of ICMP queries the id is the port of him who asks. */
    static int portOf(Heard heard, boolean source) {
        if (heard.protocol() == IpPacket.ICMP) {
            boolean query = heard.icmpType() == 8;
            return query == source ? heard.icmpId() : 0;
        }
        if (!heard.hasPorts()) {
            return 0;
        }
        return source ? heard.sourcePort() : heard.destinationPort();
    }

    /** Whether it has not answered yet what it heard, and the conversation does not go on for too long. */
    boolean isAsked() {
        return asked && turns < (protocol == IpPacket.TCP ? 40 : 8);
    }

    /** What it received tells where it is. */
    void hear(Heard heard) {
        turns++;
        asked = true;
        if (protocol == Heard.SCTP) {
            hearChunk(heard);
        } else if (protocol == IpPacket.TCP) {
            hearSegment(heard);
        } else {
            received = protocol == IpPacket.ICMP ? heard.sequence() : 0;
            state = State.OPEN;
        }
    }

    private void hearChunk(Heard heard) {
        byte[] packet = heard.packet();
        int at = heard.transport() + 12;
        heardChunk = at < packet.length ? packet[at] & 0xff : -1;
        if (heardChunk == 1 || heardChunk == 2) {
            Heard inside = new Heard(java.util.Arrays.copyOfRange(packet, at, packet.length));
            peerTag = inside.packet().length >= 8
                    ? java.nio.ByteBuffer.wrap(packet).getInt(at + 4)
                    : 0;
        }
        state = State.OPEN;
    }

    private void hearSegment(Heard heard) {
        int flags = heard.flags();
        int length = heard.data().length;
        if ((flags & RST) != 0) {
            state = State.CLOSED;
        } else if ((flags & SYN) != 0) {
            received = heard.sequence() + 1;
            if ((flags & ACK) == 0) {
                state = State.ANSWERS;
            } else if (state == State.ASKED) {
                sent++;
                state = State.OPEN;
            }
        } else {
            if (state == State.ANSWERS) {
                sent++;
                state = State.OPEN;
            }
            if (heard.sequence() == received) {
                received += length + ((flags & FIN) != 0 ? 1 : 0);
            }
        }
    }

    /** Writes the next packet's transport; its kinds are named on the way. */
    List<String> speak(IpPacket packet, Dice dice) {
        List<String> kinds = new ArrayList<>();
        packet.source = address;
        packet.destination = peer;
        packet.protocol = protocol;
        turns++;
        asked = false;
        if (announced) {
            kinds.add("announced");
        }
        switch (protocol) {
            case IpPacket.TCP -> segment(packet, dice, kinds);
            case IpPacket.ICMP -> {
                kinds.add(client ? "echo request" : "echo reply");
                int rest = client ? port << 16 | (turns & 0xffff) : peerPort << 16 | (received & 0xffff);
                packet.payload = IpPacket.icmp(client ? 8 : 0, 0, rest, data(dice, 120));
            }
            case Heard.SCTP -> {
                kinds.add("SCTP");
                SctpChunks.write(this, packet, dice);
            }
            case IpPacket.UDP, Heard.UDPLITE -> {
                kinds.add(protocol == IpPacket.UDP ? "UDP" : "UDP-Lite");
                byte[] request = NatHelped.request(this, dice, kinds);
                packet.datagram(port, peerPort, request.length > 0 ? request : data(dice, 200));
                if (protocol == IpPacket.UDP && dice.percent(10)) {
                    kinds.add("UDP without checksum");
                    packet.payload[6] = 0;
                    packet.payload[7] = 0;
                }
            }
            default -> {
                kinds.add("GRE");
                byte[] bytes = data(dice, 60);
                packet.payload = new byte[4 + bytes.length];
                packet.payload[2] = 8;
                System.arraycopy(bytes, 0, packet.payload, 4, bytes.length);
            }
        }
        return kinds;
    }

    static byte[] data(Dice dice, int most) {
        byte[] data = new byte[dice.below(most + 1)];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) dice.bits();
        }
        return data;
    }

    private void segment(IpPacket packet, Dice dice, List<String> kinds) {
        if (turns > 2 && dice.percent(14)) {
            NatOddSegments.write(this, packet, dice, kinds);
            return;
        }
        switch (state) {
            case NEW, ASKED -> {
                kinds.add(state == State.NEW ? "SYN" : "SYN again");
                state = State.ASKED;
                write(packet, dice, sent, 0, SYN, 0);
            }
            case ANSWERS -> {
                kinds.add("SYN and ACK");
                write(packet, dice, sent, received, SYN | ACK, 0);
            }
            case OPEN -> open(packet, dice, kinds);
            case FINISHED -> {
                kinds.add("after FIN");
                boolean again = dice.percent(30);
                write(packet, dice, again ? sent - 1 : sent, received, again ? FIN | ACK : ACK, 0);
            }
            case CLOSED -> {
                if (client && dice.percent(60)) {
                    kinds.add("SYN after the end");
                    sent += dice.oneOf(1, 100_000, -100_000, 5);
                    state = State.ASKED;
                    write(packet, dice, sent, 0, SYN, 0);
                } else {
                    kinds.add("after RST");
                    write(packet, dice, sent, received, dice.oneOf(RST, ACK, RST | ACK), 0);
                }
            }
            default -> throw new AssertionError(state);
        }
    }

    private void open(IpPacket packet, Dice dice, List<String> kinds) {
        int at = dice.below(100);
        if (at < 55) {
            byte[] line = NatHelped.line(this, dice, kinds);
            byte[] data = line.length > 0 ? line : filled(sent, dice.between(1, 300));
            kinds.add("data");
            lastLength = data.length;
            write(packet, dice, sent, received, ACK | PSH, data);
            sent += lastLength;
        } else if (at < 78) {
            kinds.add("ACK");
            write(packet, dice, sent, received, ACK, 0);
        } else if (at < 94) {
            kinds.add("FIN");
            write(packet, dice, sent, received, FIN | ACK, 0);
            sent++;
            state = State.FINISHED;
        } else {
            kinds.add("RST");
            write(packet, dice, sent, received, dice.oneOf(RST, RST | ACK), 0);
            state = State.CLOSED;
        }
    }

    private static byte[] filled(int sequence, int length) {
        byte[] data = new byte[Math.max(0, length)];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (sequence + i);
        }
        return data;
    }

    void write(IpPacket packet, Dice dice, int sequence, int acknowledged, int flags, int length) {
        write(packet, dice, sequence, acknowledged, flags, filled(sequence, length));
    }

    private void write(IpPacket packet, Dice dice, int sequence, int acknowledged, int flags, byte[] data) {
        int window = dice.percent(70) ? 0x2000 : dice.oneOf(0xffff, 500, 0, 1);
        packet.tcp(port, peerPort, sequence, acknowledged, flags, window, TcpOptions.draw(dice, flags, received), data);
    }
}

package io.ringway.replay.binding;

import io.ringway.packet.Ipv4Address;
import io.ringway.replay.conversation.FlowKey;
import java.util.SortedSet;
import java.util.StringJoiner;

/**
 * A host of a capture.
 *
 * @param ports on which it is asked: protocol and port
 * @param asked whom it asks
 */
record CapturedHost(int address, SortedSet<Integer> ports, SortedSet<Integer> asked) {
    private static final int PORTS_NAMED = 4;

    void serves(int protocol, int port) {
        ports.add(protocol << 16 | port);
    }

    void asks(int server) {
        asked.add(server);
    }

    boolean serves() {
        return !ports.isEmpty();
    }

    /** {@code 10.1.2.3 (tcp 80, udp 53)}. */
    @Override
    public String toString() {
        StringJoiner served = new StringJoiner(", ", " (", ports.size() > PORTS_NAMED ? ", …)" : ")");
        ports.stream()
                .limit(PORTS_NAMED)
                .forEach(port -> served.add(
                        FlowKey.protocolName(port >>> 16) + ((port & 0xffff) == 0 ? "" : " " + (port & 0xffff))));
        return Ipv4Address.format(address) + (serves() ? served : "");
    }
}

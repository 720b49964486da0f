package io.ringway.replay.report;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.ipv4.SilentSockets;
import io.ringway.lab.snapshot.HostRecord;
import io.ringway.lab.snapshot.HostRecord.Listener;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Programs that listened when a host was recorded: their sockets are there again, and say nothing. */
public final class RecordedPrograms {
    private RecordedPrograms() {}

    /** Opens their sockets. */
    public static void listen(Network network, HostRecord record) {
        for (Map.Entry<String, List<Listener>> each : record.listeners().entrySet()) {
            Namespace namespace = network.namespace(each.getKey());
            if (namespace != null && !each.getValue().isEmpty()) {
                SilentSockets sockets = new SilentSockets();
                each.getValue().forEach(listener -> open(sockets, listener));
                namespace.stack().localEnd().setSockets(sockets);
            }
        }
    }

    private static void open(SilentSockets sockets, Listener listener) {
        int protocol = listener.protocol().equals("tcp") ? Ipv4Header.PROTOCOL_TCP : Ipv4Header.PROTOCOL_UDP;
        int address = listener.isEverywhere() ? 0 : Ipv4Address.parse(listener.address());
        sockets.add(protocol, address, listener.port());
    }

    /** What the user should know of them. */
    public static List<String> warnings(Network network) {
        List<String> warnings = new ArrayList<>();
        for (Namespace namespace : network.namespaces()) {
            SilentSockets sockets = namespace.stack().localEnd().sockets();
            if (sockets != null && sockets.taken() > 0) {
                warnings.add(sockets.taken() + " packets went to programs that listened in " + namespace.name()
                        + " when it was recorded; the model does not have them, and nothing answered");
            }
        }
        return warnings;
    }
}

package io.ringway.conformance.hosts;

import io.ringway.replay.Replay;
import io.ringway.replay.Ringway;
import io.ringway.replay.conversation.Conversation;
import io.ringway.replay.request.Direction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Places that have nothing in common with the recorded host: {@code hosts/elsewhere}, each with a laptop and a backend. */
enum Elsewhere {
    TWO_NATS("two-nats", "backend@203.0.113.80"),
    MACVLAN("macvlan", "backend"),
    VXLAN("vxlan", "backend"),
    BRIDGE_NETFILTER("bridge-netfilter", "backend@10.5.0.100");

    private static final Path FOLDER = Path.of("hosts/elsewhere");

    /** Where the recorded client and server live, where they ask, and which port they publish, is all that a user says. */
    private static final Map<String, String> PORTS = Map.of(
            "http1", "80", "tls", "443", "http2", "443", "dns", "53", "quic", "4433", "ssh", "2222", "offloaded", "80");

    private final String lab;
    private final String server;

    Elsewhere(String lab, String server) {
        this.lab = lab;
        this.server = server;
    }

    /**
     * Probes that no connection is of (a scan's FIN) pass no NAT, and errors of a router in between come from a router: both
     * in the flat networks only.
     */
    boolean takes(String program) {
        return PORTS.containsKey(program) || this == MACVLAN || this == VXLAN;
    }

    /** Whether the server is asked at the ports of the recording. */
    boolean keepsPorts() {
        return this != TWO_NATS;
    }

    /** The captures of both ends and of what is between them go to {@code sides}, by their names. */
    List<Conversation> replay(String program, Path folder, Map<String, Path> sides) throws IOException {
        try (Replay replay = Ringway.load(FOLDER.resolve(lab + ".lab")).replay()) {
            bind(replay, program);
            replay.capture(DockerHost.capture(program, "outside"));
            Map<String, String> interfaces = new TreeMap<>(Map.of("laptop", "laptop:eth0", "backend", "backend:eth0"));
            if (this == VXLAN) {
                interfaces.put("tunnel", "south:long");
            }
            for (Map.Entry<String, String> one : interfaces.entrySet()) {
                sides.put(one.getKey(), folder.resolve(lab + "." + program + "." + one.getKey() + ".pcap"));
                replay.out(one.getValue(), sides.get(one.getKey()), Direction.INOUT);
            }
            return replay.run().conversations();
        }
    }

    private void bind(Replay replay, String program) {
        if (program.equals("traceroute")) {
            replay.binding().host("192.0.2.1=router").host("192.0.2.10=backend").host("198.51.100.7=laptop");
            return;
        }
        replay.binding().host("192.0.2.1=laptop").host("192.0.2.10=" + server);
        if (!keepsPorts()) {
            for (String published : List.of(PORTS.get(program), "8080", "8081")) {
                replay.binding().port(published + "=9000");
            }
        }
    }
}

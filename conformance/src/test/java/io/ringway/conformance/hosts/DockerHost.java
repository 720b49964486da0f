package io.ringway.conformance.hosts;

import io.ringway.engine.device.Veth;
import io.ringway.replay.Replay;
import io.ringway.replay.Ringway;
import io.ringway.replay.conversation.Conversation;
import io.ringway.replay.request.Direction;
import io.ringway.replay.request.InterfaceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The recorded Docker host, see {@code hosts/docker/README.md}: its snapshot, and captures by program. */
final class DockerHost {
    /** Beside the snapshot: a namespace for the client, who is outside of it. */
    static final Path CLIENT = Path.of("hosts/docker/client.lab");

    static final String UPLINK = "host:eth0";
    private static final Path FOLDER = Path.of("hosts/docker");
    static final Path SNAPSHOT = FOLDER.resolve("host.snapshot");
    private static final String SUFFIX = ".pcap.gz";

    private final Path outputs;

    DockerHost(Path outputs) {
        this.outputs = outputs;
    }

    static Path capture(String program, String name) {
        return FOLDER.resolve(program).resolve(name + SUFFIX);
    }

    /** Whose side was captured, inside. */
    static List<String> containers(String program) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(program))) {
            return files.map(file -> file.getFileName().toString().replace(SUFFIX, ""))
                    .filter(name -> !name.equals("outside") && !name.equals("any"))
                    .sorted()
                    .toList();
        }
    }

    /** What was captured on either side of the host goes in, what would be captured there in the model comes out. */
    void replay(String program, String... first) throws IOException {
        Ringway host = Ringway.load(SNAPSHOT);
        List.of(first).forEach(host::command);
        try (Replay replay = host.replay()) {
            replay.arrivingOf(UPLINK, capture(program, "outside"), false);
            for (String container : containers(program)) {
                replay.inOf(container + ":eth0", capture(program, container));
            }
            run(replay, program);
        }
    }

    /** As the other one, with nothing but what {@code tcpdump -i any} saw on the host. */
    void replayAny(String program) throws IOException {
        Ringway host = Ringway.load(SNAPSHOT);
        try (Replay replay = host.replay()) {
            replay.arrivingOf(UPLINK, capture(program, "any"), true);
            for (String container : containers(program)) {
                Veth inside = (Veth) InterfaceName.parse(container + ":eth0").find(host.network());
                String port = "host:" + inside.peer().name();
                replay.arrivingOf(port, capture(program, "any"), true);
            }
            run(replay, program);
        }
    }

    /** What was captured outside alone, its hosts bound to the snapshot's; what that container sees comes out. */
    static List<Conversation> replayOutside(String program, String container, Path inside) throws IOException {
        try (Replay replay = Ringway.load(SNAPSHOT, CLIENT).replay()) {
            replay.binding().host("192.0.2.1=client").host("192.0.2.10=" + container + "@192.0.2.10");
            replay.capture(capture(program, "outside")).out(container + ":eth0", inside, Direction.INOUT);
            return replay.run().conversations();
        }
    }

    private void run(Replay replay, String program) throws IOException {
        replay.out(UPLINK, output("outside"), Direction.INOUT);
        for (String container : containers(program)) {
            replay.out(container + ":eth0", output(container), Direction.INOUT);
        }
        replay.run();
    }

    Path output(String name) {
        return outputs.resolve(name + ".pcap");
    }

    /** Of the side of each, in words. */
    List<String> differences(String program) throws IOException {
        Map<String, Path> sides = new TreeMap<>(Map.of("outside", output("outside")));
        containers(program).forEach(container -> sides.put(container, output(container)));
        List<String> all = new ArrayList<>();
        for (Map.Entry<String, Path> side : sides.entrySet()) {
            Packets.differences(Packets.of(capture(program, side.getKey())), Packets.of(side.getValue())).stream()
                    .map(line -> side.getKey() + ": " + line)
                    .forEach(all::add);
        }
        return all;
    }
}

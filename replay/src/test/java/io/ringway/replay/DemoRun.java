package io.ringway.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The bundled captures through the bundled Docker host. */
final class DemoRun {
    private static final Path DEMO = Path.of("../examples/docker-host");
    private static final List<String> ENDS = List.of("nginx", "api", "db", "internet");

    private DemoRun() {}

    static Ringway load() {
        return Ringway.load(DEMO);
    }

    static Replay feed(Ringway ringway, int batch) throws IOException {
        Replay replay = ringway.replay().batch(batch);
        for (String end : ENDS) {
            replay.in(end + ":eth0", DEMO.resolve(end + ".pcap"));
        }
        return replay;
    }

    /** Every file of a folder, by name, as a digest that differs where a byte does. */
    static TreeMap<String, String> digests(Path folder) throws IOException {
        TreeMap<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                digests.put(file.getFileName().toString(), Files.size(file) + " bytes " + Digest.of(file));
            }
        }
        return digests;
    }
}

package io.ringway.conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringway.conformance.compare.Sighting;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.pcap.CaptureReader;
import io.ringway.replay.request.InterfaceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the kernel showed while real programs talked: the folder {@code real} of a golden case, as
 * {@code conformance/real/record} writes it.
 *
 * @param seen by interface, in its order
 * @param firstNs when the first frame was seen; since 1970
 * @param stateNs when a namespace was read, after the first frame
 * @param state by namespace and key, as the tools printed it
 */
record RealRecording(
        Map<InterfaceName, List<Sighting>> seen,
        long firstNs,
        Map<String, Long> stateNs,
        Map<String, Map<String, String>> state) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FramePool POOL = new FramePool();

    static boolean isIn(GoldenCase golden) {
        return Files.exists(golden.folder().resolve("real/real.json"));
    }

    static RealRecording read(GoldenCase golden) throws IOException {
        Path folder = golden.folder().resolve("real");
        JsonNode root = JSON.readTree(folder.resolve("real.json").toFile());
        Map<InterfaceName, List<Sighting>> seen = new LinkedHashMap<>();
        long firstNs = Long.MAX_VALUE;
        for (Map.Entry<String, JsonNode> one : root.get("seen").properties()) {
            InterfaceName name = InterfaceName.parse(one.getKey());
            List<Sighting> sightings = frames(
                    folder.resolve(GoldenCase.captureName(name)), one.getValue().asText());
            seen.put(name, sightings);
            for (Sighting sighting : sightings) {
                firstNs = Math.min(firstNs, sighting.timeNs());
            }
        }
        Map<String, Long> stateNs = new LinkedHashMap<>();
        root.get("state")
                .properties()
                .forEach(one -> stateNs.put(one.getKey(), one.getValue().asLong()));
        return new RealRecording(seen, firstNs, stateNs, StateFile.read(folder.resolve("state.json")));
    }

    private static List<Sighting> frames(Path file, String directions) throws IOException {
        List<Sighting> sightings = new ArrayList<>();
        try (CaptureReader reader = CaptureReader.open(file)) {
            while (reader.hasNext()) {
                Frame frame = reader.next(POOL);
                boolean outgoing = directions.charAt(sightings.size()) == '>';
                sightings.add(new Sighting(frame.toBytes(), outgoing, false, frame.timestampNs()));
                frame.free();
            }
        }
        if (sightings.size() != directions.length()) {
            throw new IOException(file + " does not hold as many frames as real.json says");
        }
        return sightings;
    }
}

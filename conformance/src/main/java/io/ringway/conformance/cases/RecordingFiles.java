package io.ringway.conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.conformance.CaptureFolder;
import io.ringway.conformance.cases.Recording.Command;
import io.ringway.conformance.cases.Recording.Event;
import io.ringway.conformance.compare.Sighting;
import io.ringway.conformance.kernel.Refusal;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.pcap.CaptureReader;
import io.ringway.replay.request.Direction;
import io.ringway.replay.request.InterfaceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** A {@link Recording} in its case's folder: {@code recorded.json}, {@code observed/}, {@code state.json}. */
final class RecordingFiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FramePool POOL = new FramePool();

    private RecordingFiles() {}

    static void write(GoldenCase golden, Recording recording) throws IOException {
        Files.createDirectories(golden.observed());
        for (Path old : GoldenCase.captures(golden.observed())) {
            Files.delete(old);
        }
        Map<InterfaceName, List<Sighting>> all = new LinkedHashMap<>();
        Map<InterfaceName, StringBuilder> marks = new LinkedHashMap<>();
        for (int event = 0; event < recording.seen().size(); event++) {
            for (Map.Entry<InterfaceName, List<Sighting>> one :
                    recording.seen().get(event).entrySet()) {
                all.computeIfAbsent(one.getKey(), name -> new ArrayList<>()).addAll(one.getValue());
                StringBuilder mark = marks.computeIfAbsent(one.getKey(), name -> new StringBuilder());
                for (Sighting sighting : one.getValue()) {
                    mark.append(mark.isEmpty() ? "" : " ").append(event).append(sighting.outgoing() ? '>' : '<');
                }
            }
        }
        for (Map.Entry<InterfaceName, List<Sighting>> one : all.entrySet()) {
            if (!one.getValue().isEmpty()) {
                Path file = golden.observed().resolve(GoldenCase.captureName(one.getKey()));
                CaptureFolder.write(file, one.getValue(), Direction.INOUT);
            }
        }
        Files.writeString(golden.recordedFile(), LineJson.print(root(recording, marks)));
        Files.writeString(golden.stateFile(), StateFile.print(recording.state()));
        Files.write(golden.folder().resolve("observed.txt"), ObservedText.lines(recording));
    }

    private static ObjectNode root(Recording recording, Map<InterfaceName, StringBuilder> marks) {
        ObjectNode root = JSON.createObjectNode();
        root.set("machine", JSON.valueToTree(recording.machine()));
        root.set("baseline", JSON.valueToTree(recording.baseline()));
        root.set("given", JSON.valueToTree(recording.given()));
        root.set("limits", JSON.valueToTree(recording.limits()));
        recording.zeroTickNs().ifPresent(zeroNs -> root.put("ticks", zeroNs));
        ArrayNode prepared = root.putArray("prepared");
        recording.prepared().forEach(command -> prepared.add(command(command)));
        root.set("muted", JSON.valueToTree(recording.muted()));
        ArrayNode events = root.putArray("events");
        for (Event event : recording.events()) {
            if (event.command() != null) {
                events.add(command(event.command()));
                continue;
            }
            ObjectNode frame = events.addObject().put("ns", event.timeNs()).put("frame", event.where());
            if (event.refusal() != Refusal.NONE) {
                frame.put("refused", event.refusal().name());
            }
        }
        root.set("ends", JSON.valueToTree(recording.ends()));
        ObjectNode seen = root.putObject("seen");
        marks.forEach((name, mark) -> seen.put(name.toString(), mark.toString()));
        root.set("state", JSON.valueToTree(recording.stateTimes()));
        return root;
    }

    private static ObjectNode command(Command command) {
        ObjectNode node = JSON.createObjectNode();
        return node.put("ns", command.timeNs()).put("exit", command.exitCode()).put("run", command.words());
    }

    /** @throws IOException when the case was never recorded, or its files cannot be read */
    static Recording read(GoldenCase golden) throws IOException {
        JsonNode root = JSON.readTree(golden.recordedFile().toFile());
        List<Command> prepared = new ArrayList<>();
        root.get("prepared").forEach(node -> prepared.add(command(node)));
        List<Event> events = new ArrayList<>();
        root.get("events").forEach(node -> events.add(event(node)));
        List<String> muted = new ArrayList<>();
        root.get("muted").forEach(node -> muted.add(node.asText()));
        List<Long> ends = new ArrayList<>();
        root.get("ends").forEach(node -> ends.add(node.asLong()));
        Map<String, Long> stateTimes = new LinkedHashMap<>();
        root.get("state")
                .properties()
                .forEach(one -> stateTimes.put(one.getKey(), one.getValue().asLong()));
        Map<String, Integer> baseline = new LinkedHashMap<>();
        root.get("baseline")
                .properties()
                .forEach(one -> baseline.put(one.getKey(), one.getValue().asInt()));
        Map<String, Long> limits = new LinkedHashMap<>();
        if (root.has("limits")) {
            root.get("limits")
                    .properties()
                    .forEach(one -> limits.put(one.getKey(), one.getValue().asLong()));
        }
        return new Recording(
                texts(root.get("machine")),
                baseline,
                texts(root.get("given")),
                limits,
                root.has("ticks") ? OptionalLong.of(root.get("ticks").asLong()) : OptionalLong.empty(),
                prepared,
                muted,
                events,
                ends,
                seen(golden, root.get("seen"), ends.size()),
                stateTimes,
                StateFile.read(golden.stateFile()));
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new TreeMap<>();
        node.properties().forEach(one -> texts.put(one.getKey(), one.getValue().asText()));
        return texts;
    }

    private static Command command(JsonNode node) {
        return new Command(
                node.get("ns").asLong(),
                node.get("exit").asInt(),
                node.get("run").asText());
    }

    private static Event event(JsonNode node) {
        if (node.has("run")) {
            return new Event(node.get("ns").asLong(), null, Refusal.NONE, command(node));
        }
        Refusal refusal =
                node.has("refused") ? Refusal.valueOf(node.get("refused").asText()) : Refusal.NONE;
        return new Event(node.get("ns").asLong(), node.get("frame").asText(), refusal, null);
    }

    private static List<Map<InterfaceName, List<Sighting>>> seen(GoldenCase golden, JsonNode marks, int events)
            throws IOException {
        List<Map<InterfaceName, List<Sighting>>> seen = new ArrayList<>();
        for (int event = 0; event < events; event++) {
            seen.add(new LinkedHashMap<>());
        }
        for (Map.Entry<String, JsonNode> one : marks.properties()) {
            InterfaceName name = InterfaceName.parse(one.getKey());
            seen.forEach(event -> event.put(name, new ArrayList<>()));
            if (!one.getValue().asText().isEmpty()) {
                read(golden, name, one.getValue().asText().split(" ", -1), seen);
            }
        }
        return seen;
    }

    private static void read(
            GoldenCase golden, InterfaceName name, String[] marks, List<Map<InterfaceName, List<Sighting>>> seen)
            throws IOException {
        Path file = golden.observed().resolve(GoldenCase.captureName(name));
        try (CaptureReader reader = CaptureReader.open(file)) {
            for (String mark : marks) {
                Frame frame = reader.next(POOL);
                if (frame == null) {
                    throw new IOException(file + " holds fewer frames than recorded.json says");
                }
                int event = Integer.parseInt(mark.substring(0, mark.length() - 1));
                seen.get(event)
                        .get(name)
                        .add(new Sighting(frame.toBytes(), mark.endsWith(">"), false, frame.timestampNs()));
                frame.free();
            }
            if (reader.hasNext()) {
                throw new IOException(file + " holds more frames than recorded.json says");
            }
        }
    }
}

package io.ringway.conformance;

import io.ringway.conformance.compare.FrameDifference;
import io.ringway.conformance.compare.FrameText;
import io.ringway.conformance.compare.Sighting;
import io.ringway.replay.request.Direction;
import io.ringway.replay.request.InterfaceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The first frame that differs, and what is needed to understand it, kept as it was when it was found. */
final class FirstDifference {
    private final FrameDifference difference;
    private final List<String> trace;
    private final Map<InterfaceName, List<Sighting>> kernel = new LinkedHashMap<>();
    private final Map<InterfaceName, List<Sighting>> model = new LinkedHashMap<>();

    FirstDifference(FrameDifference difference, List<String> trace, Sightings sightings) {
        this.difference = difference;
        this.trace = trace;
        for (InterfaceName name : sightings.watched()) {
            kernel.put(name, List.copyOf(sightings.ofKernel(name)));
            model.put(name, List.copyOf(sightings.ofModel(name)));
        }
    }

    String summary() {
        return difference.summary();
    }

    /** What differs, then how many frames each interface showed, then the model's trace. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(difference.summary());
        lines.addAll(FrameText.describe(difference));
        lines.add("seen up to there:");
        kernel.forEach((name, seen) -> lines.add(String.format(
                "  %-24s kernel %6d frames, model %6d",
                name, seen.size(), model.get(name).size())));
        lines.add("the model's trace:");
        lines.addAll(trace);
        return lines;
    }

    /** Writes both sides' captures of every interface up to the difference, and {@link #lines}. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (InterfaceName name : kernel.keySet()) {
            String file = name.namespace() + "." + name.device();
            CaptureFolder.write(folder.resolve(file + ".kernel.pcap"), kernel.get(name), Direction.INOUT);
            CaptureFolder.write(folder.resolve(file + ".model.pcap"), model.get(name), Direction.INOUT);
        }
        Files.write(folder.resolve("first-difference.txt"), lines());
    }
}

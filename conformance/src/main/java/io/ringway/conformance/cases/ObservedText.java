package io.ringway.conformance.cases;

import io.ringway.conformance.cases.Recording.Event;
import io.ringway.conformance.compare.FrameLine;
import io.ringway.conformance.compare.Sighting;
import io.ringway.conformance.kernel.Refusal;
import io.ringway.replay.request.InterfaceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code observed.txt}: what the kernel showed after each frame or command, one line a frame. */
final class ObservedText {
    private ObservedText() {}

    static List<String> lines(Recording recording) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "# What each interface sent (>) and received (<) after each frame or command; seconds since the first.");
        int frame = 0;
        for (int i = 0; i < recording.seen().size(); i++) {
            Event event = i == 0 ? null : recording.events().get(i - 1);
            if (event != null && event.command() == null) {
                frame++;
            }
            List<String> seen = sightings(recording.seen().get(i));
            if (event == null && seen.isEmpty()) {
                continue;
            }
            lines.add("");
            lines.add(event == null ? "before the first" : title(recording, event, frame));
            lines.addAll(seen);
        }
        return lines;
    }

    private static String title(Recording recording, Event event, int frame) {
        double seconds = (event.timeNs() - recording.events().get(0).timeNs()) / 1e9;
        String time = String.format("%.1f s: ", seconds);
        if (event.command() != null) {
            int exit = event.command().exitCode();
            return time + event.command().words() + (exit == 0 ? "" : " (exit code " + exit + ")");
        }
        String refused = event.refusal() == Refusal.NONE ? "" : ", refused: " + event.refusal();
        return time + "frame " + frame + " sent by " + event.where() + refused;
    }

    private static List<String> sightings(Map<InterfaceName, List<Sighting>> seen) {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<InterfaceName, List<Sighting>> one : seen.entrySet()) {
            for (Sighting sighting : one.getValue()) {
                lines.add(String.format(
                        "  %-14s %s %s",
                        one.getKey(), sighting.outgoing() ? ">" : "<", FrameLine.of(sighting.bytes())));
            }
        }
        return lines;
    }
}

package io.ringway.conformance;

import io.ringway.conformance.compare.Sighting;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.pcap.PcapWriter;
import io.ringway.replay.request.Direction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes sightings as captures. */
public final class CaptureFolder {
    private static final FramePool POOL = new FramePool();

    private CaptureFolder() {}

    public static void write(Path file, List<Sighting> sightings, Direction direction) throws IOException {
        try (PcapWriter writer = PcapWriter.create(file)) {
            for (Sighting sighting : sightings) {
                if (direction.wants(sighting.outgoing())) {
                    Frame frame = POOL.allocate(sighting.bytes().length);
                    frame.put(0, sighting.bytes());
                    writer.write(frame, sighting.timeNs());
                    frame.free();
                }
            }
            writer.commit();
        }
    }
}

package io.ringway.conformance.expect;

import io.ringway.conformance.compare.Ipv4Bytes;
import io.ringway.conformance.compare.Sighting;
import io.ringway.engine.device.Tap;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.pcap.CaptureReader;
import io.ringway.replay.input.OffloadedChecksums;
import io.ringway.replay.request.Direction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What was really captured at an interface, and what the model shows there, which this observes. */
public final class ExpectedCapture implements Tap {
    private final String interfaceName;
    private final Path file;
    private final Direction direction;
    private final List<Sighting> model = new ArrayList<>();
    private final List<Real> real = new ArrayList<>();

    /**
     * A frame of the capture.
     *
     * @param number from 1
     * @param bytes without padding, its checksums complete
     * @param snapped whether there was more of it
     */
    record Real(int number, byte[] bytes, boolean snapped, long timeNs) {}

    /**
     * Reads the capture.
     *
     * @param direction what it holds
     */
    public ExpectedCapture(String interfaceName, Path file, Direction direction) throws IOException {
        this.interfaceName = interfaceName;
        this.file = file;
        this.direction = direction;
        FramePool pool = new FramePool();
        OffloadedChecksums checksums = new OffloadedChecksums();
        try (CaptureReader reader = CaptureReader.open(file)) {
            for (Frame frame = reader.next(pool); frame != null; frame = reader.next(pool)) {
                boolean snapped = reader.originalLength() > frame.length();
                if (!snapped) {
                    checksums.repair(frame);
                }
                byte[] bytes = withoutPadding(frame.toBytes());
                real.add(new Real(real.size() + 1, bytes, snapped, frame.timestampNs()));
                frame.free();
            }
        }
    }

    @Override
    public void seen(Frame frame, boolean outgoing) {
        if (direction.wants(outgoing)) {
            Sighting sighting = Sighting.of(frame, outgoing, frame.timestampNs());
            byte[] bytes = withoutPadding(sighting.bytes());
            model.add(
                    bytes == sighting.bytes()
                            ? sighting
                            : new Sighting(
                                    bytes,
                                    outgoing,
                                    sighting.originated(),
                                    sighting.innerOriginated(),
                                    sighting.deferred(),
                                    sighting.timeNs()));
        }
    }

    /** What lies behind an IPv4 packet, or an ARP message, was put there to fill a frame. */
    private static byte[] withoutPadding(byte[] frame) {
        int at = Ipv4Bytes.header(frame);
        int end = at >= 0
                ? at + Math.max(20, Ipv4Bytes.u16(frame, at + 2))
                : frame.length >= 42 && Ipv4Bytes.u16(frame, 12) == 0x0806 ? 42 : frame.length;
        return end < frame.length ? Arrays.copyOf(frame, end) : frame;
    }

    public String interfaceName() {
        return interfaceName;
    }

    Path file() {
        return file;
    }

    List<Sighting> model() {
        return model;
    }

    List<Real> real() {
        return real;
    }
}

package io.ringway.pcap;

import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What the tests of this package read and compare. */
final class Captures {
    /** A frame as it was read. */
    record Read(long timestampNs, byte[] bytes, long originalLength) {
        String text() {
            return timestampNs + " " + java.util.HexFormat.of().formatHex(bytes) + " of " + originalLength;
        }
    }

    /** Shared, since thousands of captures are read. */
    private static final FramePool POOL = new FramePool();

    private Captures() {}

    /** A frame of {@code bytes} bytes that no other seed makes. */
    static byte[] frame(long seed, int bytes) {
        byte[] frame = new byte[bytes];
        new Random(seed).nextBytes(frame);
        return frame;
    }

    static CaptureReader open(byte[] capture) throws IOException {
        return CaptureReader.open(Channels.newChannel(new ByteArrayInputStream(capture)), "test.pcap");
    }

    /** All frames that can be had; the reader stays open for its counters. */
    static List<Read> readAll(CaptureReader reader) throws IOException {
        List<Read> all = new ArrayList<>();
        for (Frame frame = reader.next(POOL); frame != null; frame = reader.next(POOL)) {
            all.add(new Read(frame.timestampNs(), frame.toBytes(), reader.originalLength()));
            frame.free();
        }
        return all;
    }

    static List<Read> readAll(byte[] capture) throws IOException {
        try (CaptureReader reader = open(capture)) {
            return readAll(reader);
        }
    }
}

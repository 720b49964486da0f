package io.ringway.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Captures put together and taken apart by hand: classic pcap in microseconds, nanoseconds when read. */
final class PcapBytes {
    /** Virtual time of the tests' first frame: 2026-01-01 00:00:00 UTC. */
    static final long START_US = 1_767_225_600_000_000L;

    private static final int MICROSECONDS = 0xa1b2c3d4;
    private static final int NANOSECONDS = 0xa1b23c4d;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** One frame of a capture that was read. */
    record Record(long timestampNs, byte[] frame) {
        String text() {
            return Packets.text(frame);
        }
    }

    PcapBytes() {
        put(MICROSECONDS, 2 | 4 << 16, 0, 0, 262_144, 1);
    }

    private void put(int... words) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * words.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : words) {
            buffer.putInt(word);
        }
        bytes.writeBytes(buffer.array());
    }

    /** A frame at so many microseconds after the start. */
    PcapBytes at(long us, byte[] frame) {
        long time = START_US + us;
        put((int) (time / 1_000_000), (int) (time % 1_000_000), frame.length, frame.length);
        bytes.writeBytes(frame);
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    Path write(Path file) throws IOException {
        return Files.write(file, bytes());
    }

    static List<Record> read(Path file) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int unitNs = buffer.getInt(0) == NANOSECONDS ? 1 : 1000;
        buffer.position(24);
        List<Record> records = new ArrayList<>();
        while (buffer.hasRemaining()) {
            long timestampNs = buffer.getInt() * 1_000_000_000L + (long) buffer.getInt() * unitNs;
            byte[] frame = new byte[buffer.getInt()];
            buffer.getInt();
            buffer.get(frame);
            records.add(new Record(timestampNs, frame));
        }
        return records;
    }

    static List<String> texts(Path file) throws IOException {
        return read(file).stream().map(Record::text).toList();
    }
}

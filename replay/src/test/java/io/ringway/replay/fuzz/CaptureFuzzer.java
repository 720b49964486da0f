package io.ringway.replay.fuzz;

import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.pcap.CaptureReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;

/** Fuzzes the readers of pcap and pcapng: a file is read, or refused by an {@link IOException} with a message. */
public final class CaptureFuzzer {
    private static final FramePool POOL = new FramePool();

    private CaptureFuzzer() {}

    /** Called by Jazzer, once for each input. */
    public static void fuzzerTestOneInput(byte[] input) {
        int before = POOL.totalCells() - POOL.freeCells();
        try (CaptureReader reader =
                CaptureReader.open(Channels.newChannel(new ByteArrayInputStream(input)), "fuzzed.pcap")) {
            while (reader.hasNext()) {
                Frame frame = reader.next(POOL);
                if (frame.length() > input.length) {
                    throw new IllegalStateException("a frame of " + frame.length() + " octets out of " + input.length);
                }
                frame.free();
            }
        } catch (IOException e) {
            if (e.getMessage() == null) {
                throw new IllegalStateException("refused without a word", e);
            }
        }
        if (POOL.totalCells() - POOL.freeCells() != before) {
            throw new IllegalStateException("a frame was not given back");
        }
    }
}

package io.ringway.replay.output;

import io.ringway.engine.device.Device;
import io.ringway.packet.CapturedWay;
import io.ringway.packet.Frame;
import io.ringway.pcap.PcapWriter;
import io.ringway.pcap.PcapngWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One capture of several interfaces: a pcap, which does not say where a frame was seen, or a pcapng, which does. */
public final class SharedCapture implements Closeable {
    private final PcapWriter plain;
    private final PcapngWriter telling;

    private SharedCapture(PcapWriter plain, PcapngWriter telling) {
        this.plain = plain;
        this.telling = telling;
    }

    static SharedCapture create(Path file, boolean pcapng) throws IOException {
        return pcapng
                ? new SharedCapture(
                        null,
                        PcapngWriter.create(file, PcapngCapture.HARDWARE, PcapngCapture.OS, PcapngCapture.APPLICATION))
                : new SharedCapture(PcapWriter.create(file), null);
    }

    /** One more interface; by what it returns, {@link #write} knows it. */
    public int add(Device device) throws IOException {
        return telling == null
                ? 0
                : telling.addInterface(
                        device.namespace() + ":" + device.name(), PcapngCapture.describe(device), device.mac());
    }

    public void write(int number, Frame frame, boolean outgoing, long timeNs) throws IOException {
        if (telling == null) {
            plain.write(frame, timeNs);
        } else {
            CapturedWay way = outgoing ? CapturedWay.SENT : CapturedWay.RECEIVED;
            telling.write(number, timeNs, frame.toBytes(), way, List.of());
        }
    }

    public void commit() throws IOException {
        if (telling == null) {
            plain.commit();
        } else {
            telling.commit();
        }
    }

    @Override
    public void close() {
        if (telling == null) {
            plain.close();
        } else {
            telling.close();
        }
    }
}

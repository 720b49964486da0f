package io.ringway.replay;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.device.Device;
import io.ringway.packet.Frame;
import io.ringway.pcap.PcapWriter;
import io.ringway.replay.output.ReplayOutputs;
import io.ringway.replay.request.Direction;
import io.ringway.replay.request.InterfaceName;
import io.ringway.replay.request.ReplayException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * What one tcpdump would have seen of several interfaces at once: counted and written as its {@code -c} and {@code -w}
 * do, of those that were named, else of all, as with {@code -i any}.
 */
public final class Watch implements Closeable {
    private final Network network;
    private final ReplayOutputs outputs;
    private PcapWriter writer;
    private long most = Long.MAX_VALUE;
    private long seen;
    private boolean anyNamed;

    Watch(Network network, ReplayOutputs outputs) {
        this.network = network;
        this.outputs = outputs;
    }

    public Watch write(Path file) throws IOException {
        outputs.keep(file);
        writer = PcapWriter.create(file);
        return this;
    }

    /** Ends the input once so many frames were seen; no more than these are written. */
    public Watch count(long frames) {
        if (frames < 1) {
            throw ReplayException.usage("-c " + frames + ": it takes at least 1 frame");
        }
        most = frames;
        return this;
    }

    /** Looks at the interface {@code NS:IF}; by the first call, no longer at all. */
    public Watch at(String interfaceName, Direction direction) {
        anyNamed = true;
        tap(InterfaceName.parse(interfaceName).find(network), direction);
        return this;
    }

    /** All that was asked for is known. */
    void begin() {
        if (anyNamed || (writer == null && !mayEnd())) {
            return;
        }
        for (Namespace namespace : network.namespaces()) {
            for (Device device : namespace.devices()) {
                tap(device, Direction.INOUT);
            }
        }
    }

    private void tap(Device device, Direction direction) {
        device.addTap(
                (frame, outgoing) -> {
                    if (direction.wants(outgoing)) {
                        see(frame);
                    }
                },
                true);
    }

    private void see(Frame frame) {
        if (isFull()) {
            return;
        }
        seen++;
        if (writer == null) {
            return;
        }
        try {
            writer.write(frame, network.kernel().wallNs());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether what was seen may end the input. */
    boolean mayEnd() {
        return most < Long.MAX_VALUE;
    }

    boolean isFull() {
        return seen >= most;
    }

    void commit() throws IOException {
        if (writer != null) {
            writer.commit();
        }
    }

    /** Without a commit before, nothing is left under the file's name. */
    @Override
    public void close() {
        if (writer != null) {
            writer.close();
        }
    }
}

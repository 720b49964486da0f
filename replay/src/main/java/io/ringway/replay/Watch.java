package io.ringway.replay;

import io.ringway.engine.Network;
import io.ringway.engine.device.Device;
import io.ringway.packet.Frame;
import io.ringway.replay.output.EveryInterface;
import io.ringway.replay.output.ReplayOutputs;
import io.ringway.replay.output.SharedCapture;
import io.ringway.replay.request.Direction;
import io.ringway.replay.request.InterfaceName;
import io.ringway.replay.request.ReplayException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one tcpdump would have seen of several interfaces at once: counted and written as its {@code -c} and {@code -w}
 * do, of those that were named, else of all, as with {@code -i any}.
 */
public final class Watch implements Closeable {
    private final Network network;
    private final ReplayOutputs outputs;
    private final EveryInterface every;
    private final Map<Device, Direction> named = new LinkedHashMap<>();
    private SharedCapture writer;
    private long most = Long.MAX_VALUE;
    private long seen;

    Watch(Network network, ReplayOutputs outputs) {
        this.network = network;
        this.outputs = outputs;
        every = new EveryInterface(network);
    }

    public Watch write(Path file) throws IOException {
        writer = outputs.captures().shared(file);
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
        named.merge(
                InterfaceName.parse(interfaceName).find(network),
                direction,
                (one, other) -> one == other ? one : Direction.INOUT);
        return this;
    }

    /** All that was asked for is known. */
    void begin() throws IOException {
        if (writer == null && !mayEnd()) {
            return;
        }
        for (Map.Entry<Device, Direction> one : named.entrySet()) {
            tap(one.getKey(), one.getValue());
        }
        if (named.isEmpty()) {
            every.show(device -> tap(device, Direction.INOUT));
        }
    }

    /** A command may have made interfaces. */
    void watchNew() {
        every.showNew();
    }

    private void tap(Device device, Direction direction) throws IOException {
        int number = writer == null ? 0 : writer.add(device);
        device.addTap(
                (frame, outgoing) -> {
                    if (direction.wants(outgoing)) {
                        see(number, frame, outgoing);
                    }
                },
                true);
    }

    private void see(int number, Frame frame, boolean outgoing) {
        if (isFull()) {
            return;
        }
        seen++;
        if (writer == null) {
            return;
        }
        try {
            writer.write(number, frame, outgoing, network.kernel().wallNs());
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

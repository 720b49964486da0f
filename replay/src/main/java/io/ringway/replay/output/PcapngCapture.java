package io.ringway.replay.output;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.Tap;
import io.ringway.engine.route.InterfaceAddress;
import io.ringway.packet.CapturedWay;
import io.ringway.packet.Frame;
import io.ringway.pcap.PcapngWriter;
import io.ringway.replay.request.Direction;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A pcapng of one or several interfaces, with the namespaces' names for their addresses, and with a comment beside each
 * frame that was translated or dropped. A frame is written when no more will be said of it: when the instant is over in
 * which it came to rest, or 4 MiB of others wait behind it.
 */
final class PcapngCapture implements Closeable {
    static final String HARDWARE = "none: modelled";
    static final String OS = "Linux 6.18, as Ringway models it";
    static final String APPLICATION = "Ringway";
    private static final long MAX_WAITING_BYTES = 4 << 20;

    private final Network network;
    private final Commentary commentary;
    private final PcapngWriter writer;
    private final Map<Integer, List<String>> names = new TreeMap<>(Integer::compareUnsigned);
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final List<long[]> seen = new ArrayList<>();
    private long waitingBytes;
    private long startNs = -1;

    /** A frame that may get comments yet. */
    private record Waiting(int number, long timeNs, byte[] bytes, CapturedWay way, Journal journal) {}

    PcapngCapture(Network network, Commentary commentary, Path file) throws IOException {
        this.network = network;
        this.commentary = commentary;
        writer = PcapngWriter.create(file, HARDWARE, OS, APPLICATION);
        writeNames();
    }

    /** Names of namespaces for their addresses, as far as they were not written yet. */
    private void writeNames() throws IOException {
        Map<Integer, List<String>> fresh = new TreeMap<>(Integer::compareUnsigned);
        for (Namespace namespace : network.namespaces()) {
            for (Device device : namespace.devices()) {
                for (InterfaceAddress address : namespace.stack().routing().addressesOf(device)) {
                    int number = address.prefix().address();
                    List<String> known = names.computeIfAbsent(number, key -> new ArrayList<>());
                    if (number >>> 24 != 127 && !known.contains(namespace.name())) {
                        known.add(namespace.name());
                        fresh.computeIfAbsent(number, key -> new ArrayList<>()).add(namespace.name());
                    }
                }
            }
        }
        writer.names(fresh);
    }

    /** One more interface that is watched from now on. */
    void watch(Device device, Direction direction) throws IOException {
        int number = writer.addInterface(device.namespace() + ":" + device.name(), describe(device), device.mac());
        seen.add(new long[1]);
        Tap tap = (frame, outgoing) -> {
            if (direction.wants(outgoing)) {
                see(number, frame, outgoing);
            }
        };
        device.addTap(tap, true);
    }

    /** What it is and where: {@code veth in web}. */
    static String describe(Device device) {
        return (device.kind().isEmpty() ? "loopback" : device.kind()) + " in " + device.namespace();
    }

    private void see(int number, Frame frame, boolean outgoing) {
        Journal journal = commentary.of(frame);
        long timeNs = network.kernel().wallNs();
        startNs = startNs < 0 ? timeNs : startNs;
        seen.get(number)[0]++;
        byte[] bytes = frame.toBytes();
        waiting.add(new Waiting(number, timeNs, bytes, outgoing ? CapturedWay.SENT : CapturedWay.RECEIVED, journal));
        waitingBytes += bytes.length;
        while (waiting.getFirst().journal().isClosed() || waitingBytes > MAX_WAITING_BYTES) {
            writeFirst();
        }
    }

    private void writeFirst() {
        Waiting first = waiting.removeFirst();
        waitingBytes -= first.bytes().length;
        try {
            writer.write(
                    first.number(),
                    first.timeNs(),
                    first.bytes(),
                    first.way(),
                    first.journal().comments());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what waited, and what each interface saw. */
    void flush() throws IOException {
        while (!waiting.isEmpty()) {
            writeFirst();
        }
        long endNs = network.kernel().wallNs();
        for (int i = 0; i < seen.size(); i++) {
            writer.statistics(i, startNs < 0 ? endNs : startNs, endNs, seen.get(i)[0]);
        }
        writeNames();
        writer.flush();
    }

    void commit() throws IOException {
        writer.commit();
    }

    @Override
    public void close() {
        writer.close();
    }
}

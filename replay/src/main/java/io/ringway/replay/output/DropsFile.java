package io.ringway.replay.output;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.device.Device;
import io.ringway.packet.CapturedWay;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.pcap.PcapngWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A pcapng of every frame that was dropped, as it was then, with the place, the reason and the rule in its comment. It is
 * said to be of the interface where it was seen last.
 */
final class DropsFile implements Closeable {
    private final Network network;
    private final PcapngWriter writer;
    private final Map<String, Integer> interfaces = new HashMap<>();

    DropsFile(Network network, Path file) throws IOException {
        this.network = network;
        writer = PcapngWriter.create(file, PcapngCapture.HARDWARE, PcapngCapture.OS, PcapngCapture.APPLICATION);
    }

    void dropped(Frame frame, String namespace, String where, Journal journal, String comment) {
        boolean seen = !journal.seenAt().isEmpty();
        String name = seen ? journal.seenAt() : namespace + ":" + where;
        CapturedWay way =
                !seen ? CapturedWay.UNKNOWN : journal.seenOutgoing() ? CapturedWay.SENT : CapturedWay.RECEIVED;
        byte[] bytes = frame.toBytes();
        if (!seen && frame.history().originated() && bytes.length >= EthernetHeader.LENGTH) {
            clearHeader(bytes);
        }
        try {
            Integer number = interfaces.get(name);
            if (number == null) {
                number = addInterface(name);
            }
            writer.write(number, network.kernel().wallNs(), bytes, way, List.of(comment));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No device has written the header of a packet that never left its namespace. */
    private static void clearHeader(byte[] bytes) {
        Arrays.fill(bytes, 0, EthernetHeader.LENGTH, (byte) 0);
        bytes[12] = (byte) (EthernetHeader.TYPE_IPV4 >>> 8);
        bytes[13] = (byte) EthernetHeader.TYPE_IPV4;
    }

    private int addInterface(String name) throws IOException {
        int colon = name.indexOf(':');
        Namespace namespace = network.namespace(name.substring(0, colon));
        Device device = namespace == null ? null : namespace.device(name.substring(colon + 1));
        int number = writer.addInterface(
                name,
                device == null ? "within a stack" : PcapngCapture.describe(device),
                device == null ? 0 : device.mac());
        interfaces.put(name, number);
        return number;
    }

    void flush() throws IOException {
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

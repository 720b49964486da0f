package io.ringway.conformance.hosts;

import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.packet.Ipv4Address;
import io.ringway.pcap.CaptureReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The IPv4 frames of a capture by conversation and direction, each direction in its order. */
final class Packets {
    private static final int ETHERNET = 14;
    private static final int ICMP = 1;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final HexFormat HEX = HexFormat.of();
    private static final FramePool POOL = new FramePool();

    private Packets() {}

    static Map<String, List<byte[]>> of(Path capture) throws IOException {
        Map<String, List<byte[]>> all = new TreeMap<>();
        try (CaptureReader reader = CaptureReader.open(capture)) {
            while (reader.hasNext()) {
                Frame frame = reader.next(POOL);
                byte[] bytes = frame.toBytes();
                frame.free();
                if (bytes.length >= ETHERNET + 20 && bytes[12] == 8 && bytes[13] == 0) {
                    all.computeIfAbsent(conversation(bytes), key -> new ArrayList<>())
                            .add(bytes);
                }
            }
        }
        return all;
    }

    /** Protocol, from, to; of ICMP the type too. */
    private static String conversation(byte[] frame) {
        ByteBuffer packet = ByteBuffer.wrap(frame);
        int protocol = frame[ETHERNET + 9] & 0xff;
        int transport = transport(frame);
        String from = Ipv4Address.format(packet.getInt(ETHERNET + 12));
        String to = Ipv4Address.format(packet.getInt(ETHERNET + 16));
        return switch (protocol) {
            case TCP, UDP ->
                (protocol == TCP ? "tcp " : "udp ") + from + ":" + (packet.getShort(transport) & 0xffff) + " > " + to
                        + ":" + (packet.getShort(transport + 2) & 0xffff);
            case ICMP -> "icmp " + (frame[transport] & 0xff) + " " + from + " > " + to;
            default -> protocol + " " + from + " > " + to;
        };
    }

    private static int transport(byte[] frame) {
        return ETHERNET + 4 * (frame[ETHERNET] & 15);
    }

    /** What address translation leaves alone, a text for each conversation and direction, without ICMP errors; sorted. */
    static List<String> streams(Map<String, List<byte[]>> all) {
        List<String> streams = new ArrayList<>();
        for (List<byte[]> packets : all.values()) {
            StringBuilder stream = new StringBuilder();
            for (byte[] frame : packets) {
                if (frame[ETHERNET + 9] == ICMP && isOfHost(frame)) {
                    continue;
                }
                int end = ETHERNET + ByteBuffer.wrap(frame).getShort(ETHERNET + 2);
                int at = transport(frame);
                boolean tcp = frame[ETHERNET + 9] == TCP;
                // From the sequence number to the flags, then what is behind the sum.
                stream.append(HEX.formatHex(frame, at + 4, at + (tcp ? 14 : 6))).append(' ');
                stream.append(HEX.formatHex(frame, at + (tcp ? 18 : 8), end)).append('\n');
            }
            if (!stream.isEmpty()) {
                streams.add(stream.toString());
            }
        }
        streams.sort(Comparator.naturalOrder());
        return streams;
    }

    static boolean isOnlyFin(byte[] frame) {
        return frame[ETHERNET + 9] == TCP && frame[transport(frame) + 13] == 1;
    }

    /** The conversation's other direction. */
    static String back(String conversation) {
        String[] words = conversation.split(" ", -1);
        return words[0] + " " + words[3] + " > " + words[1];
    }

    /** What differs, a line for each conversation; IP IDs may where the host itself made the packet. */
    static List<String> differences(Map<String, List<byte[]>> real, Map<String, List<byte[]>> model) {
        List<String> differences = new ArrayList<>();
        real.forEach((conversation, packets) -> {
            List<byte[]> other = model.getOrDefault(conversation, List.of());
            int same = 0;
            while (same < Math.min(packets.size(), other.size()) && isSame(packets.get(same), other.get(same))) {
                same++;
            }
            if (same < packets.size() || same < other.size()) {
                differences.add(conversation + ": " + packets.size() + " packets and " + other.size()
                        + " in the model, the same are the first " + same);
            }
        });
        model.forEach((conversation, packets) -> {
            if (!real.containsKey(conversation)) {
                differences.add(conversation + ": " + packets.size() + " packets in the model only");
            }
        });
        return differences;
    }

    private static boolean isSame(byte[] real, byte[] model) {
        return Arrays.equals(real, model)
                || (isOfHost(real) && isOfHost(model) && Arrays.equals(withoutId(real), withoutId(model)));
    }

    /** An ICMP error, or a reset without a connection: nobody but a kernel makes these. */
    private static boolean isOfHost(byte[] frame) {
        int at = transport(frame);
        return switch (frame[ETHERNET + 9]) {
            case ICMP -> frame[at] == 3 || frame[at] == 11;
            case TCP -> (frame[at + 13] & 4) != 0;
            default -> false;
        };
    }

    private static byte[] withoutId(byte[] frame) {
        byte[] copy = frame.clone();
        Arrays.fill(copy, ETHERNET + 4, ETHERNET + 6, (byte) 0);
        Arrays.fill(copy, ETHERNET + 10, ETHERNET + 12, (byte) 0);
        return copy;
    }

    /** As they are where their senders' network ends: with one hop less to live, which the header's sum says too. */
    static Map<String, List<byte[]>> oneHopOn(Map<String, List<byte[]>> all, Predicate<String> wanted) {
        Map<String, List<byte[]>> moved = new TreeMap<>(all);
        moved.replaceAll((conversation, packets) -> wanted.test(conversation)
                ? packets.stream().map(Packets::oneHopOn).toList()
                : packets);
        return moved;
    }

    private static byte[] oneHopOn(byte[] frame) {
        byte[] copy = frame.clone();
        copy[ETHERNET + 8]--;
        ByteBuffer packet = ByteBuffer.wrap(copy);
        int sum = (packet.getShort(ETHERNET + 10) & 0xffff) + 0x100;
        packet.putShort(ETHERNET + 10, (short) (sum + (sum >> 16)));
        return copy;
    }
}

package io.ringway.nat.conntrack;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/** Builds the SCTP packets that the golden files describe. */
final class SctpText {
    private static final Pattern CHUNK = Pattern.compile("(\\w+)(?:\\((\\d+)\\))?(?:\\+(\\d+))?(?:/(\\d+))?");

    /** By name, the type and how many bytes stand behind the chunk's header. */
    private static final Map<String, int[]> CHUNKS = Map.ofEntries(
            Map.entry("DATA", new int[] {0, 16}),
            Map.entry("INIT", new int[] {1, 16}),
            Map.entry("INIT_ACK", new int[] {2, 16}),
            Map.entry("SACK", new int[] {3, 12}),
            Map.entry("HEARTBEAT", new int[] {4, 8}),
            Map.entry("HEARTBEAT_ACK", new int[] {5, 8}),
            Map.entry("ABORT", new int[] {6, 0}),
            Map.entry("SHUTDOWN", new int[] {7, 4}),
            Map.entry("SHUTDOWN_ACK", new int[] {8, 0}),
            Map.entry("ERROR", new int[] {9, 4}),
            Map.entry("COOKIE_ECHO", new int[] {10, 7}),
            Map.entry("COOKIE_ACK", new int[] {11, 0}),
            Map.entry("SHUTDOWN_COMPLETE", new int[] {14, 0}),
            Map.entry("ASCONF", new int[] {193, 4}));

    private SctpText() {}

    static byte[] packet(int ports, int tag, Map<String, String> fields) {
        ByteBuffer packet = ByteBuffer.allocate(1000).putInt(ports).putInt(tag).putInt(0);
        for (String chunk : fields.get("chunks").split(",", -1)) {
            if (!chunk.isEmpty()) {
                put(packet, chunk);
            }
        }
        int whole = packet.position();
        String cut = fields.get("cut");
        int length = cut == null ? whole : Math.min(whole, Integer.parseInt(cut));
        CRC32C sum = new CRC32C();
        sum.update(packet.array(), 0, length);
        int value = (int) sum.getValue() ^ ("bad".equals(fields.get("sum")) ? 1 : 0);
        packet.putInt(8, Integer.reverseBytes(value));
        return Arrays.copyOf(packet.array(), length);
    }

    private static void put(ByteBuffer packet, String text) {
        Matcher parts = CHUNK.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text);
        }
        int[] kind = CHUNKS.get(parts.group(1));
        packet.put((byte) kind[0]).put((byte) number(parts.group(3), 0));
        packet.putShort((short) number(parts.group(4), 4 + kind[1]));
        int body = packet.position();
        for (int i = 0; i < kind[1]; i++) {
            packet.put((byte) i);
        }
        if (parts.group(2) != null) {
            packet.putInt(body, number(parts.group(2), 0));
        }
        packet.put(new byte[-kind[1] & 3]);
    }

    private static int number(String text, int otherwise) {
        return text == null ? otherwise : Integer.parseUnsignedInt(text);
    }
}

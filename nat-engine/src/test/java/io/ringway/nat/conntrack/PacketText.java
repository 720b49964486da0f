package io.ringway.nat.conntrack;

import io.ringway.packet.Checksum;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Builds the packets that the golden files describe; the words are explained in {@code record-conntrack.py}. */
final class PacketText {
    private static final String FLAG_LETTERS = "FSRPAUEC";
    private static final int NETWORK = 14;

    private final FramePool pool;
    private final List<byte[]> left;
    private final int clientPort;
    private final Map<String, String> fields = new HashMap<>();

    /**
     * @param left the IPv4 packets that left the router so far in this case, which later ones may quote or answer
     */
    PacketText(FramePool pool, List<byte[]> left, int clientPort) {
        this.pool = pool;
        this.left = left;
        this.clientPort = clientPort;
    }

    Frame parse(String text) {
        String[] words = text.split(" ", -1);
        boolean fromClient = words[0].equals(">");
        String kind = words[1];
        fields.clear();
        for (int i = 2; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            fields.put(equals < 0 ? "flags" : words[i].substring(0, equals), words[i].substring(equals + 1));
        }
        address(kind, fromClient);
        byte[] transport = transport(kind);
        int protocol = switch (kind) {
            case "tcp" -> 6;
            case "udp" -> 17;
            case "icmp", "error" -> 1;
            case "sctp" -> 132;
            default -> number("proto", 0);
        };
        int checksumAt = switch (kind) {
            case "tcp" -> 16;
            case "udp" -> 6;
            case "icmp", "error" -> 2;
            default -> -1;
        };
        return frame(protocol, sum(transport, protocol, checksumAt));
    }

    private void address(String kind, boolean fromClient) {
        if (fields.containsKey("to")) {
            ByteBuffer answered = ByteBuffer.wrap(left.get(number("to", 0) - 1));
            fields.putIfAbsent("src", Ipv4Address.format(answered.getInt(16)));
            fields.putIfAbsent("dst", Ipv4Address.format(answered.getInt(12)));
            fields.putIfAbsent("sport", "" + (answered.getShort(22) & 0xffff));
            fields.putIfAbsent("dport", "" + (answered.getShort(20) & 0xffff));
            if (answered.get(9) == 1) {
                fields.putIfAbsent("id", "" + (answered.getShort(24) & 0xffff));
            }
        }
        if (kind.equals("error")) {
            ByteBuffer quoted = ByteBuffer.wrap(left.get(number("quote", 0) - 1));
            fields.putIfAbsent("dst", Ipv4Address.format(quoted.getInt(12)));
        }
        fields.putIfAbsent("src", fromClient ? "10.0.1.2" : "10.0.2.2");
        fields.putIfAbsent("dst", fromClient ? "10.0.2.2" : "10.0.1.2");
        fields.putIfAbsent("sport", fromClient ? "" + clientPort : "80");
        fields.putIfAbsent("dport", fromClient ? "80" : "" + clientPort);
    }

    private byte[] transport(String kind) {
        byte[] data = data();
        return switch (kind) {
            case "tcp" -> tcp(data);
            case "udp" ->
                ByteBuffer.allocate(8 + data.length)
                        .putInt(ports())
                        .putShort((short) number("ulen", 8 + data.length))
                        .putShort((short) 0)
                        .put(data)
                        .array();
            case "sctp" -> SctpText.packet(ports(), number("tag", 0), fields);
            case "icmp" ->
                ByteBuffer.allocate(8 + data.length)
                        .putShort((short) (number("type", 8) << 8 | number("code", 0)))
                        .putShort((short) 0)
                        .putShort((short) number("id", 1))
                        .putShort((short) number("n", 1))
                        .put(data)
                        .array();
            case "error" -> {
                byte[] quoted = left.get(number("quote", 0) - 1);
                int bytes = Math.min(number("bytes", 28), quoted.length);
                yield ByteBuffer.allocate(8 + bytes)
                        .putShort((short) (number("type", 3) << 8 | number("code", 1)))
                        .putShort((short) 0)
                        .putInt(0)
                        .put(quoted, 0, bytes)
                        .array();
            }
            default -> data;
        };
    }

    private byte[] tcp(byte[] data) {
        byte[] options = HexFormat.of().parseHex(fields.getOrDefault("opts", ""));
        int flags = 0;
        for (char letter : fields.getOrDefault("flags", "").toCharArray()) {
            flags |= letter == '-' ? 0 : 1 << FLAG_LETTERS.indexOf(letter);
        }
        return ByteBuffer.allocate(20 + options.length + data.length)
                .putInt(ports())
                .putInt(number("seq", 0))
                .putInt(number("ack", 0))
                .putShort((short) (number("doff", 5 + options.length / 4) << 12 | flags))
                .putShort((short) number("win", 0))
                .putInt(0)
                .put(options)
                .put(data)
                .array();
    }

    private byte[] data() {
        if (fields.containsKey("data")) {
            return HexFormat.of().parseHex(fields.get("data"));
        }
        byte[] data = new byte[number("len", 0)];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) i;
        }
        return data;
    }

    private int ports() {
        return number("sport", 0) << 16 | number("dport", 0);
    }

    private byte[] sum(byte[] transport, int protocol, int at) {
        int length = Math.min(transport.length, number("cut", transport.length));
        byte[] cut = java.util.Arrays.copyOf(transport, length);
        String wish = fields.getOrDefault("sum", "good");
        if (at < 0 || wish.equals("none") || at + 2 > length) {
            return cut;
        }
        long sum = Checksum.sum(ByteBuffer.wrap(cut), 0, length);
        if (protocol != Ipv4Header.PROTOCOL_ICMP) {
            sum += Checksum.pseudoHeader(
                    Ipv4Address.parse(fields.get("src")), Ipv4Address.parse(fields.get("dst")), protocol, length);
        }
        int value = Checksum.finish(sum) ^ (wish.equals("bad") ? 0x0101 : 0);
        ByteBuffer.wrap(cut).putShort(at, (short) (protocol == 17 && value == 0 ? 0xffff : value));
        return cut;
    }

    private Frame frame(int protocol, byte[] transport) {
        Frame frame = pool.allocate(NETWORK + 20 + transport.length);
        frame.putU16(12, 0x0800);
        frame.setNetworkOffset(NETWORK);
        frame.setTransportOffset(NETWORK + 20);
        Ipv4Header.write(
                frame,
                NETWORK,
                0,
                20 + transport.length,
                7,
                0x4000,
                64,
                protocol,
                Ipv4Address.parse(fields.get("src")),
                Ipv4Address.parse(fields.get("dst")));
        frame.put(NETWORK + 20, transport);
        return frame;
    }

    private int number(String name, int otherwise) {
        return fields.containsKey(name) ? (int) Long.decode(fields.get(name)).longValue() : otherwise;
    }
}

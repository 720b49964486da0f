package io.ringway.conformance.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Frames for people: decoded fields, and hexadecimal bytes with marks under those that differ. */
public final class FrameText {
    private static final int BYTES_PER_LINE = 16;

    private FrameText() {}

    /** Both versions, fields first, then bytes. */
    public static List<String> describe(FrameDifference difference) {
        List<String> lines = new ArrayList<>();
        Sighting kernel = difference.kernel();
        Sighting model = difference.model();
        Map<String, String> kernels = kernel == null ? Map.of() : fields(kernel);
        Map<String, String> models = model == null ? Map.of() : fields(model);
        Map<String, String> all = new LinkedHashMap<>(kernels);
        models.forEach(all::putIfAbsent);
        for (String name : all.keySet()) {
            String left = kernels.getOrDefault(name, "-");
            String right = models.getOrDefault(name, "-");
            String mark = left.equals(right) ? " " : "*";
            lines.add(String.format("%s %-20s kernel %-24s model %s", mark, name, left, right));
        }
        if (kernel != null) {
            lines.add("kernel:");
            lines.addAll(hex(kernel.bytes(), model == null ? kernel.bytes() : model.bytes()));
        }
        if (model != null) {
            lines.add("model:");
            lines.addAll(hex(model.bytes(), kernel == null ? model.bytes() : kernel.bytes()));
        }
        return lines;
    }

    private static List<String> hex(byte[] bytes, byte[] other) {
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += BYTES_PER_LINE) {
            StringBuilder line = new StringBuilder(String.format("  %04x ", from));
            for (int i = from; i < Math.min(bytes.length, from + BYTES_PER_LINE); i++) {
                boolean same = i < other.length && other[i] == bytes[i];
                line.append(same ? ' ' : '*').append(String.format("%02x", bytes[i] & 0xff));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** Names as Wireshark has them. */
    public static Map<String, String> fields(Sighting sighting) {
        byte[] frame = sighting.bytes();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("direction", sighting.outgoing() ? "out" : "in");
        fields.put("frame.len", Integer.toString(frame.length));
        if (frame.length < 14) {
            return fields;
        }
        fields.put("eth.dst", octets(frame, 0, 6));
        fields.put("eth.src", octets(frame, 6, 6));
        fields.put("eth.type", String.format("0x%04x", Ipv4Bytes.u16(frame, 12)));
        int ip = Ipv4Bytes.header(frame);
        if (ip >= 0) {
            ip(fields, frame, ip, "");
        } else if (Ipv4Bytes.u16(frame, 12) == 0x0806 && frame.length >= 42) {
            fields.put("arp.opcode", Integer.toString(Ipv4Bytes.u16(frame, 20)));
            fields.put("arp.src.hw_mac", octets(frame, 22, 6));
            fields.put("arp.src.proto_ipv4", address(frame, 28));
            fields.put("arp.dst.hw_mac", octets(frame, 32, 6));
            fields.put("arp.dst.proto_ipv4", address(frame, 38));
        }
        return fields;
    }

    private static void ip(Map<String, String> fields, byte[] frame, int at, String prefix) {
        fields.put(prefix + "ip.dsfield", String.format("0x%02x", frame[at + 1] & 0xff));
        fields.put(prefix + "ip.len", Integer.toString(Ipv4Bytes.u16(frame, at + 2)));
        fields.put(prefix + "ip.id", String.format("0x%04x", Ipv4Bytes.u16(frame, at + Ipv4Bytes.ID)));
        fields.put(prefix + "ip.frag", String.format("0x%04x", Ipv4Bytes.u16(frame, at + 6)));
        fields.put(prefix + "ip.ttl", Integer.toString(frame[at + 8] & 0xff));
        fields.put(prefix + "ip.proto", Integer.toString(frame[at + Ipv4Bytes.PROTOCOL] & 0xff));
        fields.put(prefix + "ip.checksum", String.format("0x%04x", Ipv4Bytes.u16(frame, at + Ipv4Bytes.CHECKSUM)));
        fields.put(prefix + "ip.src", address(frame, at + Ipv4Bytes.SOURCE));
        fields.put(prefix + "ip.dst", address(frame, at + Ipv4Bytes.DESTINATION));
        transport(fields, frame, at, prefix);
    }

    private static void transport(Map<String, String> fields, byte[] frame, int at, String prefix) {
        int transport = at + Ipv4Bytes.headerLength(frame, at);
        int protocol = frame[at + Ipv4Bytes.PROTOCOL] & 0xff;
        if (frame.length < transport + 8) {
            return;
        }
        if (protocol == Ipv4Bytes.ICMP) {
            fields.put(prefix + "icmp.type", Integer.toString(frame[transport] & 0xff));
            fields.put(prefix + "icmp.code", Integer.toString(frame[transport + 1] & 0xff));
            fields.put(prefix + "icmp.checksum", String.format("0x%04x", Ipv4Bytes.u16(frame, transport + 2)));
            fields.put(prefix + "icmp.rest", String.format("0x%08x", Ipv4Bytes.i32(frame, transport + 4)));
            int quoted = Ipv4Bytes.quoted(frame, at);
            if (quoted >= 0 && prefix.isEmpty()) {
                ip(fields, frame, quoted, "icmp/");
            }
        } else if (protocol == 6 || protocol == 17) {
            String name = prefix + (protocol == 6 ? "tcp" : "udp");
            fields.put(name + ".srcport", Integer.toString(Ipv4Bytes.u16(frame, transport)));
            fields.put(name + ".dstport", Integer.toString(Ipv4Bytes.u16(frame, transport + 2)));
            if (protocol == 17) {
                fields.put(name + ".checksum", String.format("0x%04x", Ipv4Bytes.u16(frame, transport + 6)));
            } else if (frame.length >= transport + 20) {
                fields.put(name + ".seq", Long.toString(Ipv4Bytes.i32(frame, transport + 4) & 0xffff_ffffL));
                fields.put(name + ".ack", Long.toString(Ipv4Bytes.i32(frame, transport + 8) & 0xffff_ffffL));
                fields.put(name + ".flags", String.format("0x%02x", frame[transport + 13] & 0xff));
                fields.put(name + ".checksum", String.format("0x%04x", Ipv4Bytes.u16(frame, transport + 16)));
            }
        }
    }

    private static String octets(byte[] frame, int at, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ":").append(String.format("%02x", frame[at + i] & 0xff));
        }
        return text.toString();
    }

    private static String address(byte[] frame, int at) {
        return (frame[at] & 0xff) + "." + (frame[at + 1] & 0xff) + "." + (frame[at + 2] & 0xff) + "."
                + (frame[at + 3] & 0xff);
    }
}

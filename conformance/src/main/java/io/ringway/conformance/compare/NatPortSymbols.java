package io.ringway.conformance.compare;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Ports and ICMP ids that NAT drew at random ({@code nf_nat_core.c:nf_nat_l4proto_unique_tuple()}), as symbols: where the
 * model tells that it drew one, the kernel may have drawn another of the same range, and keeps to it in both directions, in what
 * errors quote, and in the connection's tuple. Where either side kept the packet's own port, or left the range, the
 * difference stays one.
 */
public final class NatPortSymbols implements FrameRule, StateRule {
    private final DrawnPorts drawn = new DrawnPorts();

    /** What the model drew. */
    public DrawnPorts drawn() {
        return drawn;
    }

    @Override
    public String name() {
        return "ports that NAT drew";
    }

    @Override
    public String reason() {
        return "drawn at random from the same range";
    }

    @Override
    public byte[] align(byte[] injected, Sighting model, Sighting kernel, byte[] kernelBytes) {
        byte[] wanted = model.bytes();
        int at = Ipv4Bytes.header(wanted);
        if (at < 0 || at != Ipv4Bytes.header(kernelBytes) || wanted.length != kernelBytes.length) {
            return kernelBytes;
        }
        byte[] aligned = aligned(wanted, kernelBytes, at, -1);
        int quoted = Ipv4Bytes.quoted(wanted, at);
        if (quoted >= 0 && quoted == Ipv4Bytes.quoted(aligned, at)) {
            aligned = aligned(wanted, aligned, quoted, at + Ipv4Bytes.headerLength(wanted, at) + 2);
        }
        return aligned;
    }

    /** @param around offset of the checksum of the error that quotes the packet, -1 where none does */
    private byte[] aligned(byte[] model, byte[] kernel, int at, int around) {
        FlowBytes wanted = FlowBytes.read(model, at);
        FlowBytes seen = FlowBytes.read(kernel, at);
        boolean sameEnds = wanted != null
                && seen != null
                && wanted.protocol() == seen.protocol()
                && wanted.source() == seen.source()
                && wanted.destination() == seen.destination()
                && wanted.sourceAt() == seen.sourceAt();
        if (!sameEnds) {
            return kernel;
        }
        byte[] aligned = kernel;
        if (wanted.sourcePort() != seen.sourcePort()
                && drawn.pairs(wanted, true, wanted.sourcePort(), seen.sourcePort())) {
            aligned = patched(aligned, wanted, wanted.sourceAt(), wanted.sourcePort(), around);
        }
        if (wanted.destinationPort() != seen.destinationPort()
                && drawn.pairs(wanted, false, wanted.destinationPort(), seen.destinationPort())) {
            aligned = patched(aligned, wanted, wanted.destinationAt(), wanted.destinationPort(), around);
        }
        return aligned;
    }

    private static byte[] patched(byte[] kernel, FlowBytes flow, int field, int port, int around) {
        byte[] patched = kernel.clone();
        replace(patched, field, port, around);
        int checksum = flow.checksumAt(kernel);
        if (checksum >= 0) {
            byte[] summed = patched.clone();
            Ipv4Bytes.update(summed, checksum, Ipv4Bytes.u16(kernel, field), port);
            int sum = Ipv4Bytes.u16(summed, checksum);
            replace(patched, checksum, sum == 0 && flow.protocol() != FlowBytes.TCP ? udpZero(flow) : sum, around);
        } else if (flow.protocol() == FlowBytes.SCTP) {
            followCrc(kernel, patched, flow.sourceAt(), around);
        }
        return patched;
    }

    /** A sum of 0 would say that a datagram has none (RFC 768). */
    private static int udpZero(FlowBytes flow) {
        return flow.protocol() == Ipv4Bytes.ICMP ? 0 : 0xffff;
    }

    /** NAT takes SCTP's sum anew, of a quoted packet over what is quoted; where the kernel's is wrong, it stays as it is. */
    private static void followCrc(byte[] kernel, byte[] patched, int transport, int around) {
        int at = transport + 8;
        if (at + 4 > kernel.length) {
            return;
        }
        int before = Ipv4Bytes.i32(kernel, at);
        if (before == crc(kernel, transport)) {
            int after = crc(patched, transport);
            replace(patched, at, after >>> 16, around);
            replace(patched, at + 2, after & 0xffff, around);
        }
    }

    private static int crc(byte[] frame, int transport) {
        byte[] packet = Arrays.copyOfRange(frame, transport, frame.length);
        Arrays.fill(packet, 8, 12, (byte) 0);
        CRC32C crc = new CRC32C();
        crc.update(packet);
        return Integer.reverseBytes((int) crc.getValue());
    }

    private static void replace(byte[] frame, int at, int value, int around) {
        if (around >= 0) {
            Ipv4Bytes.update(frame, around, Ipv4Bytes.u16(frame, at), value);
        }
        Ipv4Bytes.put(frame, at, value);
    }

    /** A connection whose reply tuple has the ports that were drawn for it. */
    @Override
    public boolean excuses(String key, String item, String kernel, String model) {
        if (!key.equals("conntrack") || !item.endsWith("/reply") || kernel == null || model == null) {
            return false;
        }
        Map<String, String> kernels = fields(kernel);
        Map<String, String> models = fields(model);
        int protocol = protocol(item);
        if (!kernels.keySet().equals(models.keySet()) || protocol < 0) {
            return false;
        }
        try {
            FlowBytes flow = flow(protocol, models);
            for (Map.Entry<String, String> field : models.entrySet()) {
                String other = kernels.get(field.getKey());
                boolean source = !field.getKey().equals("dport");
                if (!other.equals(field.getValue())
                        && !(isPort(field.getKey())
                                && drawn.pairs(
                                        flow, source, Integer.parseInt(field.getValue()), Integer.parseInt(other)))) {
                    return false;
                }
            }
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isPort(String field) {
        return field.equals("sport") || field.equals("dport") || field.equals("id");
    }

    private static int protocol(String item) {
        return switch (item.substring(0, Math.max(0, item.indexOf(' ')))) {
            case "tcp" -> FlowBytes.TCP;
            case "udp" -> FlowBytes.UDP;
            case "udplite" -> FlowBytes.UDPLITE;
            case "sctp" -> FlowBytes.SCTP;
            case "icmp" -> Ipv4Bytes.ICMP;
            default -> -1;
        };
    }

    private static Map<String, String> fields(String tuple) {
        Map<String, String> fields = new HashMap<>();
        for (String word : tuple.split(" ", -1)) {
            int equals = word.indexOf('=');
            fields.put(equals < 0 ? word : word.substring(0, equals), word.substring(equals + 1));
        }
        return fields;
    }

    private static FlowBytes flow(int protocol, Map<String, String> fields) {
        boolean query = protocol == Ipv4Bytes.ICMP;
        return new FlowBytes(
                protocol,
                address(fields.get("src")),
                Integer.parseInt(fields.get(query ? "id" : "sport")),
                address(fields.get("dst")),
                query ? 0 : Integer.parseInt(fields.get("dport")),
                -1,
                -1);
    }

    private static int address(String text) {
        int address = 0;
        for (String octet : text.split("\\.", -1)) {
            address = address << 8 | Integer.parseInt(octet);
        }
        return address;
    }
}

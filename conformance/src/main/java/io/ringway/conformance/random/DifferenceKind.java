package io.ringway.conformance.random;

import io.ringway.conformance.compare.FrameDifference;
import io.ringway.conformance.compare.Sighting;

/** Tells one difference from another: two cases that differ in the same way have the same name for it. */
final class DifferenceKind {
    private DifferenceKind() {}

    static String of(FrameDifference first) {
        if (first.kernel() == null) {
            return "only the model has " + what(first.model());
        }
        if (first.model() == null) {
            return "only the kernel has " + what(first.kernel());
        }
        String kernel = what(first.kernel());
        String model = what(first.model());
        return "the kernel has " + kernel + (kernel.equals(model) ? ", the model another one" : ", the model " + model);
    }

    /** What sort of frame: its protocol, and what of it matters to a reader. */
    static String what(Sighting seen) {
        byte[] bytes = seen.bytes();
        String way = seen.outgoing() ? " out" : " in";
        if (bytes.length < 14) {
            return "a runt" + way;
        }
        int type = u16(bytes, 12);
        if (type == Ethernet.ARP && bytes.length >= 22) {
            return "ARP " + u16(bytes, 20) + way;
        }
        if (type != Ethernet.IPV4 || bytes.length < 34) {
            return String.format("EtherType %04x%s", type, way);
        }
        int at = 14 + 4 * (bytes[14] & 15);
        String fragment = (u16(bytes, 20) & 0x3fff) == 0 ? "" : " fragment";
        int protocol = bytes[23] & 0xff;
        if (protocol == IpPacket.ICMP && fragment.isEmpty() && bytes.length >= at + 2) {
            return "ICMP " + (bytes[at] & 0xff) + "/" + (bytes[at + 1] & 0xff) + way;
        }
        return "IP protocol " + protocol + fragment + way;
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }

    /** {@code NS KEY: ITEM/FIELD: kernel X, model Y}: the key and the field. */
    static String ofState(String line) {
        int key = line.indexOf(' ');
        int item = line.indexOf(": ");
        int values = line.indexOf(": kernel ");
        if (key < 0 || item < key || values <= item) {
            return withoutNumbers(line);
        }
        String name = line.substring(item + 2, values);
        int field = name.indexOf('/', name.indexOf(' ') + 1);
        String which = line.contains("kernel has none")
                ? ", only in the model"
                : line.contains("model has none") ? ", only in the kernel" : "";
        return "state " + line.substring(key + 1, item) + " " + (field < 0 ? name : name.substring(field + 1)) + which;
    }

    /** A message that says the same in another lab reads the same. */
    static String withoutNumbers(String message) {
        return message.replaceAll("[0-9a-f]+([.:][0-9a-f]+)+", "N")
                .replaceAll("\\b[a-f]\\b|[0-9]+", "N")
                .replaceAll("^.*lab.sh\\S* ?", "");
    }
}

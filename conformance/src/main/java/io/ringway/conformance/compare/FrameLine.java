package io.ringway.conformance.compare;

/** A frame in one line, somewhat as {@code tcpdump -e -n} has it. */
public final class FrameLine {
    private static final int VXLAN_PORT = 4789;

    private final byte[] bytes;

    private FrameLine(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @param frame from the Ethernet header on */
    public static String of(byte[] frame) {
        return new FrameLine(frame).ethernet(0) + ", " + frame.length + " bytes";
    }

    private String ethernet(int at) {
        if (bytes.length < at + 14) {
            return "too short for Ethernet";
        }
        StringBuilder text = new StringBuilder(octets(at + 6, 6) + " > " + octets(at, 6) + " ");
        int type = u16(at + 12);
        int payload = at + 14;
        while ((type == 0x8100 || type == 0x88a8) && bytes.length >= payload + 4) {
            text.append(type == 0x8100 ? "vlan " : "802.1ad vlan ").append(u16(payload) & 0xfff);
            int priority = u16(payload) >> 13;
            text.append(priority == 0 ? " " : " priority " + priority + " ");
            type = u16(payload + 2);
            payload += 4;
        }
        if (type == 0x0806 && bytes.length >= payload + 28) {
            return text + arp(payload);
        }
        if (type == 0x0800 && bytes.length >= payload + 20) {
            return text + ip(payload, false);
        }
        return text + String.format(type < 0x600 ? "802.3 length %d" : "type 0x%04x", type);
    }

    private String arp(int at) {
        String sender = address(at + 14) + " (" + octets(at + 8, 6) + ")";
        String target = address(at + 24);
        return switch (u16(at + 6)) {
            case 1 -> "ARP who has " + target + "? tell " + sender;
            case 2 -> "ARP " + sender + " tells " + target + " (" + octets(at + 18, 6) + ")";
            default -> "ARP operation " + u16(at + 6) + ", " + sender + ", " + target;
        };
    }

    private String ip(int at, boolean quoted) {
        StringBuilder text = new StringBuilder(address(at + 12) + " > " + address(at + 16));
        int header = (bytes[at] & 0xf) * 4;
        int fragment = u16(at + 6);
        text.append(" ttl ").append(bytes[at + 8] & 0xff).append(" id ").append(u16(at + 4));
        text.append(bytes[at + 1] == 0 ? "" : String.format(" tos 0x%02x", bytes[at + 1] & 0xff));
        text.append((fragment & 0x4000) != 0 ? " DF" : "");
        if ((fragment & 0x3fff) != 0) {
            text.append(" fragment at ").append((fragment & 0x1fff) * 8).append((fragment & 0x2000) != 0 ? "+" : "");
        }
        if (header > 20 && bytes.length >= at + header) {
            text.append(" options ").append(octets(at + 20, header - 20));
        }
        text.append(' ');
        int transport = at + header;
        int protocol = bytes[at + 9] & 0xff;
        if ((fragment & 0x1fff) != 0 || bytes.length < transport + 8) {
            return text.append("protocol ").append(protocol).toString();
        }
        return text.append(transport(protocol, transport, quoted)).toString();
    }

    private String transport(int protocol, int at, boolean quoted) {
        return switch (protocol) {
            case 1 -> icmp(at, quoted);
            case 6 -> "TCP " + u16(at) + " > " + u16(at + 2) + (bytes.length >= at + 20 ? flags(at) : "");
            case 17 ->
                u16(at + 2) == VXLAN_PORT && bytes.length >= at + 30 && !quoted
                        ? "VXLAN from " + u16(at) + " vni " + (u16(at + 12) << 8 | (bytes[at + 14] & 0xff)) + " ["
                                + ethernet(at + 16) + "]"
                        : "UDP " + u16(at) + " > " + u16(at + 2) + " length " + (u16(at + 4) - 8);
            default -> "protocol " + protocol;
        };
    }

    private String flags(int at) {
        StringBuilder set = new StringBuilder(" [");
        for (int bit = 0; bit < 8; bit++) {
            set.append((bytes[at + 13] >> bit & 1) != 0 ? "FSRPAUEC".substring(bit, bit + 1) : "");
        }
        long sequence = (long) u16(at + 4) << 16 | u16(at + 6);
        long acknowledged = (long) u16(at + 8) << 16 | u16(at + 10);
        return set + "] seq " + sequence + " ack " + acknowledged;
    }

    private String icmp(int at, boolean quoted) {
        int type = bytes[at] & 0xff;
        int code = bytes[at + 1] & 0xff;
        String rest = " id " + u16(at + 4) + " seq " + u16(at + 6);
        String what = switch (type) {
            case 0 -> "echo reply" + rest;
            case 8 -> "echo request" + rest;
            case 3 -> "unreachable code " + code + (code == 4 ? " mtu " + u16(at + 6) : "");
            case 5 -> "redirect code " + code + " to " + address(at + 4);
            case 11 -> "time exceeded code " + code;
            case 12 -> "parameter problem code " + code + " at " + (bytes[at + 4] & 0xff);
            default -> "type " + type + " code " + code;
        };
        boolean error = type == 3 || type == 5 || type == 11 || type == 12 || type == 4;
        return "ICMP " + what + (error && !quoted && bytes.length >= at + 28 ? " [" + ip(at + 8, true) + "]" : "");
    }

    private int u16(int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }

    private String octets(int at, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ":").append(String.format("%02x", bytes[at + i] & 0xff));
        }
        return text.toString();
    }

    private String address(int at) {
        return (bytes[at] & 0xff) + "." + (bytes[at + 1] & 0xff) + "." + (bytes[at + 2] & 0xff) + "."
                + (bytes[at + 3] & 0xff);
    }
}

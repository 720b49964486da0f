package io.ringway.nat.rules.log;

import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.TcpHeader;

/** What {@link LogLine} says behind the IPv4 header ({@code nf_log_syslog.c:nf_log_dump_tcp_header()} and its like). */
final class TransportLog {
    private static final int PROTOCOL_ESP = 50;
    private static final int PROTOCOL_AH = 51;
    private static final int AH_BYTES = 12;
    private static final int ESP_BYTES = 8;
    private static final int UDP_BYTES = 8;
    private static final int QUOTE = IcmpHeader.LENGTH + Ipv4Header.MIN_LENGTH;
    private static final int SOURCE_QUENCH = 4;
    private static final int FRAGMENTATION_NEEDED = 4;
    private static final String[] TCP_FLAGS = {"CWR", "ECE", "URG", "ACK", "PSH", "RST", "SYN", "FIN"};

    private final LogLine line;
    private final Frame frame;
    private final int at;
    private final boolean laterFragment;

    TransportLog(LogLine line, int at, boolean laterFragment) {
        this.line = line;
        this.frame = line.frame();
        this.at = at;
        this.laterFragment = laterFragment;
    }

    /** False if the line ends here: only TCP and UDP that are cut short end it. */
    boolean append(int protocol, boolean outer) {
        switch (protocol) {
            case Ipv4Header.PROTOCOL_TCP -> {
                return tcp();
            }
            case Ipv4Header.PROTOCOL_UDP -> {
                return udp("UDP");
            }
            case Ipv4Header.PROTOCOL_UDP_LITE -> {
                return udp("UDPLITE");
            }
            case Ipv4Header.PROTOCOL_ICMP -> icmp(outer);
            case PROTOCOL_AH -> {
                if (!laterFragment) {
                    security("AH", AH_BYTES, at + 4);
                }
            }
            case PROTOCOL_ESP -> security("ESP", ESP_BYTES, at);
            default -> line.number("PROTO=", protocol);
        }
        return true;
    }

    private boolean udp(String name) {
        line.text("PROTO=", name);
        if (has(UDP_BYTES)) {
            line.number("SPT=", frame.u16(at));
            line.number("DPT=", frame.u16(at + 2));
            line.number("LEN=", frame.u16(at + 4));
        }
        return laterFragment || line.left(at) >= UDP_BYTES;
    }

    private void security(String name, int bytes, int index) {
        line.text("PROTO=", name);
        if (has(bytes)) {
            line.hex("SPI=0x", frame.i32(index));
        }
    }

    /** False for a later fragment, which has no such header, and for one that is cut short, which is said. */
    private boolean has(int bytes) {
        if (laterFragment) {
            return false;
        }
        if (line.left(at) < bytes) {
            incomplete();
            return false;
        }
        return true;
    }

    private void incomplete() {
        line.text("INCOMPLETE [", line.left(at) + " bytes]");
    }

    private boolean tcp() {
        line.text("PROTO=", "TCP");
        if (!has(TcpHeader.MIN_LENGTH)) {
            return laterFragment;
        }
        line.number("SPT=", TcpHeader.sourcePort(frame, at));
        line.number("DPT=", TcpHeader.destinationPort(frame, at));
        if (line.shows(LogLine.TCP_SEQUENCE)) {
            line.number("SEQ=", frame.u32(at + 4));
            line.number("ACK=", frame.u32(at + 8));
        }
        line.number("WINDOW=", TcpHeader.window(frame, at));
        int reserved = frame.u8(at + 12);
        line.text("RES=", String.format("0x%02x", (reserved & 0xe) << 2));
        line.word("AE", (reserved & 1) != 0);
        for (int i = 0; i < TCP_FLAGS.length; i++) {
            line.word(TCP_FLAGS[i], (TcpHeader.flags(frame, at) & TcpHeader.CWR >> i) != 0);
        }
        line.number("URGP=", frame.u16(at + 18));
        int options = TcpHeader.headerLength(frame, at) - TcpHeader.MIN_LENGTH;
        if (line.shows(LogLine.TCP_OPTIONS) && options > 0) {
            if (line.left(at) < TcpHeader.MIN_LENGTH + options) {
                return line.end("OPT (TRUNCATED)");
            }
            line.bytes(at + TcpHeader.MIN_LENGTH, options);
        }
        return true;
    }

    private void icmp(boolean outer) {
        line.text("PROTO=", "ICMP");
        if (!has(IcmpHeader.LENGTH)) {
            return;
        }
        int type = IcmpHeader.type(frame, at);
        line.number("TYPE=", type);
        line.number("CODE=", frame.u8(at + 1));
        if (line.left(at) < bytesOf(type)) {
            incomplete();
            return;
        }
        switch (type) {
            case IcmpHeader.ECHO_REPLY, IcmpHeader.ECHO_REQUEST -> {
                line.number("ID=", frame.u16(at + 4));
                line.number("SEQ=", frame.u16(at + 6));
            }
            case IcmpHeader.PARAMETER_PROBLEM -> line.number("PARAMETER=", frame.u8(at + 4));
            case IcmpHeader.REDIRECT, IcmpHeader.DESTINATION_UNREACHABLE, SOURCE_QUENCH, IcmpHeader.TIME_EXCEEDED ->
                error(type, outer);
            default -> {}
        }
    }

    private void error(int type, boolean outer) {
        if (type == IcmpHeader.REDIRECT) {
            line.text("GATEWAY=", Ipv4Address.format(frame.i32(at + 4)));
        }
        if (outer) {
            line.quote(at + IcmpHeader.LENGTH);
        }
        if (type == IcmpHeader.DESTINATION_UNREACHABLE && frame.u8(at + 1) == FRAGMENTATION_NEEDED) {
            line.number("MTU=", frame.u16(at + 6));
        }
    }

    private static int bytesOf(int type) {
        return switch (type) {
            case IcmpHeader.DESTINATION_UNREACHABLE,
                    SOURCE_QUENCH,
                    IcmpHeader.REDIRECT,
                    IcmpHeader.TIME_EXCEEDED,
                    IcmpHeader.PARAMETER_PROBLEM -> QUOTE;
            case IcmpHeader.TIMESTAMP, IcmpHeader.TIMESTAMP_REPLY -> 20;
            case IcmpHeader.ADDRESS_MASK, IcmpHeader.ADDRESS_MASK_REPLY -> 12;
            default -> 0;
        };
    }
}

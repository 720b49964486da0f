package io.ringway.nat.rules.log;

import io.ringway.nat.Hook;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.MacAddress;
import io.ringway.packet.PacketSocket;

/**
 * One packet as {@code nf_log_syslog.c:nf_log_ip_packet()} writes it, without what {@code printk} puts in front:
 *
 * <pre>
 * prefix IN=eth0 OUT=eth1 MAC=… SRC=… DST=… LEN=60 TOS=0x00 PREC=0x00 TTL=63 ID=1 DF PROTO=TCP SPT=… DPT=… …
 * </pre>
 *
 * A line is made only where somebody reads it: it is no part of the hot path.
 */
public final class LogLine {
    public static final int TCP_SEQUENCE = 0x01;
    public static final int TCP_OPTIONS = 0x02;
    public static final int IP_OPTIONS = 0x04;
    public static final int UID = 0x08;
    public static final int MAC_DECODE = 0x20;

    private static final int EVIL = 0x8000;
    private static final int TOS = 0x1e;
    private static final int PRECEDENCE = 0xe0;

    private final Packet packet;
    private final Frame frame;
    private final int flags;
    private final StringBuilder out = new StringBuilder(200);

    /**
     * @param flags as {@code --log-tcp-sequence} and its like ask; programs are root's
     */
    public LogLine(Packet packet, int flags) {
        this.packet = packet;
        this.frame = packet.frame();
        this.flags = flags;
    }

    public String text(String prefix) {
        out.append(prefix)
                .append("IN=")
                .append(packet.in())
                .append(" OUT=")
                .append(packet.out())
                .append(' ');
        bridgePorts();
        if (!packet.in().isEmpty()) {
            linkHeader();
        }
        if (packet(frame.networkOffset(), true)) {
            word("UID=0 GID=0", shows(UID) && frame.socket() == PacketSocket.PROGRAM);
            if (frame.mark() != 0) {
                hex("MARK=0x", frame.mark());
            }
        }
        return out.toString();
    }

    private void bridgePorts() {
        String in = packet.physicalIn();
        String from = packet.physicalOut();
        if (!in.isEmpty() && !in.equals(packet.in())) {
            out.append("PHYSIN=").append(in).append(' ');
        }
        if (!from.isEmpty() && !from.equals(packet.out())) {
            out.append("PHYSOUT=").append(from).append(' ');
        }
    }

    private void linkHeader() {
        int at = frame.networkOffset() - EthernetHeader.LENGTH;
        if ((flags & MAC_DECODE) != 0) {
            out.append("MACSRC=").append(MacAddress.format(frame.u48(at + 6)));
            out.append(" MACDST=").append(MacAddress.format(frame.u48(at)));
            out.append(String.format(" MACPROTO=%04x ", frame.u16(at + 12)));
            return;
        }
        out.append("MAC=");
        for (int i = 0; i < EthernetHeader.LENGTH && packet.hook() != Hook.OUTPUT; i++) {
            out.append(i == 0 ? "" : ":").append(String.format("%02x", frame.u8(at + i)));
        }
        out.append(' ');
    }

    /**
     * {@code dump_ipv4_packet()}; an ICMP error's quote is shown too, but not what that quotes.
     *
     * @return false if the line ends here, with a header that is cut short
     */
    private boolean packet(int at, boolean outer) {
        if (left(at) < Ipv4Header.MIN_LENGTH) {
            return end("TRUNCATED");
        }
        out.append("SRC=").append(Ipv4Address.format(Ipv4Header.source(frame, at)));
        out.append(" DST=").append(Ipv4Address.format(Ipv4Header.destination(frame, at)));
        int tos = Ipv4Header.tos(frame, at);
        number(" LEN=", Ipv4Header.totalLength(frame, at));
        out.append(String.format("TOS=0x%02X PREC=0x%02X ", tos & TOS, tos & PRECEDENCE));
        number("TTL=", Ipv4Header.ttl(frame, at));
        number("ID=", Ipv4Header.id(frame, at));
        int offset = Ipv4Header.fragmentOffset(frame, at);
        word("CE", (frame.u16(at + 6) & EVIL) != 0);
        word("DF", Ipv4Header.dontFragment(frame, at));
        word("MF", Ipv4Header.moreFragments(frame, at));
        if (offset != 0) {
            number("FRAG:", offset);
        }
        int headerBytes = Ipv4Header.headerLength(frame, at);
        if ((flags & IP_OPTIONS) != 0 && headerBytes > Ipv4Header.MIN_LENGTH) {
            if (left(at) < headerBytes) {
                return end("TRUNCATED");
            }
            bytes(at + Ipv4Header.MIN_LENGTH, headerBytes - Ipv4Header.MIN_LENGTH);
        }
        return new TransportLog(this, at + headerBytes, offset != 0).append(Ipv4Header.protocol(frame, at), outer);
    }

    /** What an ICMP error quotes. */
    void quote(int at) {
        out.append('[');
        packet(at, false);
        out.append("] ");
    }

    Frame frame() {
        return frame;
    }

    boolean shows(int flag) {
        return (flags & flag) != 0;
    }

    /** How many bytes of the packet there are from here on. */
    int left(int at) {
        return frame.networkOffset() + packet.lengthBytes() - at;
    }

    void number(String name, long value) {
        out.append(name).append(value).append(' ');
    }

    void hex(String name, int value) {
        out.append(name).append(Integer.toHexString(value)).append(' ');
    }

    void word(String word, boolean said) {
        if (said) {
            out.append(word).append(' ');
        }
    }

    void text(String name, String value) {
        out.append(name).append(value).append(' ');
    }

    /** The line ends with this: false. */
    boolean end(String last) {
        out.append(last);
        return false;
    }

    /** Options as they are. */
    void bytes(int at, int count) {
        out.append("OPT (");
        for (int i = 0; i < count; i++) {
            out.append(String.format("%02X", frame.u8(at + i)));
        }
        out.append(") ");
    }
}

package io.ringway.engine;

import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Header;
import java.util.ArrayList;
import java.util.List;

/** Fragments for tests: cut by hand, and shown as the lines that a capture on the kernel was read into. */
final class Fragments {
    private static final int AT = 14;

    private Fragments() {}

    /** The packet cut into fragments of these payloads, the last one given too. */
    static List<byte[]> cut(byte[] packet, int... payloads) {
        Frame whole = Frames.of(packet);
        int header = AT + Ipv4Header.headerLength(whole, AT);
        List<byte[]> fragments = new ArrayList<>();
        int offset = 0;
        for (int payload : payloads) {
            boolean last = header + offset + payload == whole.length();
            fragments.add(piece(packet, offset, payload, last ? 0 : Ipv4Header.MORE_FRAGMENTS));
            offset += payload;
        }
        return fragments;
    }

    /** One fragment: {@code bytes} of the packet's payload from {@code offset} on; DF stays as it is. */
    static byte[] piece(byte[] packet, int offset, int bytes, int flags) {
        Frame whole = Frames.of(packet);
        int header = Ipv4Header.headerLength(whole, AT);
        Frame piece = Frames.of(new byte[AT + header + bytes]);
        piece.put(0, whole, 0, AT + header);
        piece.put(AT + header, whole, AT + header + offset, bytes);
        int dontFragment = whole.u16(AT + 6) & Ipv4Header.DONT_FRAGMENT;
        Ipv4Header.reshape(piece, AT, header + bytes, dontFragment | flags | offset / 8);
        return piece.toBytes();
    }

    /** The packet with options, which are padded to four bytes, after its header. */
    static byte[] withOptions(byte[] packet, int... options) {
        Frame frame = Frames.of(new byte[packet.length + options.length]);
        Frame before = Frames.of(packet);
        int header = AT + Ipv4Header.MIN_LENGTH;
        frame.put(0, before, 0, header);
        frame.put(header + options.length, before, header, packet.length - header);
        for (int i = 0; i < options.length; i++) {
            frame.putU8(header + i, options[i]);
        }
        frame.putU8(AT, 0x45 + options.length / 4);
        Ipv4Header.reshape(frame, AT, packet.length - AT + options.length, frame.u16(AT + 6));
        return frame.toBytes();
    }

    static byte[] withTos(byte[] packet, int tos) {
        Frame frame = Frames.of(packet);
        frame.putU8(AT + 1, tos);
        Ipv4Header.reshape(frame, AT, packet.length - AT, frame.u16(AT + 6));
        return frame.toBytes();
    }

    static byte[] withTtl(byte[] packet, int ttl) {
        Frame frame = Frames.of(packet);
        frame.putU8(AT + 8, ttl);
        Ipv4Header.reshape(frame, AT, packet.length - AT, frame.u16(AT + 6));
        return frame.toBytes();
    }

    /** A line for each IPv4 frame: total length, flags, offset, and what tells it apart. */
    static List<String> describe(List<byte[]> frames) {
        List<String> lines = new ArrayList<>();
        for (byte[] bytes : frames) {
            Frame frame = Frames.of(bytes);
            if (frame.u16(12) == 0x0800) {
                lines.add(line(frame));
            }
        }
        return lines;
    }

    private static String line(Frame frame) {
        if (Ipv4Header.check(frame, AT) != null) {
            return "unsound";
        }
        int offset = Ipv4Header.fragmentOffset(frame, AT) * 8;
        StringBuilder line = new StringBuilder().append(Ipv4Header.totalLength(frame, AT));
        line.append(Ipv4Header.dontFragment(frame, AT) ? " DF" : "");
        line.append(Ipv4Header.moreFragments(frame, AT) ? " MF" : "");
        line.append(" at ").append(offset);
        if (Ipv4Header.tos(frame, AT) != 0) {
            line.append(String.format(" tos %02x", Ipv4Header.tos(frame, AT)));
        }
        int header = AT + Ipv4Header.headerLength(frame, AT);
        if (header > AT + Ipv4Header.MIN_LENGTH) {
            line.append(" options ");
            for (int i = AT + Ipv4Header.MIN_LENGTH; i < header; i++) {
                line.append(String.format("%02x", frame.u8(i)));
            }
        }
        if (Ipv4Header.protocol(frame, AT) == Ipv4Header.PROTOCOL_ICMP && offset == 0) {
            line.append(" icmp ").append(IcmpHeader.type(frame, header));
            line.append('/').append(IcmpHeader.code(frame, header));
        }
        return line.toString();
    }
}

package io.ringway.conformance.expect;

import io.ringway.conformance.compare.Ipv4Bytes;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * By what a packet is known again on its way: what routers and NAT leave as it is, with or without what they change. Keys
 * are equal for frames that may be the same packet, the strict ones first.
 */
enum FrameIdentity {
    BYTES,
    /** IP ID, what stands behind ports and checksums, and the ends. */
    ID_CONTENT_ENDS,
    ID_CONTENT,
    /** For packets whose IP ID was drawn. */
    CONTENT_ENDS,
    CONTENT,
    /** For packets whose content was changed: the place in the stream, or what an error says. */
    ID_PLACE_ENDS,
    PLACE_ENDS;

    private static final int ICMP = 1;
    private static final int TCP = 6;
    private static final int UDP = 17;

    /** Null for a frame that cannot be known by this. */
    Object of(byte[] frame) {
        if (this == BYTES) {
            return ByteBuffer.wrap(frame);
        }
        int at = Ipv4Bytes.header(frame);
        if (at < 0) {
            return other(frame);
        }
        int transport = at + Ipv4Bytes.headerLength(frame, at);
        int protocol = frame[at + Ipv4Bytes.PROTOCOL] & 0xff;
        boolean later = (Ipv4Bytes.u16(frame, at + 6) & 0x1fff) != 0;
        boolean headed = !later && frame.length >= transport + 8;
        Object id = usesId() ? Ipv4Bytes.u16(frame, at + Ipv4Bytes.ID) : "";
        Object ends =
                usesEnds() ? ends(frame, at, headed && (protocol == TCP || protocol == UDP) ? transport : -1) : "";
        Object inside =
                usesContent() ? content(frame, protocol, transport, headed) : place(frame, protocol, transport, headed);
        return inside == null ? null : List.of(protocol, Ipv4Bytes.u16(frame, at + 6), id, ends, inside);
    }

    private boolean usesId() {
        return this == ID_CONTENT_ENDS || this == ID_CONTENT || this == ID_PLACE_ENDS;
    }

    private boolean usesEnds() {
        return this != ID_CONTENT && this != CONTENT;
    }

    private boolean usesContent() {
        return this != ID_PLACE_ENDS && this != PLACE_ENDS;
    }

    /** ARP by what it asks or says; all else by its bytes behind the addresses. */
    private Object other(byte[] frame) {
        boolean arp = frame.length >= 42 && Ipv4Bytes.u16(frame, 12) == 0x0806;
        if (arp && this == CONTENT_ENDS) {
            return List.of("arp", Ipv4Bytes.u16(frame, 20), bytes(frame, 28, 32), bytes(frame, 38, 42));
        }
        return this == CONTENT && frame.length > 12 ? List.of("other", bytes(frame, 12, frame.length)) : null;
    }

    private static Object ends(byte[] frame, int at, int ports) {
        ByteBuffer addresses = bytes(frame, at + 12, at + 20);
        return ports < 0 ? addresses : List.of(addresses, bytes(frame, ports, ports + 4));
    }

    private static Object content(byte[] frame, int protocol, int transport, boolean headed) {
        if (headed && protocol == TCP && frame.length >= transport + 20) {
            return List.of(bytes(frame, transport + 4, transport + 14), bytes(frame, transport + 18, frame.length));
        }
        if (headed && protocol == UDP) {
            return bytes(frame, transport + 8, frame.length);
        }
        if (headed && protocol == ICMP) {
            boolean echo = frame[transport] == 0 || frame[transport] == 8;
            return List.of(
                    bytes(frame, transport, transport + 2), bytes(frame, transport + (echo ? 6 : 4), frame.length));
        }
        return bytes(frame, Math.min(transport, frame.length), frame.length);
    }

    /** Null for a packet that says nothing of its place without its ID. */
    private Object place(byte[] frame, int protocol, int transport, boolean headed) {
        if (headed && protocol == TCP && frame.length >= transport + 20) {
            return bytes(frame, transport + 4, transport + 14);
        }
        if (headed && protocol == ICMP) {
            return bytes(frame, transport, Math.min(frame.length, transport + 2));
        }
        return usesId() ? "" : null;
    }

    private static ByteBuffer bytes(byte[] frame, int from, int to) {
        int start = Math.min(from, frame.length);
        return ByteBuffer.wrap(Arrays.copyOfRange(frame, start, Math.max(start, Math.min(to, frame.length))));
    }
}

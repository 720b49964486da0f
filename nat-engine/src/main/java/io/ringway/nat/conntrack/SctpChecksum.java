package io.ringway.nat.conntrack;

import io.ringway.packet.Frame;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * SCTP's checksum (RFC 9260 appendix A; {@code sctp_compute_cksum()}): the CRC-32C of the packet from its SCTP header on,
 * taken with a checksum of 0 and stored low byte first. One instance serves all packets of a namespace in turn.
 */
final class SctpChecksum {
    private static final int AT = 8;

    private final CRC32C sum = new CRC32C();
    private final byte[] piece = new byte[512];
    private final ByteBuffer pieceBuffer = ByteBuffer.wrap(piece);

    /** Whether the packet from {@code transport} to {@code end}, 12 bytes at least, holds the right one. */
    boolean isGood(Frame frame, int transport, int end) {
        return frame.i32(transport + AT) == of(frame, transport, end);
    }

    void write(Frame frame, int transport, int end) {
        frame.putI32(transport + AT, of(frame, transport, end));
    }

    private int of(Frame frame, int transport, int end) {
        sum.reset();
        int at = transport;
        while (at < end) {
            int bytes = Math.min(piece.length, end - at);
            frame.get(at, pieceBuffer, 0, bytes);
            if (at == transport) {
                pieceBuffer.putInt(AT, 0);
            }
            sum.update(piece, 0, bytes);
            at += bytes;
        }
        return Integer.reverseBytes((int) sum.getValue());
    }
}

package io.ringway.nat.conntrack;

import io.ringway.packet.Frame;

/**
 * The SCTP packet that is being tracked (RFC 9260 §3), read once: its tag, which chunks it has, and where they are.
 *
 * <pre>
 *   transport                      12
 *    | sport | dport | tag | csum | type | flags | length | ...  | type | flags | length | ...
 * </pre>
 *
 * A chunk takes up its length rounded up to four bytes; one whose header is cut off is not there.
 */
final class SctpPacket {
    static final int HEADER_BYTES = 12;

    private static final int TAG_AT = 4;
    private static final int CHUNK_HEADER_BYTES = 4;
    private static final int INIT_BYTES = 16;

    /** This flag of ABORT and SHUTDOWN COMPLETE says that the tag is that of the sender itself. */
    private static final int T_FLAG = 1;

    private static final int ONLY_ALONE =
            1 << SctpState.INIT | 1 << SctpState.INIT_ACK | 1 << SctpState.SHUTDOWN_COMPLETE;
    private static final int ONLY_FIRST = 1 << SctpState.COOKIE_ECHO | 1 << SctpState.COOKIE_ACK;

    /** The verification tag. */
    int tag;

    private Frame frame;
    private int end;
    private int firstChunk;
    private int types;

    /** Reads a packet whose header is whole. False if its chunks cannot stand so ({@code do_basic_checks()}). */
    boolean read(PacketView packet) {
        frame = packet.frame;
        end = packet.end;
        tag = frame.i32(packet.transport + TAG_AT);
        firstChunk = packet.transport + HEADER_BYTES;
        types = 0;
        for (int chunk = first(); !isEnd(chunk); chunk = next(chunk)) {
            types |= bit(type(chunk));
            boolean misplaced = chunk != firstChunk && (has(ONLY_ALONE) || (bit(type(chunk)) & ONLY_FIRST) != 0);
            if (misplaced || frame.u16(chunk + 2) == 0) {
                return false;
            }
        }
        return !isEnd(first());
    }

    /** Where the first chunk is; where the packet ends if there is none. */
    int first() {
        return chunkAt(firstChunk);
    }

    /** The chunk behind this one, or where the packet ends. */
    int next(int chunk) {
        return chunkAt(chunk + (frame.u16(chunk + 2) + 3 & ~3));
    }

    private int chunkAt(int at) {
        return at + CHUNK_HEADER_BYTES <= end ? at : end;
    }

    boolean isEnd(int chunk) {
        return chunk == end;
    }

    /** Whether any chunk is of these types, one bit for each. */
    boolean has(int typeBits) {
        return (types & typeBits) != 0;
    }

    int type(int chunk) {
        return frame.u8(chunk);
    }

    boolean hasSendersTag(int chunk) {
        return (frame.u8(chunk + 1) & T_FLAG) != 0;
    }

    /** Whether the fixed part of this INIT or INIT ACK is there. */
    boolean hasInit(int chunk) {
        return chunk + CHUNK_HEADER_BYTES + INIT_BYTES <= end;
    }

    /** The tag that the sender of this INIT or INIT ACK wants to see in answers. */
    int initTag(int chunk) {
        return frame.i32(chunk + CHUNK_HEADER_BYTES);
    }

    private static int bit(int type) {
        return type < Integer.SIZE ? 1 << type : 0;
    }
}

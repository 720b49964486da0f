package io.ringway.conformance.random;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** What an end of an SCTP association says next, mostly what answers the chunk that it received. */
final class SctpChunks {
    private static final int DATA = 0;
    private static final int INIT = 1;
    private static final int INIT_ACK = 2;
    private static final int ABORT = 6;
    private static final int SHUTDOWN = 7;
    private static final int SHUTDOWN_ACK = 8;
    private static final int COOKIE_ECHO = 10;
    private static final int COOKIE_ACK = 11;
    private static final int SHUTDOWN_COMPLETE = 14;

    private SctpChunks() {}

    static void write(NatEnd end, IpPacket packet, Dice dice) {
        int type = dice.percent(10) ? dice.oneOf(DATA, INIT, ABORT, 4, 5, SHUTDOWN, COOKIE_ECHO) : next(end, dice);
        int tag = type == INIT ? 0 : dice.percent(94) ? end.peerTag : (int) dice.bits();
        byte[] body = type == INIT || type == INIT_ACK
                ? ByteBuffer.allocate(16)
                        .putInt(end.ownTag)
                        .putInt(0xffff)
                        .putInt(0x000a000a)
                        .putInt(1)
                        .array()
                : new byte[dice.oneOf(0, 4, 12, 40)];
        ByteBuffer out = ByteBuffer.allocate(16 + body.length);
        out.putShort((short) end.port)
                .putShort((short) end.peerPort)
                .putInt(tag)
                .putInt(0);
        out.put((byte) type)
                .put((byte) (type == DATA ? 3 : 0))
                .putShort((short) (4 + body.length))
                .put(body);
        CRC32C sum = new CRC32C();
        sum.update(out.array());
        out.order(ByteOrder.LITTLE_ENDIAN).putInt(8, (int) sum.getValue() + (dice.percent(3) ? 1 : 0));
        packet.payload = out.array();
    }

    private static int next(NatEnd end, Dice dice) {
        return switch (end.heardChunk) {
            case INIT -> INIT_ACK;
            case INIT_ACK -> COOKIE_ECHO;
            case COOKIE_ECHO -> COOKIE_ACK;
            case SHUTDOWN -> SHUTDOWN_ACK;
            case SHUTDOWN_ACK -> SHUTDOWN_COMPLETE;
            case -1 -> INIT;
            default -> dice.oneOf(DATA, DATA, 3, 4, SHUTDOWN);
        };
    }
}

package io.ringway.replay.scale;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A capture of many conversations, TCP and UDP in turn, both directions in one file; the same bytes for the same numbers.
 * A conversation's next frame comes when {@code apart} others have had theirs. None of them ends: a table that forgets
 * nothing holds all of them in the end.
 *
 * @param conversations 1 to 16,000,000
 * @param frames of each: TCP shakes hands first, then both send by turns
 * @param apart how many conversations begin between two frames of one
 * @param gapNs between frames
 */
record ConversationCapture(int conversations, int frames, int apart, long gapNs, long seed) {
    static final int CLIENTS = 250;
    static final int SERVERS = 200;
    static final int FIRST_CLIENT = 0x0a00_0001;
    static final int FIRST_SERVER = 0x0a09_0001;
    static final long CLIENT_MAC = 0x0200_0000_0001L;
    static final long SERVER_MAC = 0x0200_0000_0002L;

    private static final long BEGIN_NS = 1_700_000_000_000_000_000L;
    private static final int NANOSECOND_MAGIC = 0xa1b2_3c4d;
    private static final int PORTS = 64_000;
    private static final int PAYLOAD = 20;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int SYN = 2;
    private static final int ACK = 16;
    private static final int PUSH = 8;

    long totalFrames() {
        return (long) conversations * frames;
    }

    void write(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
            header.putInt(NANOSECOND_MAGIC).putShort((short) 2).putShort((short) 4);
            header.putInt(16, 262_144).putInt(20, 1);
            out.write(header.array());
            ByteBuffer record = ByteBuffer.allocate(128);
            long number = 0;
            for (long step = 0; step < conversations + (long) (frames - 1) * apart; step++) {
                // The oldest first: an answer comes before a younger conversation's question.
                long youngest = Math.max(0, (step - conversations + apart) / apart);
                for (long k = Math.min(frames - 1, step / apart); k >= youngest; k--) {
                    int length = frame(record, (int) (step - k * apart), (int) k);
                    stamp(record, BEGIN_NS + number++ * gapNs, length);
                    out.write(record.array(), 0, 16 + length);
                }
            }
        }
    }

    private static void stamp(ByteBuffer record, long ns, int length) {
        record.order(ByteOrder.LITTLE_ENDIAN);
        record.putInt(0, (int) (ns / 1_000_000_000)).putInt(4, (int) (ns % 1_000_000_000));
        record.putInt(8, length).putInt(12, length);
    }

    private int frame(ByteBuffer record, int conversation, int k) {
        boolean tcp = conversation % 2 == 0;
        boolean answer = k % 2 == 1;
        int random = mix(conversation + seed);
        int client = FIRST_CLIENT + conversation % CLIENTS;
        int clientPort = 1024 + (int) ((long) (conversation / CLIENTS) * 7919 % PORTS);
        int server = FIRST_SERVER + Integer.remainderUnsigned(random, SERVERS);
        int serverPort = tcp ? 443 : 53;
        int payload = tcp && k < 2 ? 0 : PAYLOAD;
        int transport = (tcp ? 20 : 8) + payload;
        record.order(ByteOrder.BIG_ENDIAN).clear().position(16);
        mac(record, answer ? CLIENT_MAC : SERVER_MAC);
        mac(record, answer ? SERVER_MAC : CLIENT_MAC);
        record.putShort((short) 0x0800);
        int ip = record.position();
        record.putShort((short) 0x4500).putShort((short) (20 + transport));
        record.putShort((short) k).putShort((short) 0x4000);
        record.put((byte) 64).put((byte) (tcp ? TCP : UDP)).putShort((short) 0);
        record.putInt(answer ? server : client).putInt(answer ? client : server);
        record.putShort(ip + 10, (short) ~sum(record, ip, 20, 0));
        record.putShort((short) (answer ? serverPort : clientPort));
        record.putShort((short) (answer ? clientPort : serverPort));
        if (tcp) {
            tcp(record, random, k);
        } else {
            record.putShort((short) transport).putShort((short) 0);
        }
        for (int i = 0; i < payload; i++) {
            record.put((byte) (random + i));
        }
        int pseudo = sum(record, ip + 12, 8, (tcp ? TCP : UDP) + transport);
        record.putShort(ip + 20 + (tcp ? 16 : 6), (short) ~sum(record, ip + 20, transport, pseudo));
        return record.position() - 16;
    }

    private static void tcp(ByteBuffer record, int random, int k) {
        boolean answer = k % 2 == 1;
        int fromClient = k < 2 ? 0 : (k - 1) / 2 * PAYLOAD;
        int fromServer = k < 3 ? 0 : (k - 2) / 2 * PAYLOAD;
        int client = random + (k == 0 ? 0 : 1) + fromClient;
        int server = ~random + (k < 2 ? 0 : 1) + fromServer;
        record.putInt(answer ? server : client).putInt(answer ? client : k == 0 ? 0 : server);
        int flags = k == 0 ? SYN : k == 1 ? SYN | ACK : PUSH | ACK;
        record.putShort((short) (5 << 12 | flags)).putShort((short) 64_240).putInt(0);
    }

    private static void mac(ByteBuffer record, long mac) {
        record.putShort((short) (mac >>> 32)).putInt((int) mac);
    }

    private static int sum(ByteBuffer record, int at, int bytes, int before) {
        int sum = before;
        for (int i = 0; i < bytes; i += 2) {
            sum += record.getShort(at + i) & 0xffff;
        }
        sum = (sum & 0xffff) + (sum >>> 16);
        return (sum & 0xffff) + (sum >>> 16);
    }

    private static int mix(long number) {
        long mixed = (number ^ number >>> 31) * 0x9e37_79b9_7f4a_7c15L;
        mixed = (mixed ^ mixed >>> 29) * 0xbf58_476d_1ce4_e5b9L;
        return (int) (mixed >>> 32);
    }
}

package io.ringway.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was said in the TCP connections of a capture, each direction from its first byte to its last, none missing. */
final class TcpTexts {
    private static final int SYN = 2;
    private static final int FIN = 1;
    private static final int ACK = 16;
    private static final int IP = 14;

    private TcpTexts() {}

    /** In the order of addresses and ports. */
    static List<String> of(Map<String, List<byte[]>> all) {
        List<String> texts = new ArrayList<>();
        all.forEach((conversation, packets) -> {
            StringBuilder text = new StringBuilder();
            int next = read(conversation, packets, text);
            texts.add(text.toString());
            int acknowledged = last(all.get(Packets.back(conversation)));
            assertThat(acknowledged)
                    .as("the last byte of %s is acknowledged", conversation)
                    .isEqualTo(next);
        });
        texts.sort(null);
        return texts;
    }

    private static int read(String conversation, List<byte[]> packets, StringBuilder text) {
        int next = 0;
        for (byte[] bytes : packets) {
            ByteBuffer frame = ByteBuffer.wrap(bytes);
            int tcp = IP + 4 * (frame.get(IP) & 15);
            int payload = tcp + 4 * (frame.get(tcp + 12) >>> 4 & 15);
            int end = IP + frame.getShort(IP + 2);
            int flags = frame.get(tcp + 13);
            int sequence = frame.getInt(tcp + 4);
            next = (flags & SYN) != 0 ? sequence : next;
            assertThat(sequence).as("no gap in %s", conversation).isEqualTo(next);
            next += end - payload + (flags & SYN) / SYN + (flags & FIN);
            text.append(new String(bytes, payload, end - payload, StandardCharsets.ISO_8859_1));
        }
        return next;
    }

    private static int last(List<byte[]> packets) {
        int acknowledged = 0;
        for (byte[] bytes : packets) {
            ByteBuffer frame = ByteBuffer.wrap(bytes);
            int tcp = IP + 4 * (frame.get(IP) & 15);
            acknowledged = (frame.get(tcp + 13) & ACK) != 0 ? frame.getInt(tcp + 8) : acknowledged;
        }
        return acknowledged;
    }
}

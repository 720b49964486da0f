package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.replay.conversation.Conversations;
import io.ringway.replay.conversation.Verdict;
import org.junit.jupiter.api.Test;

/** What a conversation costs: memory that does not grow with its packets, found as fast among many as among few. */
class ManyConversationsTest {
    private static final int MANY = 200_000;
    private static final int MOST_BYTES = 300;

    private final FramePool pool = new FramePool();

    @Test
    void takesLessThan300BytesEach() {
        Conversations conversations = new Conversations();
        Frame frame = frame();
        long before = used();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < MANY; i++) {
                file(conversations, frame, i);
            }
        }
        long each = (used() - before) / MANY;
        assertThat(conversations.all()).hasSize(MANY);
        assertThat(conversations.all().get(MANY - 1).packetsOfInitiator()).isEqualTo(2);
        assertThat(each).isLessThan(MOST_BYTES);
    }

    /** Each arrives translated, and is known by the ends that it arrived with, too. */
    @Test
    void takesLessThan300BytesEachBehindNat() {
        Conversations conversations = new Conversations();
        Frame frame = frame();
        long before = used();
        for (int i = 0; i < MANY; i++) {
            file(conversations, frame, i);
            frame.putI32(26, 0xc0a8_0901);
            frame.history().setTranslated();
            conversations.ended(frame, null);
        }
        assertThat((used() - before) / MANY).isLessThan(MOST_BYTES);
        assertThat(conversations.all().get(7).verdict()).isEqualTo(Verdict.COMPLETE);
    }

    private static void file(Conversations conversations, Frame frame, int number) {
        frame.putI32(26, 0x0a00_0000 + number / 50_000);
        frame.putU16(34, 1024 + number % 50_000);
        conversations.file(frame);
    }

    private Frame frame() {
        byte[] bytes = Packets.udp(1, 2, "10.0.0.1:1", "10.200.0.2:53", 8);
        Frame frame = pool.allocate(bytes.length);
        frame.put(0, bytes);
        return frame;
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}

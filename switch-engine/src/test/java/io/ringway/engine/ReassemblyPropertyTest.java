package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.ipv4.Ipv4Stack;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Ipv4Header;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** However a packet is cut, shuffled, repeated and overlapped: it is delivered with the same bytes, or not at all. */
class ReassemblyPropertyTest {
    private static final long SEED = 20_261_121;
    private static final int PAYLOAD = 3000;

    @Test
    void deliversTheSameBytesOrNothing() {
        int delivered = 0;
        for (int round = 0; round < 300; round++) {
            long seed = SEED + round;
            List<byte[]> arrived = deliver(new Random(seed));
            assertThat(arrived).as("seed " + seed).hasSizeLessThanOrEqualTo(1);
            delivered += arrived.size();
            for (byte[] packet : arrived) {
                assertThat(Arrays.equals(packet, FragmentBench.packetForHost()))
                        .as("same bytes, seed " + seed)
                        .isTrue();
            }
        }
        assertThat(delivered).as("delivered of 300").isBetween(50, 290);
    }

    private static List<byte[]> deliver(Random random) {
        FragmentBench host = new FragmentBench();
        List<byte[]> arrived = new ArrayList<>();
        Ipv4Stack stack = host.bench.ns("host").stack();
        stack.localEnd().setMute(true);
        stack.localEnd().setListener(frame -> {
            if (EthernetHeader.type(frame) == EthernetHeader.TYPE_IPV4) {
                arrived.add(frame.toBytes());
            }
        });
        host.send(fragments(random));
        host.bench.advance(31);
        host.assertNothingHeld();
        return arrived;
    }

    /** All fragments of one packet in any order; often with one of them again, sometimes with a stranger. */
    private static List<byte[]> fragments(Random random) {
        byte[] packet = FragmentBench.packetForHost();
        List<byte[]> fragments = new ArrayList<>();
        int offset = 0;
        while (offset < PAYLOAD) {
            int bytes = Math.min(8 * (1 + random.nextInt(150)), PAYLOAD - offset);
            boolean last = offset + bytes == PAYLOAD;
            fragments.add(Fragments.piece(packet, offset, bytes, last ? 0 : Ipv4Header.MORE_FRAGMENTS));
            offset += bytes;
        }
        Collections.shuffle(fragments, random);
        if (random.nextBoolean()) {
            fragments.add(random.nextInt(fragments.size()), fragments.get(random.nextInt(fragments.size())));
        }
        if (random.nextInt(4) == 0) {
            int start = 8 * random.nextInt(300);
            byte[] stranger = Fragments.piece(packet, start, 8 * (1 + random.nextInt(60)), Ipv4Header.MORE_FRAGMENTS);
            fragments.add(random.nextInt(fragments.size()), stranger);
        }
        return fragments;
    }
}

package io.ringway.engine.ipv4;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.route.FlowHash;
import org.junit.jupiter.api.Test;

/**
 * What {@code ip route get} of Linux 6.18 chose of two nexthops of weight 3 and 1, with
 * {@code fib_multipath_hash_seed=12345}: a letter for each of 40 flows.
 */
class FlowHashTest {
    private static final int SEED = 12_345;
    private static final int BOUND = (int) ((3L << 31) / 4 - 1);
    private static final int NETWORK = 0x0a1e_0000;

    private final FlowHash hash = new FlowHash();

    private interface FlowOf {
        int hash(int i, int destination);
    }

    private static String choices(FlowOf flow) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 40; i++) {
            text.append(flow.hash(i, NETWORK + (i << 8) + i * 5) <= BOUND ? 'a' : 'b');
        }
        return text.toString();
    }

    @Test
    void choosesAsTheKernelByDestination() {
        assertThat(choices((i, to) -> hash.of(SEED, 0, to, 0, 0, 0)))
                .isEqualTo("aaaaaaaaaaaaabaaaaaaabaaaababbaaaaaaaaab");
    }

    @Test
    void choosesAsTheKernelByPorts() {
        assertThat(choices((i, to) -> hash.of(SEED, 0, to, 17, i * 100, 53)))
                .isEqualTo("abbabbababbaabbaabaaaaaaaabaaaaaabbaabab");
    }

    @Test
    void choosesAsTheKernelByBothAddresses() {
        assertThat(choices((i, to) -> hash.of(SEED, 0x0a00_0000 + i + 40, to, 0, 0, 0)))
                .isEqualTo("aaaaaaabbbaaaaaaabaabbaabaaaaaaaaaaaaaba");
    }

    @Test
    void isTheSameForBothDirections() {
        for (int i = 1; i < 100; i++) {
            assertThat(hash.of(SEED, i, 1000 - i, 6, i, 80)).isEqualTo(hash.of(SEED, 1000 - i, i, 6, 80, i));
        }
    }
}

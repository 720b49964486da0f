package io.ringway.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.replay.Replay;
import io.ringway.replay.Ringway;
import io.ringway.replay.conversation.Conversation;
import io.ringway.replay.conversation.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A Docker host whose uplink has a smaller MTU than its containers, by {@code tcpdump -i any} on it: bound, it hangs too. */
class BoundMtuRecordingTest {
    private static final Path HOST = Path.of("hosts/broken/mtu");

    @Test
    void hangsWhereTheHostDid() throws IOException {
        Path capture = HOST.resolve("any/any.pcap.gz");
        try (Replay replay = Ringway.load(HOST.resolve("host.snapshot.gz")).replay()) {
            replay.binding().propose(List.of(capture));
            List<Conversation> all = replay.capture(capture).run().conversations();
            assertThat(all).extracting(Conversation::verdict).containsExactly(Verdict.CUT);
            assertThat(all.get(0).lost().fromInitiator()).isFalse();
            assertThat(all.get(0).lost().packet()).isEqualTo(4);
            assertThat(all.get(0).lost().loss().namespace()).isEqualTo("host");
            assertThat(all.get(0).lost().loss().reason()).isEqualTo("SKB_DROP_REASON_PKT_TOO_BIG");
        }
    }
}

package io.ringway.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import org.junit.jupiter.api.Test;

/** A storm's cycle is named by its shortest way round, whatever hangs on it. */
class StormCycleTest {
    private final Accounts accounts = new Accounts();
    private final Storm storm = new Storm(accounts, 10);

    private record Port(String namespace, String place) implements Place {}

    @Test
    void namesTheShortestWayRound() {
        Port a = new Port("host", "br0:a");
        Port b = new Port("host", "br1:b");
        Port c = new Port("host", "br2:c");
        passes(a, new Port("host", "leaf"), b);
        passes(b, c);
        passes(c, a, b);
        assertThat(ended()).isEqualTo("br1:b -> br2:c -> br1:b");
    }

    @Test
    void namesTheNamespacesWhereThereAreSeveral() {
        passes(new Port("one", "br0:a"), new Port("two", "br0:a"));
        passes(new Port("two", "br0:a"), new Port("one", "br0:a"));
        assertThat(ended()).isEqualTo("one/br0:a -> two/br0:a -> one/br0:a");
    }

    private void passes(Port from, Port... to) {
        storm.allows(0, from);
        for (Port port : to) {
            storm.passed(port);
        }
    }

    private String ended() {
        Frame frame = new FramePool().allocate(60);
        accounts.injected(frame);
        storm.end(frame, new Port("host", "br0:a"));
        return accounts.stormCycle();
    }
}

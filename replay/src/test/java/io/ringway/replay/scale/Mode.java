package io.ringway.replay.scale;

import io.ringway.replay.Replay;
import io.ringway.replay.Ringway;
import java.io.IOException;
import java.nio.file.Path;

/** How a {@link ConversationCapture} is replayed. */
enum Mode {
    /** Each side leaves by its own interface, through a bridge. */
    BRIDGED {
        @Override
        String lab() {
            return ManyHosts.bridged();
        }

        @Override
        void feed(Replay replay, Path file) throws IOException {
            replay.inOf("client:eth0", file).inOf("server:eth0", file);
        }
    },

    /** The same through a host that tracks, filters and masquerades; answers follow. */
    TRANSLATED {
        @Override
        void feed(Replay replay, Path file) throws IOException {
            replay.rewriteMac();
            replay.binding().followNat();
            replay.inOf("client:eth0", file).inOf("server:eth0", file);
        }
    },

    /** The hosts of the capture bound to the model's, through that host. */
    BOUND,

    /** The same in two models, each packet followed. */
    COMPARED;

    /** Blocks one server of the second model. */
    static final String DIFFERENCE = "iptables -A FORWARD -d 10.9.0.7 -j DROP\n";

    String lab() {
        return ManyHosts.translated("");
    }

    void feed(Replay replay, Path file) throws IOException {
        replay.binding().host("10.0.0.0/16=client");
        replay.binding().host("10.9.0.0/16=server");
        replay.capture(file);
    }

    Ringway load() {
        return Ringway.parse("lab.sh", lab());
    }
}

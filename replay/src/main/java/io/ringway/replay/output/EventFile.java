package io.ringway.replay.output;

import io.ringway.engine.Namespace;
import io.ringway.engine.core.Kernel;
import io.ringway.nat.conntrack.Connections;
import io.ringway.nat.conntrack.tool.EventWatch;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What {@code conntrack -E -o timestamp} inside a namespace would have printed from the first frame on. */
final class EventFile implements Closeable {
    private final WholeFile file;
    private final EventWatch watch;

    EventFile(Kernel kernel, Namespace namespace, Path name) throws IOException {
        file = new WholeFile(name);
        Connections connections = namespace.stack().netfilter().connections();
        try {
            watch = EventWatch.open(List.of("-E", "-o", "timestamp"), connections, kernel::wallNs);
        } catch (EventWatch.Refused refused) {
            throw new IllegalStateException(refused);
        }
    }

    void commit() throws IOException {
        file.writer().write(watch.close().stdout());
        file.commit();
    }

    @Override
    public void close() throws IOException {
        watch.close();
        file.close();
    }
}

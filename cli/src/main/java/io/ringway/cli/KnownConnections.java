package io.ringway.cli;

import io.ringway.replay.Ringway;
import io.ringway.replay.output.ConnectionFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** {@code --conntrack [NS=]FILE}: connections that a model has before anything is sent. */
final class KnownConnections {
    @Option(
            names = "--conntrack",
            paramLabel = "[NS=]FILE",
            description =
                    "Connections that NS (host) has before the first frame, as conntrack -L lists or saves them; repeatable.")
    private List<String> files = new ArrayList<>();

    List<ConnectionFile> files() {
        return files.stream().map(ConnectionFile::parse).toList();
    }

    Stream<Path> paths() {
        return files().stream().map(ConnectionFile::file);
    }

    void applyTo(Ringway ringway) {
        files().forEach(ringway::connections);
    }
}

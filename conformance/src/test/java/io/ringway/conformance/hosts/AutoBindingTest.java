package io.ringway.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.replay.Replay;
import io.ringway.replay.Ringway;
import io.ringway.replay.binding.Binding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --bind auto}: what is proposed for recordings in models that they come from, and in others; said as flags, it gives the same bytes. */
class AutoBindingTest {
    private static final Path EXAMPLE = Path.of("../examples/docker-host");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            snapshot | http1/outside | --host 192.0.2.10=host --host 0.0.0.0/0=outside
            snapshot | http1/any | --host 192.0.2.10=host --host 0.0.0.0/0=outside
            snapshot | http1/web | --host 172.20.0.2=web --host 0.0.0.0/0=outside
            snapshot | traceroute/outside | --host 192.0.2.10=host --host 0.0.0.0/0=outside
            two-nats | http1/outside | --host 192.0.2.10=backend --host 0.0.0.0/0=laptop --port 8080=9000 --port 8081=9000 --port 80=9000
            two-nats | quic/any | --host 192.0.2.10=backend --host 0.0.0.0/0=laptop --port 4433=9000
            example | http1/outside | --host 192.0.2.10=nginx --host 0.0.0.0/0=internet
            example | tls/outside | --host 192.0.2.10=nginx --host 0.0.0.0/0=internet --port 443=8080
            example | dns/outside | --host 192.0.2.1=nginx --host 0.0.0.0/0=internet
            routed | ftp | --host 192.0.2.2=server --host 0.0.0.0/0=laptop
            routed | traceroute | --host 198.51.100.7=server --host 0.0.0.0/0=laptop
            """)
    void saysTheFlagsThatGiveTheSame(String lab, String capture, String flags) throws IOException {
        List<String> proposed = new ArrayList<>();
        Map<String, String> auto =
                run(lab, capture, "auto", binding -> proposed.addAll(binding.propose(List.of(capture(capture)))));
        assertThat(String.join(" ", proposed)).isEqualTo(flags);
        Map<String, String> pasted = run(lab, capture, "pasted", binding -> {
            String[] words = flags.split(" ", -1);
            for (int i = 0; i < words.length; i += 2) {
                if (words[i].equals("--host")) {
                    binding.host(words[i + 1]);
                } else {
                    binding.port(words[i + 1]);
                }
            }
        });
        assertThat(pasted).isEqualTo(auto).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "two-nats,http1/any",
        "snapshot,scan/outside",
        "routed,ftp",
        "routed,traceroute",
        "example,offloaded/any"
    })
    void givesTheSameBytesWhateverIsReadAhead(String lab, String capture) throws IOException {
        Bind auto = binding -> binding.propose(List.of(capture(capture)));
        Map<String, String> whole = run(lab, capture, "256", auto);
        for (int batch : new int[] {1, 7, 256}) {
            assertThat(run(lab, capture, "again" + batch, batch, auto)).isEqualTo(whole);
        }
    }

    private interface Bind {
        void bind(Binding binding) throws IOException;
    }

    private Map<String, String> run(String lab, String capture, String name, Bind bind) throws IOException {
        return run(lab, capture, name, 256, bind);
    }

    private Map<String, String> run(String lab, String capture, String name, int batch, Bind bind) throws IOException {
        Path out = folder.resolve(name);
        try (Replay replay = Ringway.load(lab(lab)).replay().batch(batch)) {
            bind.bind(replay.binding());
            assertThat(replay.capture(capture(capture)).outDir(out).run().conversations())
                    .isNotEmpty();
        }
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(out)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    private static Path lab(String name) {
        return switch (name) {
            case "snapshot" -> DockerHost.SNAPSHOT;
            case "example" -> EXAMPLE;
            case "routed" -> Path.of("hosts/routed.lab");
            default -> Path.of("hosts/elsewhere/" + name + ".lab");
        };
    }

    private static Path capture(String name) {
        String[] parts = name.split("/", -1);
        return parts.length == 2
                ? DockerHost.capture(parts[0], parts[1])
                : Path.of("cases/connections/" + (name.equals("ftp") ? "ftp-active" : name) + "/real/client.eth0.pcap");
    }
}

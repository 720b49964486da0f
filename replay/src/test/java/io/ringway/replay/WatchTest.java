package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.pcap.CaptureReader;
import io.ringway.replay.request.Direction;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One capture of several interfaces, and an input that ends when enough was seen. */
class WatchTest {
    @TempDir
    Path folder;

    private final Replay replay = SmallHost.load().replay();
    private Path out;

    @BeforeEach
    void aPingsItsGatewayThreeTimes() throws IOException {
        byte[] ping = Packets.echoRequest(SmallHost.BR0, SmallHost.A, "10.0.0.10", "10.0.0.1");
        Path capture = new PcapBytes().at(0, ping).at(1000, ping).at(2000, ping).write(folder.resolve("a.pcap"));
        out = folder.resolve("out.pcap");
        replay.in("a:eth0", capture);
    }

    @Test
    void writesWhatAllInterfacesSawInItsOrder() throws IOException {
        replay.watch().write(out);
        replay.run();
        List<String> seen = PcapBytes.texts(out);
        assertThat(seen.subList(0, 3))
                .as("out of a:eth0, into host:va, up from host:br0")
                .containsOnly("icmp 10.0.0.10 > 10.0.0.1 type 8");
        assertThat(seen).filteredOn(text -> text.endsWith("type 0")).hasSize(9);
    }

    @Test
    void writesWhatTheNamedInterfacesSawOnly() throws IOException {
        replay.watch().at("a:eth0", Direction.OUT).write(out);
        replay.run();
        assertThat(PcapBytes.texts(out))
                .filteredOn(text -> text.startsWith("icmp"))
                .hasSize(3);
    }

    @Test
    void endsTheInputOnceEnoughWasSeenAndWritesNoMore() throws IOException {
        replay.watch().at("host:va", Direction.IN).count(3).write(out);
        assertThat(replay.run().injectedFrames()).isEqualTo(2);
        assertThat(PcapBytes.texts(out)).hasSize(3);
    }

    @Test
    void refusesToCountToNothing() {
        assertThatExceptionOfType(ReplayException.class)
                .isThrownBy(() -> replay.watch().count(0))
                .withMessage("-c 0: it takes at least 1 frame");
    }

    @Test
    void leavesNothingBehindWhereTheRunFails() throws IOException {
        replay.watch().write(out);
        replay.at(0.0005, "ip link set nothing up");
        assertThatExceptionOfType(Exception.class).isThrownBy(replay::run);
        assertThat(Files.exists(out)).isFalse();
    }

    @Test
    void writesAPcapngThatSaysWhereWhereItsNameWantsOne() throws IOException {
        Path told = folder.resolve("out.pcapng");
        replay.watch().at("a:eth0", Direction.OUT).at("host:va", Direction.IN).write(told);
        replay.run();
        String bytes = Files.readString(told, StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("a:eth0", "host:va").doesNotContain("host:br0");
        try (CaptureReader reader = CaptureReader.open(told)) {
            assertThat(reader.readBurst(new FramePool(), new Frame[100], 100)).isEqualTo(8);
        }
    }

    @Test
    void seesInterfacesThatACommandMakes() throws IOException {
        replay.watch().write(folder.resolve("all.pcapng"));
        replay.outDir(folder.resolve("each"));
        replay.captures().together(folder.resolve("together.pcapng"));
        replay.at(1.5, "ip -n a link add late type veth peer name etal");
        replay.at(1.5, "ip -n a link set late up");
        replay.at(1.5, "ip -n a link set etal up");
        replay.at(1.6, "ip -n a link del late");
        replay.at(1.7, "ip -n a link add late type veth peer name etal");
        replay.run();
        assertThat(folder.resolve("each/a.late.pcap")).exists();
        for (String file : List.of("all.pcapng", "together.pcapng")) {
            assertThat(Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1))
                    .contains("a:late", "a:etal");
        }
    }
}

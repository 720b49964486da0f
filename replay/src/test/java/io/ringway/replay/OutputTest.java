package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringway.replay.request.Direction;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replay writes: what each observer sees, and that files appear whole or not at all. */
class OutputTest {
    private static final byte[] PING = Packets.echoRequest(SmallHost.BR0, SmallHost.A, "10.0.0.10", "10.0.0.1");

    @TempDir
    Path folder;

    private final Ringway ringway = SmallHost.load();
    private Path a;

    @BeforeEach
    void aPingsItsGateway() throws IOException {
        a = new PcapBytes().at(0, PING).write(folder.resolve("a.pcap"));
    }

    @Test
    void capturesWhatCameInWhatWentOutOrBoth() throws IOException {
        Path in = folder.resolve("in.pcap");
        Path out = folder.resolve("out.pcap");
        Path both = folder.resolve("both.pcap");
        ringway.replay()
                .in("a:eth0", a)
                .out("host:va", in, Direction.IN)
                .out("host:va", out, Direction.OUT)
                .out("host:va", both, Direction.INOUT)
                .run();
        String request = "icmp 10.0.0.10 > 10.0.0.1 type 8";
        String reply = "icmp 10.0.0.1 > 10.0.0.10 type 0";
        assertThat(PcapBytes.texts(in)).containsExactly(request, "arp reply");
        assertThat(PcapBytes.texts(out)).containsExactly("arp request", reply);
        assertThat(PcapBytes.texts(both)).containsExactly(request, "arp request", "arp reply", reply);
    }

    @Test
    void writesTheSameBytesThatWereSent() throws IOException {
        Path out = folder.resolve("out.pcap");
        ringway.replay().in("a:eth0", a).out("host:va", out, Direction.IN).run();
        assertThat(PcapBytes.read(out).get(0).frame()).isEqualTo(PING);
    }

    @Test
    void makesTheFolderAndACaptureForEveryInterface() throws IOException {
        Path all = folder.resolve("new/folder");
        ringway.replay().in("a:eth0", a).outDir(all).run();
        assertThat(names(all))
                .containsExactly(
                        "a.eth0.pcap",
                        "a.lo.pcap",
                        "b.eth0.pcap",
                        "b.lo.pcap",
                        "host.br0.pcap",
                        "host.eth0.pcap",
                        "host.lo.pcap",
                        "host.va.pcap",
                        "host.vb.pcap",
                        "out.eth0.pcap",
                        "out.lo.pcap");
        assertThat(PcapBytes.read(all.resolve("b.lo.pcap"))).isEmpty();
    }

    @Test
    void keepsTheOldFileUntilTheNewOneIsWhole() throws IOException {
        Path out = Files.writeString(folder.resolve("out.pcap"), "old");
        Path state = Files.writeString(folder.resolve("state.json"), "old");
        try (Replay replay = ringway.replay().in("a:eth0", a)) {
            replay.out("host:va", out, Direction.IN).state(state);
            assertThat(out).hasContent("old");
            replay.run();
        }
        assertThat(PcapBytes.read(out)).hasSize(2);
        assertThat(state).content().startsWith("{");
    }

    @Test
    void leavesNothingOfARunThatFailsHalfway() throws IOException {
        byte[] damaged = new PcapBytes().at(0, PING).at(1, PING).bytes();
        damaged[24 + 16 + PING.length + 11] = 0x7f;
        Files.write(a, damaged);
        Path old = Files.writeString(folder.resolve("old.pcap"), "old");
        Replay replay = ringway.replay()
                .in("a:eth0", a)
                .out("host:va", old, Direction.IN)
                .outDir(folder.resolve("all"))
                .trace(folder.resolve("trace"))
                .state(folder.resolve("state"));
        assertThatThrownBy(replay::run).isInstanceOf(IOException.class).hasMessageContaining("a.pcap: damaged");
        assertThat(names(folder)).containsExactly("a.pcap", "all", "old.pcap");
        assertThat(names(folder.resolve("all"))).isEmpty();
        assertThat(old).hasContent("old");
    }

    @Test
    void leavesNothingOfARunThatNeverBegan() throws IOException {
        try (Replay replay = ringway.replay().in("a:eth0", a)) {
            replay.outDir(folder.resolve("all")).trace(folder.resolve("trace")).state(folder.resolve("state"));
            assertThat(names(folder.resolve("all"))).as("partial files").isNotEmpty();
        }
        assertThat(names(folder)).containsExactly("a.pcap", "all");
        assertThat(names(folder.resolve("all"))).isEmpty();
    }

    @Test
    void saysWhyAFileCannotBeWritten() throws IOException {
        Path missing = folder.resolve("missing/file");
        Path directory = Files.createDirectory(folder.resolve("directory"));
        assertThatThrownBy(() -> ringway.replay().out("host:va", missing, Direction.IN))
                .hasMessage(missing + ": no such folder: " + missing.getParent());
        assertThatThrownBy(() -> ringway.replay().trace(missing))
                .hasMessage(missing + ": cannot be written: no such folder");
        assertThatThrownBy(() -> ringway.replay().out("host:va", directory, Direction.IN))
                .hasMessage(directory + ": is a directory");
        assertThatThrownBy(() -> ringway.replay().trace(directory))
                .hasMessage(directory + ": cannot be written: is a directory");
        assertThatThrownBy(() -> ringway.replay().state(directory))
                .hasMessage(directory + ": cannot be written: is a directory");
        assertThatThrownBy(() -> ringway.replay().outDir(a)).hasMessage(a + ": is not a folder");
        assertThatThrownBy(() -> ringway.replay().outDir(a.resolve("below")))
                .hasMessage(a.resolve("below") + ": cannot be made: Not a directory");
    }

    @Test
    void refusesTwoOutputsToOneFileHoweverItIsNamed() throws IOException {
        Path file = folder.resolve("x");
        Path again = folder.resolve("y/../x");
        assertThatExceptionOfType(ReplayException.class)
                .isThrownBy(() ->
                        ringway.replay().out("host:va", file, Direction.IN).out("host:vb", again, Direction.IN))
                .withMessage(again + ": is to be written by two outputs")
                .matches(ReplayException::isUsage);
        assertThatExceptionOfType(ReplayException.class)
                .isThrownBy(() -> ringway.replay().trace(file).state(again))
                .matches(ReplayException::isUsage);
    }

    @Test
    void refusesToReplaceACaptureThatItReads() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.pcap"), a);
        byte[] before = Files.readAllBytes(a);
        assertThatExceptionOfType(ReplayException.class)
                .isThrownBy(() -> ringway.replay().in("a:eth0", a).out("host:va", link, Direction.IN))
                .withMessage(link + ": is to be written, and read as a capture too");
        assertThatExceptionOfType(ReplayException.class)
                .isThrownBy(() -> ringway.replay().state(link).in("a:eth0", a));
        assertThat(a).hasBinaryContent(before);
    }

    @Test
    void writesThroughToADeviceWithoutReplacingIt() throws IOException {
        Path device = Path.of("/dev/null");
        ringway.replay()
                .in("a:eth0", a)
                .out("host:va", device, Direction.IN)
                .trace(device)
                .state(device)
                .run();
        assertThat(Files.isRegularFile(device)).isFalse();
        assertThat(Files.exists(device)).isTrue();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}

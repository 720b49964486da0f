package io.ringway.pcap;

import static io.ringway.pcap.Captures.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringway.packet.CapturedWay;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.pcap.Captures.Read;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tcpdump and Wireshark's tools make of captures, against what this module makes of them. */
class PcapDifferentialIT {
    private static final long TIME_NS = 1_700_000_000_123_456_789L;
    private static final int FRAMES = 200;

    @TempDir
    private Path folder;

    private record Output(int exit, String text) {}

    private Output run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Output(process.onExit().join().exitValue(), text);
    }

    @BeforeEach
    void needsTheTools() {
        for (String tool : new String[] {"tcpdump", "editcap", "capinfos", "mergecap", "tshark"}) {
            try {
                run(tool, "--version");
            } catch (IOException e) {
                Untested.abort(PcapDifferentialIT.class, tool + " is not installed");
            }
        }
    }

    private void write(String name, TimestampPrecision precision, long seed) throws IOException {
        FramePool pool = new FramePool();
        try (PcapWriter writer = PcapWriter.create(folder.resolve(name), precision)) {
            for (int i = 0; i < FRAMES; i++) {
                byte[] data = frame(seed + i, i == 7 ? 65_000 : 14 + i * 7);
                Frame frame = pool.allocate(data.length);
                frame.put(0, data);
                writer.write(frame, TIME_NS + (long) i * 1_001_001);
                frame.free();
            }
            writer.commit();
        }
    }

    private List<String> read(String name) throws IOException {
        try (CaptureReader reader = CaptureReader.open(folder.resolve(name))) {
            List<Read> frames = Captures.readAll(reader);
            assertThat(reader.truncation()).isNull();
            return frames.stream().map(Read::text).toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void tcpdumpCopiesWhatWasWrittenByteByByte(TimestampPrecision precision) throws IOException {
        write("ours.pcap", precision, 0);
        String micro = precision == TimestampPrecision.NANOSECONDS ? "--nano" : "--micro";
        Output output = run("tcpdump", "-r", "ours.pcap", micro, "-w", "theirs.pcap");
        assertThat(output.exit()).as(output.text()).isZero();
        assertThat(folder.resolve("theirs.pcap")).hasSameBinaryContentAs(folder.resolve("ours.pcap"));
    }

    @Test
    void capinfosCountsTheSameFramesBytesAndTimes() throws IOException {
        write("ours.pcap", TimestampPrecision.NANOSECONDS, 0);
        Output summary = run("capinfos", "-TrBmQ", "-c", "-d", "-a", "-e", "-S", "ours.pcap");
        long dataBytes = 0;
        for (int i = 0; i < FRAMES; i++) {
            dataBytes += i == 7 ? 65_000 : 14 + i * 7;
        }
        assertThat(summary.text())
                .contains("\"" + FRAMES + "\"")
                .contains("\"" + dataBytes + "\"")
                .contains("\"1700000000.123456789\"")
                .contains("\"1700000000.322655988\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pcapng", "nsecpcap"})
    void readsWhatEditcapConvertedAsItWasBefore(String format) throws IOException {
        write("ours.pcap", TimestampPrecision.NANOSECONDS, 0);
        assertThat(run("editcap", "-F", format, "ours.pcap", "theirs").exit()).isZero();
        assertThat(read("theirs")).hasSize(FRAMES).isEqualTo(read("ours.pcap"));
    }

    @Test
    void readsWhatEditcapSnapped() throws IOException {
        write("ours.pcap", TimestampPrecision.MICROSECONDS, 0);
        assertThat(run("editcap", "-F", "pcapng", "-s", "100", "ours.pcap", "theirs")
                        .exit())
                .isZero();
        try (CaptureReader reader = CaptureReader.open(folder.resolve("theirs"))) {
            List<Read> frames = Captures.readAll(reader);
            assertThat(frames).allMatch(read -> read.bytes().length == Math.min(100, read.originalLength()));
            assertThat(reader.snapped())
                    .isEqualTo(frames.stream()
                            .filter(read -> read.originalLength() > 100)
                            .count());
        }
    }

    @Test
    void readsSeveralInterfacesThatMergecapMadeOfSeveralFiles() throws IOException {
        write("a.pcap", TimestampPrecision.NANOSECONDS, 0);
        write("b.pcap", TimestampPrecision.MICROSECONDS, 1000);
        assertThat(run("mergecap", "-I", "none", "-F", "pcapng", "-a", "-w", "both", "a.pcap", "b.pcap")
                        .exit())
                .isZero();
        List<String> both = read("both");
        assertThat(both.subList(0, FRAMES)).isEqualTo(read("a.pcap"));
        assertThat(both.subList(FRAMES, 2 * FRAMES)).isEqualTo(read("b.pcap"));
    }

    @ParameterizedTest
    @CsvSource({"modpcap,Kuznetzov's modified pcap", "snoop,a snoop capture", "netmon2,a Network Monitor capture"})
    void refusesByItsNameWhatEditcapWritesInForeignFormats(String format, String name) throws IOException {
        write("ours.pcap", TimestampPrecision.MICROSECONDS, 0);
        Output output = run("editcap", "-F", format, "ours.pcap", "theirs");
        assertThat(output.exit()).as(output.text()).isZero();
        assertThatThrownBy(() -> read("theirs"))
                .isInstanceOf(CaptureFormatException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pcap", "pcapng"})
    void findsAsManyFramesInACutFileAsTcpdumpDoes(String format) throws IOException {
        write("ours.pcap", TimestampPrecision.MICROSECONDS, 0);
        assertThat(run("editcap", "-F", format, "-r", "ours.pcap", "whole", "1-6")
                        .exit())
                .isZero();
        byte[] whole = Files.readAllBytes(folder.resolve("whole"));
        for (int length = whole.length; length > whole.length - 120; length -= 7) {
            byte[] cut = Arrays.copyOf(whole, length);
            Files.write(folder.resolve("cut"), cut);
            run("tcpdump", "-r", "cut", "-w", "theirs");
            assertThat(Captures.readAll(cut).stream().map(Read::text))
                    .as("%s cut at %d of %d", format, length, whole.length)
                    .isEqualTo(read("theirs"));
        }
    }

    @Test
    void tsharkShowsNamesCommentsAndInterfacesOfAPcapng() throws IOException {
        byte[] ping = new byte[98];
        ping[12] = 8;
        ping[14] = 0x45;
        ping[17] = 84;
        ping[22] = 64;
        ping[23] = 17;
        ping[26] = 10;
        ping[30] = 10;
        ping[33] = 1;
        try (PcapngWriter writer = PcapngWriter.create(folder.resolve("x.pcapng"), "hardware", "system", "program")) {
            writer.names(new TreeMap<>(Map.of(10 << 24, List.of("web"), 10 << 24 | 1, List.of("db"))));
            int one = writer.addInterface("web:eth0", "veth in web", 0x0200_0000_0001L);
            int two = writer.addInterface("db:eth0", "veth in db", 0x0200_0000_0002L);
            writer.write(one, TIME_NS, ping, CapturedWay.SENT, List.of("dropped", "by rule 3"));
            writer.write(two, TIME_NS + 1, ping, CapturedWay.RECEIVED, List.of());
            writer.statistics(one, TIME_NS, TIME_NS + 1, 1);
            writer.statistics(two, TIME_NS, TIME_NS + 1, 1);
            writer.commit();
        }
        assertThat(run("capinfos", "x.pcapng").text())
                .contains("pcapng", "hardware", "system", "program", "Name = web:eth0", "Description = veth in db")
                .containsPattern("Number of packets: +2");
        String fields = "-T fields -e frame.interface_name -e frame.comment -e frame.packet_flags_direction"
                + " -e frame.time_epoch -e ip.src_host -e ip.dst_host";
        String[] command = ("tshark -Nn -r x.pcapng " + fields).split(" ");
        assertThat(run(command).text().lines().filter(line -> line.contains("eth0")))
                .containsExactly(
                        "web:eth0\tdropped,by rule 3\t0x00000002\t1700000000.123456789\tweb\tdb",
                        "db:eth0\t\t0x00000001\t1700000000.123456790\tweb\tdb");
    }
}

package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.ringway.replay.conversation.Conversation;
import io.ringway.replay.conversation.Verdict;
import io.ringway.replay.report.ReplayReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real programs, recorded behind another router, bound to a Docker host: no conversation breaks, no byte is lost. */
class RecordedElsewhereTest {
    private static final Path RECORDED = Path.of("../conformance/cases/connections");
    private static final Path DOCKER_HOST = Path.of("../examples/docker-host");

    @TempDir
    Path folder;

    @Test
    void aClientBehindMasqueradeFetchesPages() throws IOException {
        assertUnbroken("http", "10.1.0.2=nginx", "0.0.0.0/0=internet");
    }

    @Test
    void aClientBehindMasqueradeAsksForNames() throws IOException {
        assertUnbroken("dns", "10.1.0.2=api", "0.0.0.0/0=internet");
    }

    @Test
    void aClientBehindMasqueradeFetchesFilesPassively() throws IOException {
        assertUnbroken("ftp-passive", "10.1.0.2=db", "0.0.0.0/0=internet");
    }

    @Test
    void twoContainersTalkToEachOther() throws IOException {
        assertUnbroken("http", "10.1.0.2=api", "0.0.0.0/0=db");
    }

    @Test
    void aPublishedServerIsAskedFromOutside() throws IOException {
        Path capture = RECORDED.resolve("http/real/client.eth0.pcap");
        ReplayReport report = bind(Ringway.load(DOCKER_HOST), capture, "192.0.2.2=nginx", "0.0.0.0/0=internet");
        assertThat(report.conversations())
                .filteredOn(one -> one.responder().endsWith(":80"))
                .extracting(Conversation::verdict)
                .containsOnly(Verdict.COMPLETE);
    }

    @Test
    void tsharkFindsNothingWrong() throws IOException, InterruptedException {
        assumeThat(Path.of("/usr/bin/tshark")).exists();
        assertUnbroken("http", "10.1.0.2=nginx", "0.0.0.0/0=internet");
        for (String side : List.of("nginx.eth0.pcap", "internet.eth0.pcap")) {
            Process tshark = new ProcessBuilder(
                            "tshark",
                            "-r",
                            folder.resolve(side).toString(),
                            "-o",
                            "tcp.check_checksum:TRUE",
                            "-o",
                            "ip.check_checksum:TRUE",
                            "-Y",
                            "tcp.checksum.status == 0 || ip.checksum.status == 0 || tcp.analysis.lost_segment"
                                    + " || tcp.analysis.out_of_order || tcp.analysis.ack_lost_segment")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(new String(tshark.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEmpty();
            assertThat(tshark.waitFor()).isZero();
        }
    }

    private void assertUnbroken(String recorded, String... hosts) throws IOException {
        Path capture = RECORDED.resolve(recorded + "/real/client.eth0.pcap");
        ReplayReport report = bind(Ringway.load(DOCKER_HOST), capture, hosts);
        assertThat(report.conversations())
                .isNotEmpty()
                .allSatisfy(
                        one -> assertThat(one.lost()).as(one.tupleAtInitiator()).isNull());
        List<String> original = streams(capture);
        assertThat(original).isNotEmpty();
        String client = hosts[0].substring(hosts[0].indexOf('=') + 1);
        String server = hosts[1].substring(hosts[1].indexOf('=') + 1);
        assertThat(streams(folder.resolve(client + ".eth0.pcap"))).isEqualTo(original);
        assertThat(streams(folder.resolve(server + ".eth0.pcap"))).isEqualTo(original);
    }

    private ReplayReport bind(Ringway ringway, Path capture, String... hosts) throws IOException {
        Replay replay = ringway.replay();
        for (String host : hosts) {
            replay.binding().host(host);
        }
        return replay.capture(capture).outDir(folder).run();
    }

    /** What each TCP end said, put together by sequence numbers, and each datagram: sorted, whoever said it. */
    private static List<String> streams(Path capture) throws IOException {
        Map<String, TreeMap<Integer, byte[]>> segments = new TreeMap<>();
        List<String> streams = new ArrayList<>();
        for (PcapBytes.Record record : PcapBytes.read(capture)) {
            ByteBuffer frame = ByteBuffer.wrap(record.frame());
            if (frame.getShort(12) != 0x0800) {
                continue;
            }
            int transport = 14 + (frame.get(14) & 0xf) * 4;
            int end = 14 + frame.getShort(16);
            if (frame.get(23) == 17) {
                streams.add(hex(frame, transport + 8, end));
            } else if (frame.get(23) == 6) {
                int payload = transport + (frame.get(transport + 12) >> 4 & 0xf) * 4;
                String sender = frame.getLong(26) + "/" + frame.getInt(transport);
                byte[] bytes = new byte[end - payload];
                frame.get(payload, bytes);
                segments.computeIfAbsent(sender, key -> new TreeMap<>())
                        .merge(frame.getInt(transport + 4), bytes, RecordedElsewhereTest::longer);
            }
        }
        for (TreeMap<Integer, byte[]> stream : segments.values()) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            stream.values().forEach(all::writeBytes);
            streams.add(HexFormat.of().formatHex(all.toByteArray()));
        }
        streams.sort(null);
        return streams;
    }

    private static byte[] longer(byte[] one, byte[] other) {
        return one.length >= other.length ? one : other;
    }

    private static String hex(ByteBuffer frame, int from, int to) {
        return HexFormat.of().formatHex(frame.array(), from, to);
    }
}

package io.ringway.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.replay.Replay;
import io.ringway.replay.Ringway;
import io.ringway.replay.conversation.Conversation;
import io.ringway.replay.conversation.Verdict;
import io.ringway.replay.report.ReplayReport;
import io.ringway.replay.request.Direction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code tcpdump -i any} on a Docker host has each packet three times, two of them behind NAT: bound elsewhere, each is sent once. */
class BoundAnyTest {
    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int LINUX_SLL = 113;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"http1,80", "dns,53", "quic,4433", "ssh,2222"})
    void isWhatWasCapturedOutside(String program, String port) throws IOException {
        check(DockerHost.capture(program, "any"), program, port);
    }

    @Test
    void isTheSameWithoutTheNumbersOfInterfaces() throws IOException {
        check(cooked1(DockerHost.capture("http1", "any")), "http1", "80");
    }

    @Test
    void isTheSameWhereTheContainersOwnAddressIsBoundToo() throws IOException {
        check(DockerHost.capture("http1", "any"), "http1", "80", "0.0.0.0/0=router");
    }

    private void check(Path capture, String program, String port, String... more) throws IOException {
        Path seen = folder.resolve("laptop.pcap");
        ReplayReport report;
        try (Replay replay =
                Ringway.load(Path.of("hosts/elsewhere/two-nats.lab")).replay()) {
            replay.binding().host("192.0.2.1=laptop").host("192.0.2.10=backend@203.0.113.80");
            for (String host : more) {
                replay.binding().host(host);
            }
            for (String published : List.of(port, "8080", "8081")) {
                replay.binding().port(published + "=9000");
            }
            report = replay.capture(capture)
                    .out("laptop:eth0", seen, Direction.INOUT)
                    .run();
        }
        assertThat(report.conversations()).extracting(Conversation::verdict).containsOnly(Verdict.COMPLETE);
        assertThat(report.warnings())
                .anyMatch(each -> each.contains("of packets that had been captured at another interface before"));
        List<String> real = Packets.streams(Packets.of(DockerHost.capture(program, "outside")));
        assertThat(Packets.streams(Packets.of(seen))).isEqualTo(real);
    }

    /** The same capture in the older of the two formats. */
    private Path cooked1(Path cooked2) throws IOException {
        ByteBuffer from;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(cooked2))) {
            from = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        }
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        from.putInt(FILE_HEADER - 4, LINUX_SLL);
        to.write(from.array(), 0, FILE_HEADER);
        for (int at = FILE_HEADER; at < from.capacity(); ) {
            int bytes = from.getInt(at + 8);
            int data = at + RECORD_HEADER;
            ByteBuffer header = ByteBuffer.allocate(RECORD_HEADER).order(ByteOrder.LITTLE_ENDIAN);
            header.putInt(from.getInt(at))
                    .putInt(from.getInt(at + 4))
                    .putInt(bytes - 4)
                    .putInt(bytes - 4);
            to.writeBytes(header.array());
            byte[] cooked = new byte[RECORD_HEADER];
            cooked[1] = from.get(data + 10);
            System.arraycopy(from.array(), data + 8, cooked, 2, 2);
            cooked[5] = from.get(data + 11);
            System.arraycopy(from.array(), data + 12, cooked, 6, 8);
            System.arraycopy(from.array(), data, cooked, 14, 2);
            to.writeBytes(cooked);
            to.write(from.array(), data + 20, bytes - 20);
            at = data + bytes;
        }
        return Files.write(folder.resolve("cooked1.pcap"), to.toByteArray());
    }
}

package io.ringway.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What tshark reads in captures: each direction of each conversation in its order, without who talks. */
final class Tshark {
    /** Of a frame in a tunnel these are there twice, the outer first. */
    private static final List<String> LAYERED = List.of("udp.stream", "ip.src", "udp.payload");

    private static final List<String> SUMS =
            List.of("ip.checksum.status", "tcp.checksum.status", "udp.checksum.status", "icmp.checksum.status");

    private static final List<String> CONTENT = List.of(
            "icmp.type",
            "icmp.code",
            "tcp.flags",
            "tcp.seq_raw",
            "tcp.ack_raw",
            "tcp.payload",
            "udp.payload",
            "_ws.malformed");

    private static final List<String> ANALYSIS = List.of(
            "retransmission",
            "fast_retransmission",
            "spurious_retransmission",
            "rto",
            "out_of_order",
            "lost_segment",
            "ack_lost_segment",
            "duplicate_ack",
            "zero_window",
            "window_full",
            "keep_alive",
            "reused_ports");

    /** What these show hangs on the port. */
    private static final List<String> DISSECTED = List.of("frame.protocols", "data.data");

    private static final String BAD = "0";
    private static final String TUNNEL = ":vxlan:";

    private final Path folder;
    private final List<String> badSums = new ArrayList<>();
    private final List<String> fields =
            new ArrayList<>(List.of("frame.interface_id", "tcp.stream", "udp.stream", "ip.src"));

    Tshark(Path folder) {
        this.folder = folder;
        fields.addAll(SUMS);
        fields.addAll(CONTENT);
        fields.addAll(DISSECTED);
        ANALYSIS.forEach(kind -> fields.add("tcp.analysis." + kind));
    }

    /**
     * A text for each direction of each conversation of these captures, sorted; a line of it for each packet.
     *
     * @param checking sums; without, tshark takes those for right that a sender left to its device
     * @param protocols whether what it takes the packets for counts
     */
    List<String> directions(Collection<Path> captures, boolean checking, boolean protocols) throws IOException {
        Map<String, StringBuilder> all = new LinkedHashMap<>();
        for (String line : read(captures, checking).lines().toList()) {
            Map<String, String> packet = packet(line);
            if (checking && hasBadSum(packet)) {
                badSums.add(captures + ": " + line);
            }
            insideOfTunnel(packet);
            if (packet.get("frame.protocols").contains(":arp")) {
                continue;
            }
            StringBuilder direction = all.computeIfAbsent(direction(packet), key -> new StringBuilder());
            if (protocols) {
                DISSECTED.forEach(field -> direction.append(packet.get(field)).append('|'));
            }
            CONTENT.forEach(field -> direction.append(packet.get(field)).append('|'));
            ANALYSIS.stream()
                    .filter(kind -> !packet.get("tcp.analysis." + kind).isEmpty())
                    .forEach(kind -> direction.append(' ').append(kind));
            direction.append('\n');
        }
        return all.values().stream().map(StringBuilder::toString).sorted().toList();
    }

    /** Of all that was read with sums checked. */
    List<String> badSums() {
        return badSums;
    }

    private static String direction(Map<String, String> packet) {
        boolean icmp = packet.get("frame.protocols").contains("icmp");
        String stream = icmp ? "icmp" : packet.get("tcp.stream") + '/' + packet.get("udp.stream");
        return packet.get("frame.interface_id") + ' ' + stream + ' ' + packet.get("ip.src");
    }

    private Map<String, String> packet(String line) {
        String[] values = line.split("\t", -1);
        Map<String, String> packet = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            packet.put(fields.get(i), values[i]);
        }
        return packet;
    }

    private static boolean hasBadSum(Map<String, String> packet) {
        return SUMS.stream()
                .anyMatch(sum -> Arrays.asList(packet.get(sum).split(",", -1)).contains(BAD));
    }

    private static void insideOfTunnel(Map<String, String> packet) {
        String protocols = packet.get("frame.protocols");
        if (protocols.contains(TUNNEL)) {
            packet.put("frame.protocols", protocols.substring(protocols.indexOf(TUNNEL) + TUNNEL.length()));
            for (String field : LAYERED) {
                packet.computeIfPresent(
                        field, (key, both) -> both.contains(",") ? both.substring(both.indexOf(',') + 1) : "");
            }
        }
    }

    private String read(Collection<Path> captures, boolean checking) throws IOException {
        String merged = folder.resolve("merged.pcapng").toString();
        List<String> merge = new ArrayList<>(List.of("mergecap", "-I", "none", "-w", merged));
        captures.forEach(capture -> merge.add(capture.toString()));
        run(merge);
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", merged, "-Y", "ip", "-T", "fields"));
        for (String sum : List.of("ip", "tcp", "udp")) {
            command.addAll(List.of("-o", sum + ".check_checksum:" + (checking ? "TRUE" : "FALSE")));
        }
        fields.forEach(field -> command.addAll(List.of("-e", field)));
        return run(command);
    }

    private String run(List<String> command) throws IOException {
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.to(said.toFile()))
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor()).as(command + Files.readString(said)).isZero();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return out;
    }
}

package io.ringway.nat.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.nat.conntrack.tool.EventWatch;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.packet.Ipv4Address;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replays what {@code record-conntrack.py} asked the kernel, and expects the kernel's answers. */
class ConntrackGoldenTest {
    private static final long MILLISECOND_NS = 1_000_000;
    private static final String[] INFO = {"ESTABLISHED", "RELATED", "NEW", "ESTABLISHED-REPLY", "RELATED-REPLY"};

    private final FramePool pool = new FramePool();
    private Router router;
    private List<byte[]> left;
    private int caseNumber;
    private EventWatch watch;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp",
                "tcp-flags",
                "tcp-windows",
                "tcp-edges",
                "tcp-corners",
                "others",
                "nat",
                "sctp",
                "sctp-states",
                "sctp-nat",
                "events"
            })
    void answersAsTheKernelDid(String name) throws IOException {
        List<String> differences = new ArrayList<>();
        for (String line : read(name)) {
            String[] halves = line.split(" => ", 2);
            String actual = halves.length < 2 ? run(line) : halves[0] + " => " + step(halves[0]);
            if (!actual.equals(line)) {
                differences.add("case " + caseNumber + "\n  kernel  " + line + "\n  Ringway " + actual);
            }
        }
        assertThat(differences).isEmpty();
        assertThat(pool.freeCells()).isEqualTo(pool.totalCells());
    }

    private String run(String line) {
        String[] words = line.split(" ", -1);
        switch (words[0]) {
            case "case" -> {
                router = new Router();
                watch = null;
                left = new ArrayList<>();
                caseNumber++;
            }
            case "sysctl" ->
                assertThat(router.connections.setSysctl(words[1], Long.parseLong(words[2])))
                        .isTrue();
            case "rule" -> {
                router.rules.add(RuleText.parse(words));
                router.translates = true;
            }
            case "mark" -> router.mark = Integer.parseInt(words[1]);
            case "events" -> listen();
            case "wait" -> router.nowNs += Long.parseLong(words[1]) * MILLISECOND_NS;
            default -> assertThat(line).matches("|#.*");
        }
        return line;
    }

    private void listen() {
        try {
            watch = EventWatch.open(List.of("-E"), router.connections, router::wallNs);
        } catch (EventWatch.Refused refused) {
            throw new AssertionError(refused);
        }
    }

    private String step(String text) {
        Frame frame = new PacketText(pool, left, 1000 + caseNumber).parse(text);
        boolean passed = router.forward(frame, text.charAt(0) == '>' ? Router.LEFT : Router.RIGHT);
        router.nowNs += 10 * MILLISECOND_NS;
        byte[] packet = Arrays.copyOfRange(frame.toBytes(), 14, frame.length());
        left.add(passed ? packet : null);
        StringBuilder answer = new StringBuilder();
        answer.append(passed ? frame.connection() == null ? "INVALID" : INFO[frame.connectionInfo()] : "DROPPED");
        if (watch != null) {
            watch.take()
                    .lines()
                    .forEach(line -> answer.append(" | ").append(line.strip().replaceAll(" +", " ")));
            frame.free();
            return answer.toString();
        }
        entries().forEach(entry -> answer.append(' ').append(entry));
        if (router.translates && passed) {
            answer.append(' ').append(HexFormat.of().formatHex(packet));
        }
        frame.free();
        return answer.toString();
    }

    /** The lines of the table as the recorder abridges them. */
    private List<String> entries() {
        List<String> entries = new ArrayList<>();
        ConnectionTable table = router.connections.table();
        for (Connection connection = table.oldest(); connection != null; connection = connection.newer) {
            if (!connection.isExpired(router.nowNs)) {
                entries.add(entry(connection));
            }
        }
        entries.sort(null);
        return entries;
    }

    private String entry(Connection connection) {
        String entry = "!" + (connection.secondsLeft(router.nowNs) + 1);
        if (connection.tcp != null) {
            entry += " " + TcpState.name(connection.tcp.state);
        }
        if (connection.sctp != null) {
            entry += " " + SctpState.name(connection.sctp.state);
        }
        if (!connection.isSeenReply()) {
            entry += " [UNREPLIED]";
        }
        if (connection.isAssured()) {
            entry += " [ASSURED]";
        }
        if (router.translates) {
            entry += " " + tuple(connection.originalAddresses, connection.originalRest) + "/"
                    + tuple(connection.replyAddresses, connection.replyRest);
        }
        return entry;
    }

    private static String tuple(long addresses, long rest) {
        String text =
                Ipv4Address.format(Tuple.source(addresses)) + "," + Ipv4Address.format(Tuple.destination(addresses));
        int source = Tuple.sourcePort(rest);
        int destination = Tuple.destinationPort(rest);
        return switch (Tuple.protocol(rest)) {
            case 6, 17, 132 -> text + "," + source + "," + destination;
            case 1 -> text + "," + (destination >>> 8) + "," + (destination & 0xff) + "," + source;
            default -> text;
        };
    }

    private static List<String> read(String name) throws IOException {
        try (InputStream in = ConntrackGoldenTest.class.getResourceAsStream("/conntrack/" + name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}

package io.ringway.conformance.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringway.conformance.Inputs;
import io.ringway.conformance.compare.Sighting;
import io.ringway.conformance.model.ModelLab;
import io.ringway.lab.Lab;
import io.ringway.lab.LabCommand;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.replay.request.InterfaceName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A Service of three endpoints, of which {@code -m statistic --mode random} takes one for each connection. Whom the kernel took
 * is recorded; the model takes others, but such as the kernel may take: one for a connection and the same to its end, all of
 * them as often, and its rules count them.
 */
class RandomEndpointTest {
    static final GoldenCase SERVICE =
            new GoldenCase("kubernetes/three-endpoints", Path.of("recordings/kubernetes/three-endpoints"));

    private static final List<String> ENDPOINTS = List.of("a", "b", "c");
    private static final Pattern DNAT =
            Pattern.compile("\\[(\\d+):\\d+\\] -A KUBE-SEP-.* --to-destination 10\\.244\\.0\\.(\\d):5353");
    private static final int CONNECTIONS = 120;

    /** Four times the standard deviation of a share of a third: one run in 15,000 is further off. */
    private static final double MOST_OFF = 4 * Math.sqrt(CONNECTIONS * 2.0 / 9);

    private static final int QUERY_NS = 5_000_000;
    private static final FramePool POOL = new FramePool();

    @Test
    void theKernelTookAllAsOften() throws IOException {
        RealRecording real = RealRecording.read(SERVICE);
        Map<String, Integer> taken = counted(real.state().get("host").get("iptables"));
        assertShares(taken);
        for (String endpoint : ENDPOINTS) {
            assertThat(answers(real.seen().get(new InterfaceName(endpoint, "eth0"))))
                    .isEqualTo(taken.get(endpoint).longValue());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theModelTakesAllAsOftenAndKeepsToThem(long seed) throws IOException {
        Node node = new Node(seed);
        Map<String, Integer> taken = new TreeMap<>();
        List<Query> queries = node.queries();
        assertThat(queries).hasSize(CONNECTIONS);
        for (Query query : queries) {
            Sent there = node.send(query.sender(), query.frame());
            taken.merge(there.where().namespace(), 1, Integer::sum);
            Sent back = node.send(there.where(), turned(there.frame()));
            assertThat(back.where()).isEqualTo(query.sender());
            assertThat(addresses(back.frame())).isEqualTo(addresses(turned(query.frame())));
            Sent again = node.send(query.sender(), query.frame());
            assertThat(again.where()).isEqualTo(there.where());
            assertThat(addresses(again.frame())).isEqualTo(addresses(there.frame()));
        }
        assertShares(taken);
        assertThat(counted(node.rules())).isEqualTo(taken);
    }

    private static long answers(List<Sighting> sightings) {
        return sightings.stream().filter(Sighting::outgoing).count();
    }

    private static void assertShares(Map<String, Integer> taken) {
        assertThat(taken).containsOnlyKeys(ENDPOINTS);
        assertThat(taken.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(CONNECTIONS);
        taken.values()
                .forEach(times -> assertThat((double) times)
                        .isBetween(CONNECTIONS / 3.0 - MOST_OFF, CONNECTIONS / 3.0 + MOST_OFF));
    }

    /** How many connections the rules of each endpoint counted. */
    private static Map<String, Integer> counted(String rules) {
        Map<String, Integer> counts = new TreeMap<>();
        Matcher rule = DNAT.matcher(rules);
        while (rule.find()) {
            counts.put(ENDPOINTS.get(Integer.parseInt(rule.group(2)) - 2), Integer.parseInt(rule.group(1)));
        }
        return counts;
    }

    /** From the one who received it to the one who sent it; no checksum changes. */
    private static byte[] turned(byte[] frame) {
        byte[] turned = frame.clone();
        swap(turned, 0, 6, 6);
        swap(turned, 26, 30, 4);
        swap(turned, 34, 36, 2);
        return turned;
    }

    private static void swap(byte[] frame, int one, int other, int length) {
        byte[] kept = Arrays.copyOfRange(frame, one, one + length);
        System.arraycopy(frame, other, frame, one, length);
        System.arraycopy(kept, 0, frame, other, length);
    }

    /** Both addresses and both ports. */
    private static List<Byte> addresses(byte[] frame) {
        List<Byte> bytes = new ArrayList<>();
        for (int i = 26; i < 38; i++) {
            bytes.add(frame[i]);
        }
        return bytes;
    }

    private record Query(InterfaceName sender, byte[] frame) {}

    /** A packet and who received it. */
    private record Sent(InterfaceName where, byte[] frame) {}

    /** The recorded node in the model. */
    private static final class Node {
        private final ModelLab model;
        private final List<Sent> received = new ArrayList<>();
        private final Map<InterfaceName, byte[]> macs = new HashMap<>();
        private long timeNs;

        Node(long seed) throws IOException {
            model = new ModelLab(seed);
            for (LabCommand command : Lab.read(SERVICE.request().labs()).commands()) {
                assertThat(model.run(command, timeNs += QUERY_NS).exitCode()).isZero();
            }
            timeNs += 2_000_000_000L;
            model.begin();
            for (String namespace : List.of("a", "b", "c", "client", "outside")) {
                InterfaceName name = new InterfaceName(namespace, "eth0");
                model.take(namespace);
                model.tap(name, false, (frame, outgoing) -> receive(name, frame, outgoing));
            }
        }

        private void receive(InterfaceName name, Frame frame, boolean outgoing) {
            byte[] bytes = frame.toBytes();
            if (!outgoing && Arrays.equals(Arrays.copyOf(bytes, 6), macs.get(name))) {
                received.add(new Sent(name, bytes));
            }
        }

        List<Query> queries() throws IOException {
            List<Query> queries = new ArrayList<>();
            try (Inputs inputs = new Inputs(model, SERVICE.request())) {
                for (int input = inputs.next(); input >= 0; input = inputs.next()) {
                    InterfaceName sender = inputs.sender(input);
                    Frame frame = inputs.take(input);
                    macs.putIfAbsent(sender, Arrays.copyOfRange(frame.toBytes(), 6, 12));
                    if (!ENDPOINTS.contains(sender.namespace())) {
                        queries.add(new Query(sender, frame.toBytes()));
                    }
                    frame.free();
                }
            }
            return queries;
        }

        /** Exactly one receives it. */
        Sent send(InterfaceName sender, byte[] bytes) {
            received.clear();
            Frame frame = POOL.allocate(bytes.length);
            frame.put(0, bytes);
            model.inject(sender, frame, timeNs += QUERY_NS);
            assertThat(received).hasSize(1);
            return received.get(0);
        }

        String rules() throws IOException {
            return new ObjectMapper()
                    .readTree(model.state("host"))
                    .get("iptables")
                    .asText();
        }
    }
}

package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trace: every line is JSON by itself and says where a frame was and what happened to it there. */
class TraceFileTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final Ringway ringway = SmallHost.load();

    @Test
    void everyLineHasFrameTimeNamespacePlaceAndStep() throws IOException {
        for (JsonNode line : trace("out:eth0", published())) {
            assertThat(line.get("frame").isIntegralNumber()).isTrue();
            assertThat(line.get("time").longValue()).isGreaterThanOrEqualTo(PcapBytes.START_US * 1000);
            assertThat(line.get("ns").textValue()).isIn("host", "a", "b", "out");
            assertThat(line.get("where").textValue()).isNotEmpty();
            assertThat(line.get("what").textValue()).isNotEmpty();
        }
    }

    @Test
    void followsAFrameFromEndToEnd() throws IOException {
        List<String> places = trace("out:eth0", published()).stream()
                .filter(line -> line.get("frame").intValue() == 1)
                .map(line ->
                        line.get("ns").textValue() + ":" + line.get("where").textValue())
                .toList();
        assertThat(places).containsSubsequence("out:eth0", "host:eth0", "host:vb", "b:eth0");
    }

    @Test
    void quotesTheRuleThatDecidedWithItsTableChainAndNumber() throws IOException {
        JsonNode rule = only(trace("out:eth0", published()), "rule", "DNAT");
        assertThat(rule.get("table").textValue()).isEqualTo("nat");
        assertThat(rule.get("chain").textValue()).isEqualTo("PREROUTING");
        assertThat(rule.get("number").textValue()).isEqualTo("1");
        assertThat(rule.get("rule").textValue())
                .isEqualTo("-i eth0 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 10.0.0.11:80");
    }

    @Test
    void tellsWhatARewriteReplaced() throws IOException {
        List<JsonNode> rewrites = trace("out:eth0", published()).stream()
                .filter(line -> line.get("what").textValue().equals("rewritten"))
                .filter(line -> line.get("frame").intValue() == 1)
                .toList();
        assertThat(rewrites)
                .extracting(line -> line.get("before").textValue() + " became "
                        + line.get("after").textValue())
                .contains("192.168.9.2:40000 -> 192.168.9.1:8080 became 192.168.9.2:40000 -> 10.0.0.11:80");
    }

    @Test
    void givesTheReasonOfADropAndTheRuleBehindIt() throws IOException {
        List<JsonNode> lines =
                trace("a:eth0", Packets.syn(SmallHost.BR0, SmallHost.A, "10.0.0.10:40000", "192.168.9.2:23"));
        JsonNode drop = only(lines, "what", "dropped");
        assertThat(drop.get("reason").textValue()).isEqualTo("SKB_DROP_REASON_NETFILTER_DROP");
        assertThat(drop.get("meaning").textValue()).isNotEmpty();
        assertThat(only(lines, "rule", "--dport 23").get("what").textValue()).isEqualTo("DROP");
    }

    @Test
    void isTheSameWhicheverBatchReadsAhead() throws IOException {
        Path input = new PcapBytes()
                .at(0, published())
                .at(0, published())
                .at(5, published())
                .write(folder.resolve("in.pcap"));
        List<String> traces = new ArrayList<>();
        for (int batch : new int[] {1, 2, 256}) {
            Path file = folder.resolve("trace" + batch);
            SmallHost.load()
                    .replay()
                    .batch(batch)
                    .in("out:eth0", input)
                    .trace(file)
                    .run();
            traces.add(Files.readString(file));
        }
        assertThat(traces.get(0)).isNotEmpty().isEqualTo(traces.get(1)).isEqualTo(traces.get(2));
    }

    private List<JsonNode> trace(String interfaceName, byte[] frame) throws IOException {
        Path input = new PcapBytes().at(0, frame).write(folder.resolve("in.pcap"));
        Path file = folder.resolve("trace.ndjson");
        ringway.replay().in(interfaceName, input).trace(file).run();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(JSON.readTree(line));
        }
        assertThat(lines).isNotEmpty();
        return lines;
    }

    private static JsonNode only(List<JsonNode> lines, String field, String part) {
        List<JsonNode> found = lines.stream()
                .filter(line -> line.path(field).asText().contains(part))
                .toList();
        assertThat(found).as(field + " with " + part).hasSize(1);
        return found.get(0);
    }

    private static byte[] published() {
        return Packets.syn(SmallHost.ETH0, SmallHost.OUT, "192.168.9.2:40000", "192.168.9.1:8080");
    }
}

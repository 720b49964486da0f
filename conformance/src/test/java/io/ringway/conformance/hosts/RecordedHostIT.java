package io.ringway.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.conformance.Untested;
import io.ringway.replay.conversation.Conversation;
import io.ringway.replay.conversation.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What tshark thinks of the model's side of every recording: no bad sum, no retransmitted, lost or disordered segment and
 * nothing malformed that the real host did not show, and the same payload in each direction of each conversation.
 */
class RecordedHostIT {
    private static final List<String> PROGRAMS =
            List.of("http1", "tls", "http2", "dns", "quic", "ssh", "scan", "traceroute", "offloaded");

    /** The answer to a FIN of the scan where the real host had a program that listens, see {@link RecordedHostTest}. */
    private static final String RESET = "|0x0014|0|";

    @TempDir
    private Path folder;

    @BeforeEach
    void needsTshark() {
        Untested.unlessInstalled(RecordedHostIT.class, "tshark", "mergecap");
    }

    @Test
    void bothSidesOfTheHostAreAsTheyWere() throws IOException {
        List<Path> real = new ArrayList<>();
        List<Path> model = new ArrayList<>();
        for (String program : PROGRAMS) {
            DockerHost host = new DockerHost(Files.createDirectory(folder.resolve(program)));
            host.replay(program);
            List<String> sides = new ArrayList<>(DockerHost.containers(program));
            sides.add("outside");
            for (String side : sides) {
                real.add(DockerHost.capture(program, side));
                model.add(host.output(side));
            }
        }
        Tshark tshark = new Tshark(folder);
        List<String> expected = tshark.directions(real, false, true);
        assertThat(expected).hasSizeGreaterThan(150);
        List<String> seen = tshark.directions(model, true, true);
        assertThat(without(seen, expected)).hasSize(4).allMatch(line -> line.contains(RESET));
        assertThat(without(expected, seen)).as("missing in the model").isEmpty();
        assertThat(tshark.badSums()).isEmpty();
    }

    @Test
    void whatTheContainersSawComesOfTheOutsideAlone() throws IOException {
        List<Path> real = new ArrayList<>();
        List<Path> model = new ArrayList<>();
        for (String program : List.of("http1", "tls", "http2", "dns", "quic", "ssh", "offloaded")) {
            String container = DockerHost.containers(program).get(0);
            model.add(folder.resolve(program + ".pcap"));
            real.add(DockerHost.capture(program, container));
            DockerHost.replayOutside(program, container, model.get(model.size() - 1));
        }
        Tshark tshark = new Tshark(folder);
        List<String> expected = tshark.directions(real, false, true);
        assertThat(expected).hasSizeGreaterThan(20);
        assertSame(tshark.directions(model, true, true), expected);
        assertThat(tshark.badSums()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void bothEndsOfEachConversationAreAsTheyWereInAnotherPlace(Elsewhere place) throws IOException {
        Map<String, List<Path>> model = new TreeMap<>();
        Map<String, List<Path>> real = new TreeMap<>();
        for (String program : PROGRAMS) {
            if (!place.takes(program)) {
                continue;
            }
            Map<String, Path> sides = new TreeMap<>();
            assertThat(place.replay(program, folder, sides))
                    .isNotEmpty()
                    .extracting(Conversation::verdict)
                    .containsOnly(Verdict.COMPLETE);
            if (program.equals("traceroute")) {
                // What the router says to the backend passes neither the tunnel nor the laptop.
                sides.keySet().retainAll(List.of("backend"));
            }
            sides.forEach((side, capture) -> {
                model.computeIfAbsent(side, key -> new ArrayList<>()).add(capture);
                real.computeIfAbsent(side, key -> new ArrayList<>()).add(DockerHost.capture(program, "outside"));
            });
        }
        Tshark tshark = new Tshark(folder);
        Map<List<Path>, List<String>> expected = new HashMap<>();
        for (Map.Entry<String, List<Path>> side : model.entrySet()) {
            List<Path> captures = real.get(side.getKey());
            if (!expected.containsKey(captures)) {
                expected.put(captures, tshark.directions(captures, false, place.keepsPorts()));
            }
            assertSame(tshark.directions(side.getValue(), true, place.keepsPorts()), expected.get(captures));
        }
        assertThat(tshark.badSums()).isEmpty();
    }

    @Test
    void tsharkSeesBadSumsAndRetransmissionsWhereThereAreSome() throws IOException {
        Tshark tshark = new Tshark(folder);
        List<Path> odd = List.of(DockerHost.capture("offloaded", "web"), DockerHost.capture("http1", "any"));
        assertThat(tshark.directions(odd, true, false)).anyMatch(line -> line.contains(" retransmission"));
        assertThat(tshark.badSums()).hasSize(22);
    }

    private static void assertSame(List<String> seen, List<String> expected) {
        assertThat(without(seen, expected)).as("in the model only").isEmpty();
        assertThat(without(expected, seen)).as("missing in the model").isEmpty();
    }

    private static List<String> without(List<String> some, List<String> others) {
        List<String> left = new ArrayList<>(some);
        others.forEach(left::remove);
        return left.stream()
                .map(line -> line.replaceAll("[0-9a-f]{60,}", "(bytes)"))
                .toList();
    }
}

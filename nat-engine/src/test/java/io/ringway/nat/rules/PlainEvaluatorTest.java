package io.ringway.nat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.nat.Hook;
import io.ringway.nat.TestFrames;
import io.ringway.nat.TestHost;
import io.ringway.nat.conntrack.Connections;
import io.ringway.nat.conntrack.TrackingLimits;
import io.ringway.nat.rules.extension.NamespaceState;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.set.IpSets;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.Randomness;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random rule sets, with every match that the grammar has, decide and count as when they are read one after the other. */
final class PlainEvaluatorTest {
    private static final int CHAINS = 12;
    private static final int PACKETS = 400;
    private static final List<String> HOSTS = List.of(
            "10.0.0.0", "10.0.0.1", "10.0.0.9", "192.168.10.1", "172.17.0.2", "1.2.3.4", "10.1.0.7", "127.0.0.1");
    private static final int[] PORTS = {0, 1, 22, 53, 80, 90, 443, 1023, 8080, 65535};

    private final TestFrames frames = new TestFrames();

    @ParameterizedTest
    @CsvSource({"1, 20", "5, 20", "10, 100", "11, 100", "13, 100", "16, 500", "18, 500", "22, 2000", "23, 2000"})
    void decidesAndCountsAsWritten(long seed, int rules) {
        Random random = new Random(seed);
        RuleTables walked = tables();
        RuleTables read = tables();
        for (List<String> command : draw(random, new RuleGrammar(seed), rules)) {
            assertThat(run(walked, command)).isTrue();
            assertThat(run(read, command)).isTrue();
        }
        RuleWalk walk = new RuleWalk(walked);
        PlainEvaluator plain = new PlainEvaluator(read);
        Packet one = packet(seed);
        Packet other = packet(seed);
        int accepted = 0;
        for (int i = 0; i < PACKETS; i++) {
            Hook hook =
                    List.of(Hook.INPUT, Hook.FORWARD, Hook.FORWARD, Hook.OUTPUT).get(random.nextInt(4));
            Frame frame = frame(random);
            one.at(hook, frame);
            other.at(hook, frame);
            boolean accepts = walk.filter(hook, one);
            assertThat(accepts).as("packet %d", i).isEqualTo(plain.accepts(other));
            accepted += accepts ? 1 : 0;
            frame.free();
        }
        String counted = walked.save("filter", true);
        assertThat(counted).isEqualTo(read.save("filter", true));
        assertThat(counted.lines().filter(line -> line.matches("\\[[1-9].*")).count())
                .as("rules that were met")
                .isGreaterThan(rules / 40 + 1);
        assertThat(accepted).isBetween(1, PACKETS - 1);
    }

    @Test
    void drawsNearlyEveryMatch() {
        TreeSet<String> met = new TreeSet<>();
        for (List<String> words : draw(new Random(8), new RuleGrammar(8), 2000)) {
            for (int at = words.indexOf("-m"); at >= 0 && at < words.size() - 1; at++) {
                if (words.get(at).equals("-m")) {
                    met.add(words.get(at + 1));
                }
            }
        }
        assertThat(met).hasSizeGreaterThan(35);
    }

    private static RuleTables tables() {
        Connections connections = new Connections(new TestHost(), new TrackingLimits());
        return new RuleTables(new NamespaceState(connections, IpSets.NONE));
    }

    private static Packet packet(long seed) {
        return new Packet(new TestHost(), null, new Randomness(seed));
    }

    /** Commands that are all taken; chains jump and go to later ones only. */
    private static List<List<String>> draw(Random random, RuleGrammar grammar, int rules) {
        RuleTables tables = tables();
        List<List<String>> commands = new ArrayList<>();
        for (int i = 0; i < CHAINS; i++) {
            commands.add(List.of("-N", "c" + i));
        }
        for (String chain : List.of("INPUT", "FORWARD", "OUTPUT")) {
            commands.add(List.of("-P", chain, random.nextBoolean() ? "ACCEPT" : "DROP"));
        }
        commands.forEach(command -> run(tables, command));
        int all = commands.size() + rules;
        while (commands.size() < all) {
            List<String> words = grammar.next().words();
            int from = random.nextInt(3) == 0 ? -1 : random.nextInt(CHAINS);
            String chain = from < 0 ? List.of("INPUT", "FORWARD", "OUTPUT").get(random.nextInt(3)) : "c" + from;
            List<String> rule = new ArrayList<>(List.of("-A", chain));
            // Who is asked nothing goes on: else no packet came far in a long chain.
            if (random.nextInt(100) < 75 && end(words) > 4) {
                rule.addAll(words.subList(4, end(words)));
                rule.addAll(ending(random, from));
            }
            if (run(tables, rule)) {
                commands.add(rule);
            }
        }
        return commands;
    }

    /** Of the conditions. */
    private static int end(List<String> words) {
        int end = 4;
        while (end < words.size()
                && !words.get(end).equals("-j")
                && !words.get(end).equals("-g")) {
            end++;
        }
        return end;
    }

    private static List<String> ending(Random random, int from) {
        int kind = random.nextInt(100);
        if (kind < 45 && from < CHAINS - 1) {
            int to = from + 1 + random.nextInt(CHAINS - 1 - from);
            return List.of(kind < 36 ? "-j" : "-g", "c" + to);
        }
        if (kind < 60) {
            return List.of("-j", "RETURN");
        }
        return kind < 62 ? List.of("-j", "ACCEPT") : kind < 63 ? List.of("-j", "DROP") : List.of();
    }

    private static boolean run(RuleTables tables, List<String> words) {
        try {
            IptablesCommand.parse(words).run(tables);
            return true;
        } catch (IptablesException e) {
            return false;
        }
    }

    private Frame frame(Random random) {
        String source = HOSTS.get(random.nextInt(HOSTS.size()));
        String destination = HOSTS.get(random.nextInt(HOSTS.size()));
        int from = PORTS[random.nextInt(PORTS.length)];
        int to = PORTS[random.nextInt(PORTS.length)];
        Frame frame = switch (random.nextInt(5)) {
            case 0 -> frames.udp(source, from, destination, to);
            case 1 -> frames.icmp(source, destination, random.nextInt(14), random.nextInt(4));
            case 2 -> frames.ip(PORTS[random.nextInt(3)] + 100, source, destination, 20, random.nextInt(3));
            default -> frames.tcp(source, from, destination, to, random.nextInt(64));
        };
        frame.setIngressIfindex(TestHost.ETH0);
        frame.setRoute(random.nextBoolean() ? TestHost.ETH1 : TestHost.ETH0, 0);
        frame.setMark(random.nextInt(4));
        int at = frame.networkOffset();
        if (random.nextInt(4) == 0) {
            Ipv4Header.decreaseTtl(frame, at);
        }
        return frame;
    }
}

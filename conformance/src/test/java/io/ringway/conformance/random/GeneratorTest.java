package io.ringway.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GeneratorTest {
    @Test
    void makesTheSameCaseFromTheSameSeed() {
        RandomCase one = Generator.FORWARDING.make(7);
        RandomCase other = Generator.FORWARDING.make(7);
        assertThat(other.lab()).isEqualTo(one.lab());
        assertThat(other.frames()).usingRecursiveComparison().isEqualTo(one.frames());
        assertThat(Generator.FORWARDING.make(8).lab()).isNotEqualTo(one.lab());
    }

    @Test
    void sendsOnlyByInterfacesThatTheLabHas() {
        for (long seed = 1; seed <= 200; seed++) {
            RandomCase one = Generator.FORWARDING.make(seed);
            Set<String> words = new HashSet<>();
            one.lab().forEach(line -> words.addAll(List.of(line.split(" ", -1))));
            for (String inlet : one.inlets()) {
                words.add(SentFrame.STACK);
                assertThat(words)
                        .as("seed %d", seed)
                        .contains(SentFrame.interfaceOf(inlet).split(":", -1));
            }
        }
    }

    @Test
    void drawsEveryKindOfTrafficWithinAHundredSeeds() {
        Set<String> met = new HashSet<>();
        for (long seed = 1; seed <= 100; seed++) {
            Generator.FORWARDING.make(seed).frames().forEach(frame -> met.addAll(frame.kinds()));
        }
        assertThat(met)
                .containsAll(FrameKind.all().stream().map(FrameKind::name).toList());
    }

    @Test
    void addsRulesToALabAndChangesNothingElse() {
        for (long seed = 1; seed <= 50; seed++) {
            RandomCase plain = Generator.FORWARDING.make(seed);
            RandomCase ruled = Generator.RULES.make(seed);
            assertThat(ruled.frames()).usingRecursiveComparison().isEqualTo(plain.frames());
            List<String> rest = new ArrayList<>(ruled.lab());
            rest.removeIf(line -> line.matches(".* (iptables|ipset|nf_call_iptables) .*|.*bridge-nf-.*"));
            List<String> expected = new ArrayList<>(plain.lab());
            // Rules ask for the ports of tunnels, which must not be drawn.
            rest.replaceAll(line -> line.replace(" srcport 5000 5001", ""));
            expected.replaceAll(line -> line.replace(" srcport 5000 5001", ""));
            assertThat(rest).isEqualTo(expected);
        }
    }
}

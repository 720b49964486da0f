package io.ringway.nat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The grammar of rule texts, without the real tool. */
final class RuleGrammarTest {
    @Test
    void drawsEveryMatchAndTargetThatTheModelHas() {
        assertThat(new RuleGrammar(1).names()).isEqualTo(Extensions.names());
    }

    @Test
    void drawsTheSameTextsOfTheSameSeed() {
        assertThat(drawn(7)).isEqualTo(drawn(7)).isNotEqualTo(drawn(8));
    }

    private static List<String> drawn(long seed) {
        RuleGrammar grammar = new RuleGrammar(seed);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            texts.add(grammar.next().toString());
        }
        return texts;
    }
}

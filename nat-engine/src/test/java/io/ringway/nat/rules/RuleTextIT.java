package io.ringway.nat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Holds rule texts drawn from a grammar against the iptables of this machine. {@code -Dringway.texts=N} and
 * {@code -Dringway.seed=N} draw others.
 */
final class RuleTextIT {
    private static final int TEXTS = Integer.getInteger("ringway.texts", 5_000);
    private static final long SEED = Long.getLong("ringway.seed", 1);

    @Test
    void theRealToolAnswersTheSame() throws Exception {
        RuleGrammar grammar = new RuleGrammar(SEED);
        try (RealTool real = RealTool.orAbort(RuleTextIT.class)) {
            RuleTextJudge judge = new RuleTextJudge(real);
            for (int i = 0; i < TEXTS; i++) {
                judge.judge(grammar.next());
            }
            judge.finish();
            System.err.printf(
                    "%d texts of seed %d: %d accepted, %d of these told singly; %d hold what is not modelled; %d differ%n",
                    TEXTS,
                    SEED,
                    judge.accepted(),
                    judge.singly(),
                    judge.unmodelled(),
                    judge.differences().size());
            assertThat(judge.differences()).isEmpty();
            assertThat(judge.accepted()).isBetween(TEXTS / 4, TEXTS * 3 / 4);
            assertThat(judge.unmodelled()).isLessThan(TEXTS / 20);
        }
    }
}

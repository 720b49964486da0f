package io.ringway.nat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The iptables of this machine loads the recorded rule sets and lists them as the model does. */
final class RealRuleSetsIT {
    private static final RestoreOptions COUNTERS = new RestoreOptions(false, true, false, null);

    @Test
    void theRealToolLoadsAndListsTheSame() throws Exception {
        try (RealTool real = RealTool.orAbort(RealRuleSetsIT.class)) {
            for (String name : RealRuleSets.NAMES) {
                String saved = RealRuleSets.load(name + ".rules");
                RuleTables tables = new RuleTables();
                tables.restore(saved, COUNTERS);
                assertThat(real.run("nft flush ruleset; iptables-restore -c", saved)
                                .output())
                        .as(name)
                        .isEmpty();
                assertThat(real.run("iptables-save -c").output()).as(name).isEqualTo(tables.save(null, true));
                for (String table : new String[] {"filter", "nat", "mangle"}) {
                    for (String command : new String[] {"-nvL", "-nL --line-numbers", "-nvxL --line-numbers", "-vS"}) {
                        String words = "-t " + table + " " + command;
                        assertThat(IptablesCommand.parse(Transcript.words(words))
                                        .run(tables))
                                .as("%s: iptables %s", name, words)
                                .isEqualTo(real.run("iptables " + words).output());
                    }
                }
            }
        }
    }
}

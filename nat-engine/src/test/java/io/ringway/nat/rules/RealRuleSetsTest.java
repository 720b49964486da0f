package io.ringway.nat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Docker's, ufw's, firewalld's and kube-proxy's rules load whole and are printed back as they were. */
final class RealRuleSetsTest {
    private static final RestoreOptions COUNTERS = new RestoreOptions(false, true, false, null);

    private final RuleTables tables = new RuleTables();

    static List<String> names() {
        return RealRuleSets.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void printsBackWhatItLoaded(String name) {
        String saved = RealRuleSets.load(name + ".rules");
        tables.restore(saved, COUNTERS);
        assertThat(tables.save(null, true)).isEqualTo(saved);
        tables.restore(tables.save(null, true), COUNTERS);
        assertThat(tables.save(null, true)).isEqualTo(saved);
    }

    @ParameterizedTest
    @MethodSource("names")
    void isTheSameRuleByRule(String name) {
        String saved = tables(name);
        for (String table : List.of("mangle", "raw", "filter", "nat")) {
            String rules = IptablesCommand.parse(List.of("-t", table, "-S")).run(tables);
            IptablesCommand.parse(List.of("-t", table, "-F")).run(tables);
            for (String line : rules.split("\n", -1)) {
                if (line.startsWith("-A")) {
                    IptablesCommand.parse(Transcript.words("-t " + table + " " + line))
                            .run(tables);
                }
            }
        }
        assertThat(tables.save(null, false)).isEqualTo(saved);
    }

    private String tables(String name) {
        tables.restore(RealRuleSets.load(name + ".rules"), RestoreOptions.NONE);
        for (String table : List.of("mangle", "raw", "filter", "nat")) {
            IptablesCommand.parse(List.of("-t", table, "-S")).run(tables);
        }
        return tables.save(null, false);
    }
}

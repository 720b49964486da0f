package io.ringway.nat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is printed reads back as the same, for rules put together at random; a failure names the seed and the rule. */
final class RuleTextPropertyTest {
    private static final int RULES = 3000;

    @Test
    void printedRulesReadBackAsThemselves() {
        for (int seed = 0; seed < RULES; seed++) {
            RuleTables tables = new RuleTables();
            String rule = new Generator(seed).rule();
            List<String> words = Transcript.words("-t nat -A PREROUTING " + rule);
            IptablesCommand.parse(words).run(tables);
            String saved = tables.save(null, false);
            RuleTables again = new RuleTables();
            again.restore(saved, RestoreOptions.NONE);
            assertThat(again.save(null, false)).as("seed %d: %s", seed, rule).isEqualTo(saved);
            String listed = IptablesCommand.parse(List.of("-t", "nat", "-S")).run(tables);
            assertThat(saved).contains(listed.substring(listed.indexOf("-A ")));
            IptablesCommand.parse(Transcript.words("-t nat -D PREROUTING " + rule))
                    .run(again);
            assertThat(again.save(null, false)).as("seed %d: %s", seed, rule).doesNotContain("-A ");
        }
    }

    private static final class Generator {
        private final Random random;

        Generator(int seed) {
            random = new Random(seed);
        }

        private boolean maybe(int percent) {
            return random.nextInt(100) < percent;
        }

        private String bang() {
            return maybe(30) ? "! " : "";
        }

        private String one(String... words) {
            return words[random.nextInt(words.length)];
        }

        private String ports() {
            int low = random.nextInt(60000);
            return one(low + "", low + ":" + (low + random.nextInt(5000)), low + ":", ":" + low);
        }

        private String address() {
            return random.nextInt(256) + "." + random.nextInt(256) + ".0.1"
                    + one("", "/8", "/24", "/31", "/255.0.0.255");
        }

        String rule() {
            StringBuilder rule = new StringBuilder();
            rule.append(maybe(40) ? bang() + "-s " + address() + " " : "");
            rule.append(maybe(40) ? bang() + "-d " + address() + " " : "");
            rule.append(maybe(30) ? bang() + "-i " + one("eth0", "br-+", "a.b") + " " : "");
            rule.append(maybe(30) ? "-m comment --comment '" + one("a", "b c", "q\"q", "x\\y", "") + "' " : "");
            rule.append(maybe(30) ? "-m addrtype " + bang() + "--dst-type LOCAL,BROADCAST " : "");
            rule.append(maybe(30) ? "-m conntrack " + bang() + "--ctstate " + one("NEW", "INVALID,DNAT") + " " : "");
            rule.append(
                    switch (random.nextInt(5)) {
                        case 0 -> "-p tcp " + bang() + "--dport " + ports() + " " + bang() + "--sport " + ports() + " ";
                        case 1 -> "-p udp -m udp " + bang() + "--sport " + ports() + " ";
                        case 2 -> "-p icmp " + bang() + "--icmp-type " + random.nextInt(20) + one("", "/3") + " ";
                        case 3 ->
                            "-p tcp " + bang() + "--tcp-flags " + one("ALL", "SYN,ACK") + " " + one("FIN", "NONE")
                                    + " ";
                        default -> "-p " + (1 + random.nextInt(255)) + " ";
                    });
            return rule + one("-j ACCEPT", "-j RETURN", "", "-j DNAT --to-destination 1.2.3.4-1.2.3.9 --random");
        }
    }
}

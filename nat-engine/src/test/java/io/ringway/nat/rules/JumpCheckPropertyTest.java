package io.ringway.nat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A rule that is checked by what its chain remembers is judged as the whole table would be, whatever came before it. */
final class JumpCheckPropertyTest {
    private static final int SEEDS = 40;
    private static final int COMMANDS = 250;
    private static final String[] CHAINS = new String[22];

    static {
        for (int i = 0; i < CHAINS.length; i++) {
            CHAINS[i] = "c" + i;
        }
    }

    private int refused;

    @Test
    void aRuleIsJudgedAsTheWholeTable() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            RuleTables tables = new RuleTables();
            for (String chain : CHAINS) {
                run(tables, "-t mangle -N " + chain);
            }
            for (int i = 0; i < COMMANDS; i++) {
                String command = command(random);
                String before = tables.save(null, false);
                String whole = before.replace("COMMIT\n", command + "\nCOMMIT\n");
                assertThat(run(tables, "-t mangle " + command))
                        .as("seed %d, command %d: %s after%n%s", seed, i, command, before)
                        .isEqualTo(restores(whole));
            }
        }
        assertThat(refused).isBetween(500, SEEDS * COMMANDS / 2);
    }

    private static String command(Random random) {
        int kind = random.nextInt(100);
        String chain =
                kind % 5 == 0 ? List.of("PREROUTING", "FORWARD", "POSTROUTING").get(kind % 3) : one(random);
        if (kind < 30) {
            return "-D " + chain + " 1";
        }
        if (kind < 40) {
            return "-A " + chain + " -m mac --mac-source 02:00:00:00:00:01";
        }
        if (kind < 42) {
            return "-F " + one(random);
        }
        // Mostly to a later chain, or nearly everything would be a loop.
        int from = chain.startsWith("c") ? Integer.parseInt(chain.substring(1)) : random.nextInt(4);
        int to = random.nextInt(8) == 0 ? random.nextInt(CHAINS.length) : from + 1 + random.nextInt(3);
        return "-A " + chain + (kind < 60 ? " -g " : " -j ") + CHAINS[Math.min(to, CHAINS.length - 1)];
    }

    private static String one(Random random) {
        return CHAINS[random.nextInt(CHAINS.length)];
    }

    private boolean run(RuleTables tables, String command) {
        try {
            IptablesCommand.parse(List.of(command.split(" ", -1))).run(tables);
            return true;
        } catch (IptablesException e) {
            refused++;
            return false;
        }
    }

    private static boolean restores(String text) {
        try {
            new RuleTables().restore(text, RestoreOptions.NONE);
            return true;
        } catch (IptablesException e) {
            return false;
        }
    }
}

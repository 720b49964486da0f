package io.ringway.nat.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What many single commands cost. A command that looks at the whole table each time takes ten times the budget. */
final class RuleScaleTest {
    private static final int COMMANDS = 10_000;
    private static final Duration BUDGET = Duration.ofSeconds(3);

    private final RuleTables tables = new RuleTables();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-A INPUT -s 10.1.%d.%d -p tcp --dport 80 -j ACCEPT",
                "-A INPUT -s 10.1.%d.%d -j web",
                "-I INPUT -s 10.1.%d.%d -j web",
                "-A web -s 10.1.%d.%d -j deeper",
                "-A INPUT -s 10.1.%d.%d -j REJECT",
                "-A INPUT -s 10.1.%d.%d -m recent --set --name list",
                "-N c%d-%d"
            })
    void tenThousandCommandsTakeLessThanThreeSeconds(String command) {
        run("-N web");
        run("-N deeper");
        run("-A web -j deeper");
        run("-A deeper -s 10.9.9.9 -j ACCEPT");
        run("-A INPUT -s 10.8.8.8 -j web");
        assertThat(time(i -> command.formatted(i / 250, i % 250))).isLessThan(BUDGET);
    }

    @Test
    void tenThousandChainsMayBeMadeFilledAndReached() {
        Duration taken = time(i -> "-N svc" + i)
                .plus(time(i -> "-A svc" + i + " -s 10.1." + i / 250 + ".1 -j ACCEPT"))
                .plus(time(i -> "-A INPUT -s 10.1.1." + i % 250 + " -j svc" + i));
        assertThat(taken).isLessThan(BUDGET.multipliedBy(3));
    }

    @Test
    void tenThousandRulesMayBeTakenAwayByWhatTheySay() {
        IntFunction<String> rule = i -> " INPUT -s 10.1." + i / 250 + "." + i % 250 + " -j ACCEPT";
        time(i -> "-A" + rule.apply(i));
        Duration checked = time(i -> "-C" + rule.apply(i));
        Duration deleted = time(i -> "-D" + rule.apply(COMMANDS - 1 - i));
        assertThat(checked).isLessThan(BUDGET);
        assertThat(deleted).isLessThan(BUDGET);
        assertThat(tables.save(null, false)).doesNotContain("-A");
    }

    @Test
    void aDumpOfAHundredThousandRulesLoadsWholeOrNotAtAll() {
        String dump = dump(100_000);
        long began = cpuTime();
        tables.restore(dump, RestoreOptions.NONE);
        assertThat(tables.save(null, false)).isEqualTo(dump);
        String loop = dump.replace("COMMIT", "-A c0 -j c1\n-A c1 -j c0\n-A INPUT -j c1\nCOMMIT");
        assertThatThrownBy(() -> tables.restore(loop, RestoreOptions.NONE)).hasMessageContaining("Too many links");
        String bad = dump.replace("COMMIT", "-A c0 -s 1.2.3.4.5\nCOMMIT");
        assertThatThrownBy(() -> tables.restore(bad, RestoreOptions.NONE))
                .hasMessageContaining("Error occurred at line: 101005");
        assertThat(Duration.ofNanos(cpuTime() - began)).isLessThan(BUDGET.multipliedBy(5));
        assertThat(tables.save(null, false)).isEqualTo(dump);
    }

    private static String dump(int rules) {
        List<String> chains = new ArrayList<>();
        StringBuilder text = new StringBuilder("*filter\n:INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\n");
        text.append(":OUTPUT ACCEPT [0:0]\n");
        for (int i = 0; i < 1000; i++) {
            chains.add("c" + i);
        }
        Collections.sort(chains);
        chains.forEach(chain -> text.append(':').append(chain).append(" - [0:0]\n"));
        for (int i = 0; i < rules; i++) {
            text.append("-A ").append(chains.get(i / (rules / 1000)));
            text.append(" -s 10.")
                    .append(i >> 16)
                    .append('.')
                    .append(i >> 8 & 255)
                    .append('.')
                    .append(i & 255);
            text.append("/32 -p tcp -m tcp --dport ").append(i % 65_536).append(" -j ACCEPT\n");
        }
        return text.append("COMMIT\n").toString();
    }

    private Duration time(IntFunction<String> command) {
        long began = cpuTime();
        for (int i = 0; i < COMMANDS; i++) {
            run(command.apply(i));
        }
        Duration taken = Duration.ofNanos(cpuTime() - began);
        return taken;
    }

    /** Of this thread: a machine that does other things too is no reason to fail. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void run(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        IptablesCommand.parse(words).run(tables);
    }
}

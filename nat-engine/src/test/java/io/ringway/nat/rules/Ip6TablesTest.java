package io.ringway.nat.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringway.nat.rules.ip6.Ip6Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ip6tables is read and kept, as text. */
final class Ip6TablesTest {
    private final Ip6Tables tables = new Ip6Tables();

    @ParameterizedTest
    @ValueSource(strings = {"ufw", "firewalld"})
    void printsBackWhatARealFirewallSaved(String name) {
        String saved = RealRuleSets.load(name + ".rules6");
        tables.restore(saved, new RestoreOptions(false, true, false, null));
        assertThat(tables.save(null, true)).isEqualTo(saved);
    }

    @Test
    void keepsRulesByChainAndNumber() {
        run("-A INPUT -s fe80::/10 -p ipv6-icmp -j ACCEPT");
        run("-I INPUT 1 -i lo -j ACCEPT");
        run("-N c");
        run("-P FORWARD DROP");
        run("-A FORWARD -m comment --comment 'two words' -j c");
        run("-A FORWARD -j DROP");
        run("-R FORWARD 2 -j REJECT");
        run("-D INPUT -s fe80::/10 -p ipv6-icmp -j ACCEPT");
        run("-t nat -A POSTROUTING -o eth0 -j MASQUERADE");
        assertThat(run("-S")).isEqualTo("""
                -P INPUT ACCEPT
                -P FORWARD DROP
                -P OUTPUT ACCEPT
                -N c
                -A INPUT -i lo -j ACCEPT
                -A FORWARD -m comment --comment "two words" -j c
                -A FORWARD -j REJECT
                """);
        assertThat(tables.save("nat", false)).contains("-A POSTROUTING -o eth0 -j MASQUERADE\nCOMMIT\n");
        run("-F");
        run("-X");
        assertThat(tables.save("filter", false)).doesNotContain("-A", ":c");
    }

    @Test
    void refusesWhatItCannotKeepAndChangesNothing() {
        run("-A INPUT -j DROP");
        String before = tables.save(null, true);
        assertThatThrownBy(() -> run("-A nope -j DROP")).hasMessage("ip6tables: No chain/target/match by that name.");
        assertThatThrownBy(() -> run("-t nope -S")).hasMessageContaining("table 'nope' does not exist");
        assertThatThrownBy(() -> run("-D INPUT 2")).hasMessage("ip6tables: Index of deletion too big.");
        assertThatThrownBy(() -> run("-C INPUT -j ACCEPT")).hasMessageContaining("Bad rule");
        assertThatThrownBy(() -> run("-L")).hasMessageContaining("not modelled");
        assertThatThrownBy(() -> restore("*filter\n-A INPUT -j ACCEPT\n"))
                .hasMessage("ip6tables-restore: COMMIT expected at line 3");
        assertThatThrownBy(() -> restore("*filter\n-A INPUT -j ACCEPT\ngarbage\nCOMMIT\n"))
                .hasMessage("ip6tables-restore: line 3 failed");
        assertThatThrownBy(() -> restore("*filter\n-A nope -j ACCEPT\nCOMMIT\n"))
                .hasMessageContaining("line 2");
        assertThat(tables.save(null, true)).isEqualTo(before);
    }

    private void restore(String text) {
        tables.restore(text, RestoreOptions.NONE);
    }

    private String run(String command) {
        return tables.run(Transcript.words(command));
    }
}

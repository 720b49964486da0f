package io.ringway.nat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.Frame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RuleWalkTest extends RuleWalkBench {
    @Test
    void acceptsWhereNoTableIs() {
        assertThat(forwards(syn("10.0.0.2", "192.0.2.9", 80))).isTrue();
    }

    @Test
    void fallsToThePolicyAndCountsItWithTheLengthOfTheIpPacket() {
        iptables("-P FORWARD DROP");
        assertThat(forwards(syn("10.0.0.2", "192.0.2.9", 80))).isFalse();
        assertThat(tables.save("filter", true)).contains(":FORWARD DROP [1:40]");
    }

    @Test
    void comesBackFromAChainThatEndsOrReturns() {
        iptables("-N a");
        iptables("-N b");
        iptables("-A FORWARD -j a");
        iptables("-A FORWARD -j DROP");
        iptables("-A a -j b");
        iptables("-A a -p tcp -j RETURN");
        iptables("-A a -j ACCEPT");
        iptables("-A b -p udp -j ACCEPT");
        assertThat(forwards(syn("10.0.0.2", "192.0.2.9", 80))).isFalse();
        assertThat(forwards(frames.udp("10.0.0.2", 1, "192.0.2.9", 2))).isTrue();
        assertThat(tables.save("filter", true))
                .contains("[2:72] -A FORWARD -j a", "[1:40] -A FORWARD -j DROP", "[1:40] -A a -p tcp -j RETURN");
    }

    @Test
    void goesWithoutComingBackToTheChainThatWent() {
        iptables("-N a");
        iptables("-N b");
        iptables("-A FORWARD -j a");
        iptables("-A FORWARD -p udp -j DROP");
        iptables("-A a -g b");
        iptables("-A a -j DROP");
        iptables("-A b -p icmp");
        assertThat(forwards(syn("10.0.0.2", "192.0.2.9", 80))).isTrue();
        assertThat(forwards(frames.udp("10.0.0.2", 1, "192.0.2.9", 2))).isFalse();
    }

    @Test
    void goesFromABuiltInChainToItsPolicy() {
        iptables("-P FORWARD DROP");
        iptables("-N a");
        iptables("-A FORWARD -g a");
        iptables("-A FORWARD -j ACCEPT");
        assertThat(forwards(syn("10.0.0.2", "192.0.2.9", 80))).isFalse();
    }

    @Test
    void returnsFromABuiltInChainToItsPolicy() {
        iptables("-P FORWARD ACCEPT");
        iptables("-A FORWARD -j RETURN");
        iptables("-A FORWARD -j DROP");
        assertThat(forwards(syn("10.0.0.2", "192.0.2.9", 80))).isTrue();
        assertThat(tables.save("filter", true)).contains(":FORWARD ACCEPT [1:40]", "[1:40] -A FORWARD -j RETURN");
    }

    @Test
    void countsNoPolicyThatNobodyNamed() {
        iptables("-A FORWARD -p udp");
        forwards(syn("10.0.0.2", "192.0.2.9", 80));
        assertThat(tables.save("filter", true)).contains(":FORWARD ACCEPT [0:0]");
        iptables("-Z");
        forwards(syn("10.0.0.2", "192.0.2.9", 80));
        assertThat(tables.save("filter", true)).contains(":FORWARD ACCEPT [1:40]");
    }

    @Test
    void keepsCountersOfOtherRulesWhenOneIsAdded() {
        iptables("-A FORWARD -p tcp");
        forwards(syn("10.0.0.2", "192.0.2.9", 80));
        iptables("-I FORWARD -p udp -j DROP");
        forwards(syn("10.0.0.2", "192.0.2.9", 80));
        assertThat(tables.save("filter", true)).contains("[0:0] -A FORWARD -p udp", "[2:80] -A FORWARD -p tcp");
    }

    @Test
    void tellsTheRuleThatDecided() {
        List<String> told = new ArrayList<>();
        walk.setTrace(new RuleTrace() {
            @Override
            public void met(Frame frame, String table, String chain, int number, String text, String verdict) {}

            @Override
            public void decided(Frame frame, String table, String chain, int number, String rule, String verdict) {
                told.add(table + " " + chain + " " + number + " " + verdict + " " + rule);
            }

            @Override
            public void translated(Frame frame, String hook, String before, String after) {
                told.add(hook);
            }
        });
        iptables("-N a");
        iptables("-A FORWARD -p tcp -j a");
        iptables("-A a -p udp");
        iptables("-A a -s 10.0.0.2 -j DROP");
        forwards(syn("10.0.0.2", "192.0.2.9", 80));
        forwards(frames.udp("10.0.0.2", 1, "192.0.2.9", 2));
        assertThat(told).containsExactly("filter a 2 DROP -s 10.0.0.2/32 -j DROP", "filter FORWARD 0 ACCEPT ");
    }
}

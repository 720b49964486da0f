package io.ringway.nat.set;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Randomness;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IpSetTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int UDP = 17;

    private long now;
    private final IpSets sets = new IpSets(() -> now, new Randomness(1));

    /** A UDP packet of 100 bytes from port 4000 to 5000 that came by eth0 and leaves by eth1. */
    private record Udp(String source, String destination) implements PacketFacts {
        @Override
        public int address(boolean ofSource) {
            return Ipv4Address.parse(ofSource ? source : destination);
        }

        @Override
        public int protocol() {
            return UDP;
        }

        @Override
        public int port(boolean ofSource) {
            return ofSource ? 4000 : 5000;
        }

        @Override
        public String interfaceName(boolean incoming) {
            return incoming ? "eth0" : "eth1";
        }

        @Override
        public int lengthBytes() {
            return 100;
        }
    }

    private static final Udp PACKET = new Udp("10.1.2.3", "10.9.0.1");

    private void run(String... commands) {
        for (String command : commands) {
            IpsetAnswer answer = IpsetTool.run(List.of(command.split(" ", -1)), null, sets);
            assertThat(answer.exitCode()).as(command + answer.stderr()).isZero();
        }
    }

    private static SetUse use(int flags, String... parts) {
        int sources = 0;
        for (int i = 0; i < parts.length; i++) {
            sources |= parts[i].equals("src") ? 1 << i : 0;
        }
        return new SetUse(parts.length, sources, flags, CounterCondition.NONE, CounterCondition.NONE, false, -1);
    }

    private boolean matches(String set, String... parts) {
        return sets.find(set).matches(PACKET, use(0, parts));
    }

    @Test
    void aMemberExpiresAtTheEndOfItsTimeout() {
        run("create s hash:ip timeout 10", "add s 10.1.2.3", "add s 10.1.2.4 timeout 0");
        now = 10 * SECOND;
        assertThat(matches("s", "src")).isTrue();
        now++;
        assertThat(matches("s", "src")).isFalse();
        assertThat(sets.save(true)).contains("add s 10.1.2.4 timeout 0").doesNotContain("10.1.2.3");
    }

    @Test
    void whatHasExpiredMakesRoomInAFullSet() {
        run("create s hash:ip timeout 10 maxelem 1", "add s 10.0.0.1");
        now = 11 * SECOND;
        run("add s 10.0.0.2");
        assertThat(sets.save(false)).contains("10.0.0.2").doesNotContain("10.0.0.1 ");
    }

    @Test
    void theLongestNetworkDecides() {
        run("create s hash:net", "add s 10.0.0.0/8", "add s 10.1.0.0/16 nomatch", "add s 10.1.2.0/24");
        assertThat(matches("s", "src")).isTrue();
        run("del s 10.1.2.0/24");
        assertThat(matches("s", "src")).isFalse();
        assertThat(sets.find("s").matches(PACKET, use(SetUse.RETURN_NOMATCH, "src")))
                .isTrue();
    }

    @Test
    void aNetworkOfAnotherInterfaceEndsTheSearch() {
        run("create s hash:net,iface", "add s 10.0.0.0/8,eth0");
        assertThat(matches("s", "src", "src")).isTrue();
        run("add s 10.1.0.0/16,eth7");
        assertThat(matches("s", "src", "src")).isFalse();
    }

    @Test
    void aWildcardIsTheBeginningOfAName() {
        run("create s hash:net,iface", "add s 10.0.0.0/8,eth wildcard");
        assertThat(matches("s", "src", "dst")).isTrue();
        assertThat(matches("s", "src", "src")).isTrue();
    }

    @Test
    void tooFewPartsNeverMatch() {
        run("create s hash:ip,port", "add s 10.1.2.3,udp:4000");
        assertThat(matches("s", "src")).isFalse();
        assertThat(matches("s", "src", "src")).isTrue();
        assertThat(matches("s", "src", "src", "dst")).isTrue();
    }

    @Test
    void aRuleAsksWhatStandsBehindTheNameAfterASwap() {
        run("create s hash:ip", "create t hash:ip", "add t 10.1.2.3");
        SetSlot held = sets.find("s");
        held.hold();
        run("swap s t");
        assertThat(held.matches(PACKET, use(0, "src"))).isTrue();
        assertThat(IpsetTool.run(List.of("destroy", "s"), null, sets).exitCode())
                .isEqualTo(1);
        run("destroy t");
    }

    @Test
    void packetsAddTheLongestPrefixThatTheSetKnows() {
        run("create s hash:net", "add s 99.0.0.0/20", "add s 98.0.0.0/8");
        sets.find("s").add(PACKET, use(0, "src"));
        assertThat(sets.save(true)).contains("add s 10.1.0.0/20\n");
    }

    @Test
    void additionsByPacketsNeverMakeTheTableLarger() {
        run("create s hash:ip hashsize 64 bucketsize 2");
        for (int i = 0; i < 1000; i++) {
            sets.find("s").add(new Udp("10.0." + i / 250 + "." + i % 250, "10.9.0.1"), use(0, "src"));
        }
        String saved = sets.save(false);
        assertThat(saved).contains("hashsize 64 ");
        assertThat(saved.lines().count()).isLessThanOrEqualTo(1 + 2 * 64).isGreaterThan(100);
    }

    @Test
    void aMemberInTheSlotOfADeletedOneInheritsItsCounters() {
        run("create s bitmap:port range 0-9 counters", "add s 5 packets 3 bytes 4", "del s 5", "add s 5");
        assertThat(sets.save(false)).contains("add s 5 packets 3 bytes 4");
    }
}

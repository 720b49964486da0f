package io.ringway.nat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.nat.Hook;
import io.ringway.nat.TestFrames;
import io.ringway.nat.TestHost;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.packet.Frame;
import io.ringway.packet.PacketSocket;
import io.ringway.packet.Randomness;
import org.junit.jupiter.api.Test;

/** Who sent a packet, and warnings of rules that match nothing. */
final class OwnerMatchTest {
    private final RuleTables tables = new RuleTables();
    private final RuleWalk walk = new RuleWalk(tables);
    private final Packet packet = new Packet(new TestHost(), null, new Randomness(1));
    private final TestFrames frames = new TestFrames();

    private boolean takes(String options, PacketSocket socket) {
        iptables("-P OUTPUT DROP");
        iptables("-F OUTPUT");
        iptables("-A OUTPUT -m owner " + options + " -j ACCEPT");
        Frame frame = frames.udp("10.0.0.1", 1, "192.0.2.9", 2);
        frame.setSocket(socket);
        packet.at(Hook.OUTPUT, frame);
        return walk.filter(Hook.OUTPUT, packet);
    }

    private String iptables(String command) {
        IptablesCommand read = IptablesCommand.parse(Transcript.words(command));
        read.run(tables);
        return read.warnings();
    }

    @Test
    void knowsProgramsAsRoots() {
        assertThat(takes("--uid-owner 0 --gid-owner root --socket-exists", PacketSocket.PROGRAM))
                .isTrue();
        assertThat(takes("--uid-owner 1-5", PacketSocket.PROGRAM)).isFalse();
        assertThat(takes("! --uid-owner 1-5", PacketSocket.PROGRAM)).isTrue();
        assertThat(takes("! --socket-exists", PacketSocket.PROGRAM)).isFalse();
    }

    @Test
    void knowsSocketsOfTheKernelThatNobodyOwns() {
        assertThat(takes("--socket-exists", PacketSocket.KERNEL)).isTrue();
        assertThat(takes("--uid-owner 0", PacketSocket.KERNEL)).isFalse();
        assertThat(takes("! --uid-owner 0", PacketSocket.KERNEL)).isTrue();
        assertThat(takes("! --uid-owner 0 ! --socket-exists", PacketSocket.KERNEL))
                .isFalse();
    }

    @Test
    void takesWhatIsInvertedWhereThereIsNoSocket() {
        assertThat(takes("! --socket-exists ! --uid-owner 0", PacketSocket.NONE))
                .isTrue();
        assertThat(takes("--socket-exists", PacketSocket.NONE)).isFalse();
        assertThat(takes("! --gid-owner 0 --suppl-groups", PacketSocket.NONE)).isFalse();
    }

    @Test
    void warnsOfARangeThatIsReversedAndNamesItsRule() {
        assertThat(iptables("-A INPUT -m iprange --src-range 10.0.0.5-10.0.0.1"))
                .isEqualTo("xt_iprange: range 10.0.0.5-10.0.0.1 is reversed and will never match\n");
        assertThat(iptables("-A INPUT -m iprange ! --src-range 10.0.0.5-10.0.0.1"))
                .contains("reversed");
        assertThat(tables.warnings())
                .containsExactly(
                        "table filter, chain INPUT, rule 1: range 10.0.0.5-10.0.0.1 is reversed and never matches");
    }

    @Test
    void namesEachRuleThatIsReadButNeverMatches() {
        iptables("-A INPUT -p tcp -m osf --genre Linux -j DROP");
        iptables("-A INPUT -m policy --dir in --pol none -j ACCEPT");
        iptables("-A FORWARD -m policy --dir in --pol ipsec -m realm --realm 0x1");
        assertThat(tables.warnings())
                .containsExactly(
                        "table filter, chain INPUT, rule 1: -m osf is not modelled and never matches",
                        "table filter, chain FORWARD, rule 1: -m policy is not modelled and never matches",
                        "table filter, chain FORWARD, rule 1: -m realm is not modelled and never matches");
    }

    @Test
    void endsAQuotaWithThePacketThatIsTooLarge() {
        iptables("-P OUTPUT DROP");
        iptables("-A OUTPUT -m quota --quota 70 -j ACCEPT");
        assertThat(sends()).isTrue();
        assertThat(sends()).isTrue();
        assertThat(sends()).isFalse();
        iptables("-A OUTPUT -m quota ! --quota 40 -j ACCEPT");
        assertThat(sends()).isFalse();
        assertThat(sends()).isTrue();
    }

    private boolean sends() {
        packet.at(Hook.OUTPUT, frames.udp("10.0.0.1", 1, "192.0.2.9", 2));
        return walk.filter(Hook.OUTPUT, packet);
    }
}

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
}

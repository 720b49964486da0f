package io.ringway.nat.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringway.nat.Hook;
import io.ringway.nat.TestFrames;
import io.ringway.nat.TestHost;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.packet.FragmentGeometry;
import io.ringway.packet.Frame;
import io.ringway.packet.Randomness;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Strings and arithmetic over the bytes of a packet. */
final class PayloadMatchTest {
    private static final int UNKNOWN_PROTOCOL = 253;

    private final RuleTables tables = new RuleTables();
    private final RuleWalk walk = new RuleWalk(tables);
    private final Packet packet = new Packet(new TestHost(), null, new Randomness(1));
    private final TestFrames frames = new TestFrames();

    private Frame packet(String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.ISO_8859_1);
        Frame frame = frames.ip(UNKNOWN_PROTOCOL, "10.0.0.2", "192.0.2.9", bytes.length, 0);
        frame.put(frame.transportOffset(), bytes);
        return frame;
    }

    private boolean takes(String match, Frame frame) {
        iptables("-P FORWARD DROP");
        iptables("-F FORWARD");
        iptables("-A FORWARD -m " + match + " -j ACCEPT");
        packet.at(Hook.FORWARD, frame);
        return walk.filter(Hook.FORWARD, packet);
    }

    private void iptables(String command) {
        IptablesCommand.parse(Transcript.words(command)).run(tables);
    }

    @Test
    void findsAStringBetweenItsOffsets() {
        Frame frame = packet("a needle");
        assertThat(takes("string --algo bm --string needle", frame)).isTrue();
        assertThat(takes("string --algo bm --string needle --from 22", frame)).isTrue();
        assertThat(takes("string --algo bm --string needle --from 23", frame)).isFalse();
        assertThat(takes("string --algo kmp --string needle --to 28", frame)).isTrue();
        assertThat(takes("string --algo kmp --string needle --to 27", frame)).isFalse();
        assertThat(takes("string --algo kmp ! --string needle --to 27", frame)).isTrue();
    }

    @Test
    void readsLettersOfAnyCaseAsLatin1() {
        assertThat(takes("string --algo bm --icase --string NeedlE", packet("nEEDLe")))
                .isTrue();
        assertThat(takes("string --algo bm --icase --hex-string |e9|", packet("\u00c9")))
                .isTrue();
        assertThat(takes("string --algo bm --icase --hex-string |d7|", packet("\u00f7")))
                .isFalse();
        assertThat(takes("string --algo bm --hex-string |e9|", packet("\u00c9")))
                .isFalse();
    }

    @Test
    void looksAtEachFragmentAloneWithBoyersAndMooresSearch() {
        Frame frame = packet("a needle in here");
        frame.setFragments(new FragmentGeometry(100, false, new int[] {8, 8}));
        assertThat(takes("string --algo bm --string needle", frame)).isTrue();
        assertThat(takes("string --algo bm --string 'e in'", frame)).isFalse();
        assertThat(takes("string --algo kmp --string 'e in'", frame)).isTrue();
        assertThat(takes("string --algo bm --string here --from 20", frame)).isTrue();
    }

    @Test
    void takesWordsThroughOperations() {
        Frame frame = packet("\u0000\u0000\u0000\u0004\u0012\u0034\u0056\u0078");
        assertThat(takes("u32 --u32 20=4", frame)).isTrue();
        assertThat(takes("u32 --u32 24&0xff00=0x5600", frame)).isTrue();
        assertThat(takes("u32 --u32 24<<8>>24=0x34", frame)).isTrue();
        assertThat(takes("u32 --u32 0>>22&0x3c@0@0=0x12345678", frame)).isTrue();
        assertThat(takes("u32 --u32 20=1:3,5", frame)).isFalse();
        assertThat(takes("u32 --u32 20=4&&24=0", frame)).isFalse();
    }

    @Test
    void failsWhereAWordReachesBehindThePacket() {
        Frame frame = packet("abcd");
        assertThat(takes("u32 --u32 20=0:0xffffffff", frame)).isTrue();
        assertThat(takes("u32 --u32 21=0:0xffffffff", frame)).isFalse();
        assertThat(takes("u32 ! --u32 21=0:0xffffffff", frame)).isTrue();
        assertThat(takes("u32 --u32 20@0=0:0xffffffff", frame)).isFalse();
    }

    @Test
    void refusesWhatTheKernelCannotSearch() {
        assertThatThrownBy(() -> iptables("-A FORWARD -m string --string a --algo none"))
                .hasMessageContaining("No such file or directory");
        assertThatThrownBy(() -> iptables("-A FORWARD -m u32 --u32 0<<32=0")).hasMessageContaining("Invalid argument");
    }
}

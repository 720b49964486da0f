package io.ringway.nat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.nat.Hook;
import io.ringway.nat.TestFrames;
import io.ringway.nat.TestHost;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.packet.Frame;
import io.ringway.packet.Randomness;
import org.junit.jupiter.api.Test;

/** Matches that look behind the IP header, held against bytes; golden cases hold them against the kernel. */
final class TransportMatchTest {
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int SCTP = 132;

    private final RuleTables tables = new RuleTables();
    private final RuleWalk walk = new RuleWalk(tables);
    private final Packet packet = new Packet(new TestHost(), null, new Randomness(1));
    private final TestFrames frames = new TestFrames();

    private Frame packet(int protocol, int offset, int... bytes) {
        Frame frame = frames.ip(protocol, "10.0.0.2", "192.0.2.9", bytes.length, offset);
        for (int i = 0; i < bytes.length; i++) {
            frame.putU8(frame.transportOffset() + i, bytes[i]);
        }
        return frame;
    }

    private Frame tcp(int headerWords, int... options) {
        int[] bytes = new int[20 + options.length];
        bytes[12] = headerWords << 4;
        System.arraycopy(options, 0, bytes, 20, options.length);
        return packet(TCP, 0, bytes);
    }

    private Frame sctp(int... chunks) {
        int[] bytes = new int[12 + chunks.length];
        System.arraycopy(chunks, 0, bytes, 12, chunks.length);
        return packet(SCTP, 0, bytes);
    }

    /** Whether the rule takes the packet; null where a match drops it. */
    private Boolean takes(String match, Frame frame) {
        iptables("-F FORWARD");
        iptables("-A FORWARD " + match + " -j MARK --set-mark 1");
        frame.setMark(0);
        packet.at(Hook.FORWARD, frame);
        boolean goesOn = walk.mangle(Hook.FORWARD, packet);
        return goesOn ? frame.mark() == 1 : null;
    }

    private void iptables(String command) {
        IptablesCommand.parse(Transcript.words("-t mangle " + command)).run(tables);
    }

    @Test
    void findsTheOptionsOfATcpHeaderUpToItsEnd() {
        Frame frame = tcp(6, 1, 3, 1, 4, 99);
        assertThat(takes("-p tcp --tcp-option 3", frame)).isTrue();
        assertThat(takes("-p tcp --tcp-option 4", frame)).isTrue();
        assertThat(takes("-p tcp --tcp-option 99", frame)).isFalse();
        assertThat(takes("-p tcp ! --tcp-option 99", frame)).isTrue();
        assertThat(takes("-p tcp ! --tcp-option 1", tcp(5))).isTrue();
    }

    @Test
    void skipsAnOptionByItsLengthAndOneThatSaysNoneByAByte() {
        Frame frame = tcp(7, 8, 6, 2, 2, 2, 2, 5, 0);
        assertThat(takes("-p tcp --tcp-option 2", frame)).isFalse();
        assertThat(takes("-p tcp --tcp-option 5", frame)).isTrue();
    }

    @Test
    void dropsATcpHeaderThatLiesWhereAnOptionIsAskedFor() {
        assertThat(takes("-p tcp --tcp-option 2", tcp(4))).isNull();
        assertThat(takes("-p tcp --tcp-option 2", tcp(6))).isNull();
        assertThat(takes("-p tcp --syn", tcp(4))).isFalse();
        assertThat(takes("-p tcp -m tcpmss --mss 5", tcp(4))).isNull();
        assertThat(takes("-p tcp -m tcpmss --mss 5", packet(TCP, 0, new int[19])))
                .isNull();
    }

    @Test
    void dropsAFragmentThatBeginsWithinATcpHeader() {
        assertThat(takes("-p tcp -m tcp", packet(TCP, 1, new int[20]))).isNull();
        assertThat(takes("-p tcp -m tcp", packet(TCP, 2, new int[20]))).isFalse();
    }

    @Test
    void comparesPortsWhereAFragmentHasItsPayload() {
        Frame fragment = packet(UDP, 5, 0, 53, 0, 53);
        assertThat(takes("-p udp --dport 53", fragment)).isTrue();
        assertThat(takes("-p udp ! --sport 53", fragment)).isFalse();
        assertThat(takes("-p udp -m udp", fragment)).isFalse();
        assertThat(takes("-p udp ! --dport 54", packet(UDP, 0, 0, 53, 0))).isFalse();
        assertThat(takes("-p tcp ! --syn", packet(TCP, 5, new int[13]))).isFalse();
        assertThat(takes("-p tcp ! --syn", packet(TCP, 5, new int[14]))).isTrue();
    }

    @Test
    void takesTheFirstSegmentSizeThatHasFourBytes() {
        assertThat(takes("-p tcp -m tcpmss --mss 1460", tcp(7, 2, 3, 9, 2, 4, 5, 0xb4, 0)))
                .isTrue();
        assertThat(takes("-p tcp -m tcpmss --mss 1:1459", tcp(6, 2, 4, 5, 0xb4)))
                .isFalse();
        assertThat(takes("-p tcp -m tcpmss ! --mss 1:1459", tcp(6, 1, 1, 2, 4))).isTrue();
    }

    @Test
    void asksForAllAnyOrOnlyTheseChunks() {
        Frame frame = sctp(0, 3, 0, 5, 7, 0, 0, 0, 3, 0, 0, 4);
        assertThat(takes("-p sctp --chunk-types all DATA,SACK", frame)).isTrue();
        assertThat(takes("-p sctp --chunk-types all DATA,INIT", frame)).isFalse();
        assertThat(takes("-p sctp --chunk-types any SACK,INIT", frame)).isTrue();
        assertThat(takes("-p sctp --chunk-types only DATA", frame)).isFalse();
        assertThat(takes("-p sctp --chunk-types only DATA,SACK,INIT", frame)).isTrue();
        assertThat(takes("-p sctp ! --chunk-types only DATA,SACK", frame)).isFalse();
    }

    @Test
    void asksForTheFlagsOfAChunk() {
        Frame frame = sctp(0, 2, 0, 4);
        assertThat(takes("-p sctp --chunk-types any DATA:B", frame)).isTrue();
        assertThat(takes("-p sctp --chunk-types any DATA:Be", frame)).isTrue();
        assertThat(takes("-p sctp --chunk-types only DATA:BE", frame)).isFalse();
        assertThat(takes("-p sctp --chunk-types all DATA:U", frame)).isFalse();
    }

    @Test
    void dropsAChunkThatIsCutOffOrEmpty() {
        assertThat(takes("-p sctp ! --chunk-types any DATA", sctp(3, 0, 0, 4, 0, 0)))
                .isNull();
        assertThat(takes("-p sctp --chunk-types any ALL", sctp(3, 0, 0, 0))).isNull();
        assertThat(takes("-p sctp --chunk-types any DATA", sctp())).isNull();
    }
}

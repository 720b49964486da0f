package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.Network;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.replay.report.DropAdvice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However a frame ends, the user is told what would change it, or why nothing would. */
class DropAdviceTest {
    @ParameterizedTest
    @EnumSource(DropReason.class)
    void saysSomethingOfEachReason(DropReason reason) {
        Network network = SmallHost.load().network();
        byte[] bytes = Packets.syn(SmallHost.BR0, SmallHost.A, "10.0.0.10:40000", "192.168.9.2:80");
        Frame frame = network.kernel().pool().allocate(bytes.length);
        frame.put(0, bytes);
        String help = DropAdvice.help(frame, "host", "eth0", reason, null, network);
        assertThat(help).isNotBlank().doesNotEndWith(".").doesNotContain("null").hasSizeLessThan(250);
        boolean rare = reason == DropReason.NOT_SPECIFIED;
        assertThat(help.equals("--trace FILE shows the step before it")).isEqualTo(rare);
        frame.free();
    }
}

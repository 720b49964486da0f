package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.TcpHeader;
import io.ringway.replay.request.Direction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Captures taken at a sender whose device was to fill the checksums in. */
class OffloadedChecksumsTest {
    private static final int TCP_CHECKSUM = 14 + 20 + TcpHeader.CHECKSUM_OFFSET;

    /** 10.0.0.10 + 10.0.0.11 + TCP + 20 bytes of segment, added up by hand. */
    private static final int PSEUDO_HEADER = 0x0a00 + 0x000a + 0x0a00 + 0x000b + 6 + 20;

    @TempDir
    Path folder;

    private final byte[] sound = Packets.tcp(SmallHost.B, SmallHost.A, "10.0.0.10:1", "10.0.0.11:80", 2, 7, 0);
    private final List<String> warnings = new ArrayList<>();

    private byte[] sent(int checksum, boolean keeps) throws IOException {
        byte[] frame = sound.clone();
        frame[TCP_CHECKSUM] = (byte) (checksum >>> 8);
        frame[TCP_CHECKSUM + 1] = (byte) checksum;
        Path capture = new PcapBytes().at(0, frame).write(folder.resolve("in.pcap"));
        Path out = folder.resolve("out.pcap");
        try (Replay replay = SmallHost.load().replay().in("a:eth0", capture)) {
            if (keeps) {
                replay.keepChecksums();
            }
            replay.out("a:eth0", out, Direction.OUT);
            warnings.addAll(replay.run().warnings());
        }
        return PcapBytes.read(out).get(0).frame();
    }

    @Test
    void areCompletedAndCounted() throws IOException {
        assertThat(sent(PSEUDO_HEADER, false)).isEqualTo(sound);
        assertThat(warnings)
                .containsExactly(
                        "1 checksums that had been left to the device were completed (--no-fixcsum keeps them)");
    }

    @Test
    void areKeptWhereThatIsWanted() throws IOException {
        assertThat(sent(PSEUDO_HEADER, true)).isNotEqualTo(sound);
        assertThat(warnings).isEmpty();
    }

    @Test
    void thatAreWrongInAnyOtherWayStayWrong() throws IOException {
        byte[] frame = sent(PSEUDO_HEADER + 1, false);
        assertThat(frame[TCP_CHECKSUM + 1]).isEqualTo((byte) (PSEUDO_HEADER + 1));
        assertThat(warnings).isEmpty();
    }
}

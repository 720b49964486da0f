package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.DropReason;
import io.ringway.packet.MacAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Which group frames a bridge passes on, and which it holds malformed. */
class BridgeGroupTest extends ThreeHostsOnABridge {
    @Test
    void dropsAGroupSourceAddress() {
        bench.inject(a, Frames.plain(B, MacAddress.parse("01:00:5e:00:00:05")));
        assertThat(bench.network.accounts().droppedFrames(DropReason.MAC_INVALID_SOURCE))
                .isEqualTo(1);
        assertThat(bench.arrivals()).containsExactly("host:va");
    }

    @Test
    void forwardsTheSpanningTreeGroupButNotLldp() {
        bench.inject(a, Frames.plain(MacAddress.parse("01:80:c2:00:00:00"), A));
        assertThat(bench.arrivals()).contains("b:eth0", "c:eth0");
        bench.inject(a, Frames.plain(MacAddress.parse("01:80:c2:00:00:0e"), A));
        assertThat(bench.arrivals()).containsExactly("host:va");
    }

    @Test
    void forwardsTheGroupsOfItsMask() {
        bridge.settings().groupForwardMask = 1 << 0xe;
        bench.inject(a, Frames.plain(MacAddress.parse("01:80:c2:00:00:0e"), A));
        assertThat(bench.arrivals()).contains("b:eth0", "c:eth0");
    }

    @Test
    void passesNoMalformedIgmp() {
        byte[] frame = Frames.plain(MacAddress.parse("01:00:5e:01:02:03"), A);
        frame[12] = 8;
        frame[13] = 0;
        bench.inject(a, frame);
        assertThat(bench.arrivals()).containsExactly("host:va");
        bridge.setSnooping(false);
        bench.inject(a, frame);
        assertThat(bench.arrivals()).contains("b:eth0", "c:eth0");
    }

    @Test
    void looksBehindATagOnlyIfItWasTakenOffOnReceipt() {
        byte[] frame = Frames.plain(MacAddress.parse("01:00:5e:01:02:03"), A);
        byte[] tagged = Arrays.copyOf(frame, frame.length);
        System.arraycopy(new byte[] {(byte) 0x81, 0, 0, 5, 8, 0}, 0, tagged, 12, 6);
        bench.inject(bridge, tagged);
        assertThat(bench.arrivals()).contains("b:eth0", "c:eth0");
        bench.inject(a, tagged);
        assertThat(bench.arrivals()).containsExactly("host:va");
    }

    @Test
    void passesIgmpOfATypeThatItDoesNotKnow() {
        bench.inject(a, igmp("9900860d" + "e0000001"));
        assertThat(bench.arrivals()).contains("b:eth0", "c:eth0");
    }

    @Test
    void passesAReportOnlyWithAllRecordsThatItClaims() {
        bench.inject(a, igmp("2200c5f90000000202000000ef010203" + "01000000ef010204"));
        assertThat(bench.arrivals()).contains("b:eth0", "c:eth0");
        bench.inject(a, igmp("2200d9f90000000202000000ef010203"));
        bench.inject(a, igmp("2200d9fa0000000102000001ef010203"));
        assertThat(bench.arrivals()).doesNotContain("b:eth0", "c:eth0");
    }

    /** To 224.0.0.1; header checksum and IGMP checksum are made right. */
    private static byte[] igmp(String message) {
        byte[] igmp = HexFormat.of().parseHex(message);
        ByteBuffer frame = ByteBuffer.allocate(34 + igmp.length);
        frame.putShort((short) 0x0100).putInt(0x5e00_0001).put(new byte[] {2, 0, 0, 0, 0, 1});
        frame.putShort((short) 0x0800).putShort((short) 0x4500).putShort((short) (20 + igmp.length));
        frame.putInt(0)
                .putShort((short) 0x0102)
                .putShort((short) 0)
                .putInt(0x0a000001)
                .putInt(0xe0000001);
        frame.put(igmp).putShort(36, (short) 0);
        frame.putShort(24, (short) checksum(frame, 14, 34)).putShort(36, (short) checksum(frame, 34, frame.capacity()));
        return frame.array();
    }

    private static int checksum(ByteBuffer frame, int from, int to) {
        int sum = 0;
        for (int at = from; at < to; at += 2) {
            sum += frame.getShort(at) & 0xffff;
        }
        return ~(sum % 0xffff) & 0xffff;
    }
}

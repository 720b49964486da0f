package io.ringway.conformance.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FrameLineTest {
    private static final String MACS = "ffffffffffff" + "02000000000a";
    private static final String IP = "4500002000070000" + "3f11" + "0000" + "0a000001" + "0a000002";

    private static String line(String hex) {
        return FrameLine.of(HexFormat.of().parseHex(hex));
    }

    @Test
    void tellsAnArpRequest() {
        assertThat(line(MACS + "0806" + "0001080006040001" + "02000000000a0a000001" + "0000000000000a000002"))
                .isEqualTo("02:00:00:00:00:0a > ff:ff:ff:ff:ff:ff ARP who has 10.0.0.2?"
                        + " tell 10.0.0.1 (02:00:00:00:00:0a), 42 bytes");
    }

    @Test
    void tellsATaggedUdpPacket() {
        assertThat(line(MACS + "8100" + "a005" + "0800" + IP + "0fa01388000c0000" + "01020304"))
                .contains("vlan 5 priority 5 10.0.0.1 > 10.0.0.2 ttl 63 id 7 UDP 4000 > 5000 length 4, 50 bytes");
    }

    @Test
    void tellsWhatAnErrorQuotes() {
        String error = "4500003800000000" + "4001" + "0000" + "0a000002" + "0a000001" + "030400000000" + "0578" + IP
                + "0fa01388000c0000";
        assertThat(line(MACS + "0800" + error))
                .contains(
                        "ICMP unreachable code 4 mtu 1400 [10.0.0.1 > 10.0.0.2 ttl 63 id 7 UDP 4000 > 5000 length 4]");
    }

    @Test
    void takesWhatIsCutOff() {
        assertThat(line("ffff")).isEqualTo("too short for Ethernet, 2 bytes");
        assertThat(line(MACS + "0800" + "45")).contains("type 0x0800, 15 bytes");
        assertThat(line(MACS + "0800" + IP + "0fa0")).contains("protocol 17, 36 bytes");
    }
}

package io.ringway.nat;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.nat.rules.RestoreOptions;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Randomness;
import io.ringway.packet.TcpHeader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines that LOG and NFLOG write, in the fields of {@code nf_log_syslog.c}. */
final class LoggingTest {
    private static final int IP = EthernetHeader.LENGTH;
    private static final int TCP = IP + 20;

    private final List<String> lines = new ArrayList<>();
    private boolean isRead = true;

    private final TestHost host = new TestHost() {
        @Override
        public boolean isLogging() {
            return isRead;
        }

        @Override
        public void log(Frame frame, int level, String line) {
            lines.add(level + "|" + line);
        }
    };
    private final Netfilter netfilter = new Netfilter(host, new Randomness(1));

    private Frame syn() {
        Frame frame = new TestFrames().tcp("192.0.2.1", 40000, "198.51.100.7", 80, TcpHeader.SYN);
        frame.setIngressIfindex(TestHost.ETH0);
        frame.setRoute(TestHost.ETH1, 0);
        return frame;
    }

    private void rule(String rule) {
        netfilter.restore("*filter\n-A " + rule + "\nCOMMIT\n", RestoreOptions.NONE);
    }

    private String only() {
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    @Test
    void writesTheFieldsOfASynWithPrefixAndLevel() {
        rule("FORWARD -j LOG --log-level 6 --log-prefix \"new: \"");
        assertThat(netfilter.run(Hook.FORWARD, syn())).isTrue();
        assertThat(only())
                .startsWith("6|new: IN=eth0 OUT=eth1 MAC=")
                .contains(":08:00 SRC=192.0.2.1 DST=198.51.100.7 LEN=40 TOS=0x00 PREC=0x00 TTL=")
                .contains(" PROTO=TCP SPT=40000 DPT=80 WINDOW=")
                .endsWith(" RES=0x00 SYN URGP=0 ");
    }

    @Test
    void leavesTheLinkOutWhereThePacketWasMadeHere() {
        rule("OUTPUT -j LOG");
        netfilter.run(Hook.OUTPUT, syn());
        assertThat(only()).startsWith("4|IN= OUT=eth1 SRC=");
    }

    @Test
    void addsWhatItsFlagsAskFor() {
        rule("FORWARD -j LOG --log-tcp-sequence --log-macdecode --log-uid");
        Frame frame = syn();
        frame.setMark(0x1f);
        netfilter.run(Hook.FORWARD, frame);
        assertThat(only())
                .contains(" MACSRC=")
                .contains(" MACDST=")
                .contains(" MACPROTO=0800 SRC=")
                .contains(" DPT=80 SEQ=")
                .endsWith("URGP=0 MARK=0x1f ");
    }

    @Test
    void showsTypeOfServiceAndPrecedenceApart() {
        rule("FORWARD -j LOG");
        Frame frame = syn();
        frame.putU8(IP + 1, 0xff);
        netfilter.run(Hook.FORWARD, frame);
        assertThat(only()).contains(" TOS=0x1E PREC=0xE0 ");
    }

    @Test
    void showsReservedBitsAndFlagsInTheKernelsOrder() {
        rule("FORWARD -j LOG");
        Frame frame = syn();
        frame.putU8(TCP + 12, 0x5f);
        frame.putU8(TCP + 13, 0xff);
        netfilter.run(Hook.FORWARD, frame);
        assertThat(only()).contains(" RES=0x38 AE CWR ECE URG ACK PSH RST SYN FIN URGP=0 ");
    }

    @Test
    void saysOfALaterFragmentWhereItBelongs() {
        rule("FORWARD -j LOG");
        Frame frame = syn();
        frame.putU16(IP + 6, 0x2000 | 5);
        netfilter.run(Hook.FORWARD, frame);
        assertThat(only()).contains(" MF FRAG:5 PROTO=TCP ").doesNotContain("SPT=");
    }

    @Test
    void saysHowMuchThereIsOfAHeaderThatIsCutShort() {
        rule("FORWARD -j LOG");
        Frame frame = syn();
        frame.putU16(IP + 2, 32);
        frame.setLength(IP + 32);
        netfilter.run(Hook.FORWARD, frame);
        assertThat(only()).endsWith("PROTO=TCP INCOMPLETE [12 bytes] ");
    }

    @Test
    void namesTheGroupOfNflog() {
        rule("FORWARD -j NFLOG --nflog-group 7 --nflog-prefix all");
        netfilter.run(Hook.FORWARD, syn());
        assertThat(only()).startsWith("-1|NFLOG group 7 allIN=eth0 OUT=eth1 ");
    }

    @Test
    void namesTheBridgePortsOfABridgedPacket() {
        rule("FORWARD -j LOG");
        Frame frame = syn();
        frame.bridgeInfo().setPorts(TestHost.ETH1, TestHost.ETH0);
        netfilter.run(Hook.FORWARD, frame);
        assertThat(only()).startsWith("4|IN=eth0 OUT=eth1 PHYSIN=eth1 PHYSOUT=eth0 MAC=");
    }

    @Test
    void countsWhereNobodyReads() {
        isRead = false;
        rule("FORWARD -j LOG");
        netfilter.run(Hook.FORWARD, syn());
        assertThat(lines).isEmpty();
        assertThat(netfilter.save(true)).contains("[1:40] -A FORWARD -j LOG");
    }
}

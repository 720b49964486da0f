package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.TcpHeader;
import io.ringway.replay.output.ConnectionFile;
import io.ringway.replay.request.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flows that began before their capture did: picked up in the middle as the kernel does, or known beforehand. */
class EarlierFlowTest {
    @TempDir
    Path folder;

    private final Ringway ringway = SmallHost.load();
    private Path data;
    private Path answer;
    private Path out;

    @BeforeEach
    void bothSidesAreInTheMiddleOfATransfer() throws IOException {
        int flags = TcpHeader.ACK | TcpHeader.PSH;
        data = new PcapBytes()
                .at(0, Packets.tcp(SmallHost.BR0, SmallHost.A, "10.0.0.10:40000", "192.168.9.2:80", flags, 7000, 9000))
                .write(folder.resolve("a.pcap"));
        answer = new PcapBytes()
                .at(
                        1000,
                        Packets.tcp(
                                SmallHost.ETH0,
                                SmallHost.OUT,
                                "192.168.9.2:80",
                                "192.168.9.1:40000",
                                flags,
                                9000,
                                7000))
                .write(folder.resolve("out.pcap"));
        out = folder.resolve("seen.pcap");
        ringway.command("iptables -I FORWARD -m conntrack --ctstate INVALID -j DROP");
    }

    private List<String> seenBehindTheHost() throws IOException {
        ringway.replay()
                .in("a:eth0", data)
                .in("out:eth0", answer)
                .out("a:eth0", out, Direction.IN)
                .out("out:eth0", folder.resolve("outside.pcap"), Direction.IN)
                .run();
        List<String> seen = new ArrayList<>(PcapBytes.texts(folder.resolve("outside.pcap")));
        seen.addAll(PcapBytes.texts(out));
        return seen.stream().filter(text -> text.startsWith("tcp")).toList();
    }

    @Test
    void arePickedUpAndTranslatedLikeNewOnes() throws IOException {
        assertThat(seenBehindTheHost())
                .containsExactly("tcp 192.168.9.1:40000 > 192.168.9.2:80 .", "tcp 192.168.9.2:80 > 10.0.0.10:40000 .");
        assertThat(ringway.command("conntrack -L").stdout())
                .contains(
                        "ESTABLISHED src=10.0.0.10 dst=192.168.9.2 sport=40000 dport=80 src=192.168.9.2 dst=192.168.9.1");
    }

    @Test
    void areInvalidWhereTheHostPicksNothingUp() throws IOException {
        ringway.command("sysctl -w net.netfilter.nf_conntrack_tcp_loose=0");
        assertThat(seenBehindTheHost())
                .as("what the answer gets of the host itself")
                .containsExactly("tcp 192.168.9.1:40000 > 192.168.9.2:80 R");
    }

    @Test
    void goOnWhereTheHostKnewThem() throws IOException {
        ringway.command("sysctl -w net.netfilter.nf_conntrack_tcp_loose=0");
        Path known = Files.writeString(
                folder.resolve("known"),
                "tcp 6 431999 ESTABLISHED src=10.0.0.10 dst=192.168.9.2 sport=40000 dport=80"
                        + " src=192.168.9.2 dst=192.168.9.1 sport=80 dport=40000 [ASSURED] mark=0 use=1\n");
        ringway.connections(ConnectionFile.parse(known.toString()));
        assertThat(seenBehindTheHost()).hasSize(2);
    }
}

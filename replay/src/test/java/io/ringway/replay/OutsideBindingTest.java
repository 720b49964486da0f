package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringway.packet.TcpHeader;
import io.ringway.replay.conversation.Conversation;
import io.ringway.replay.conversation.Verdict;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts of a capture that are outside of the model, behind an interface that goes there. */
class OutsideBindingTest {
    private static final String LAB = """
            ip netns add web
            ip tuntap add dev eth0 mode tap
            ip link add v0 type veth peer name eth0 netns web
            ip addr add 10.0.0.1/24 dev v0
            ip -n web addr add 10.0.0.2/24 dev eth0
            ip addr add 192.0.2.10/24 dev eth0
            ip link set eth0 up; ip link set v0 up; ip -n web link set eth0 up
            ip route add default via 192.0.2.1
            ip -n web route add default via 10.0.0.1
            sysctl -w net.ipv4.ip_forward=1
            iptables -t nat -A PREROUTING -p tcp --dport 8080 -j DNAT --to 10.0.0.2:80
            iptables -t nat -A POSTROUTING -s 10.0.0.0/24 -o eth0 -j MASQUERADE
            """;
    private static final String CLIENT = "203.0.113.9:40000";
    private static final String SERVER = "198.51.100.80:80";

    @TempDir
    Path folder;

    private final Ringway ringway = Ringway.parse("lab", LAB);

    @Test
    void keepTheirAddressesAndReachWhatIsPublished() throws IOException {
        Conversation only = bind("203.0.113.9=outside", "198.51.100.80=web").get(0);
        assertThat(only.verdict()).as("%s", only.lost()).isEqualTo(Verdict.COMPLETE);
        assertThat(only.tupleAtInitiator()).isEqualTo("203.0.113.9:40000 > 192.0.2.10:8080");
        assertThat(only.tupleAtResponder()).isEqualTo("203.0.113.9:40000 > 10.0.0.2:80");
        assertThat(only.initiatorHost()).isEqualTo("outside");
    }

    @Test
    void areAskedFromInside() throws IOException {
        Conversation only = bind("203.0.113.9=web", "0.0.0.0/0=outside").get(0);
        assertThat(only.verdict()).as("%s", only.lost()).isEqualTo(Verdict.COMPLETE);
        assertThat(only.tupleAtResponder()).isEqualTo("192.0.2.10:40000 > 198.51.100.80:80");
    }

    @Test
    void haveTheAddressThatNobodyInTheModelHas() throws IOException {
        Conversation only = bind("203.0.113.9=192.0.2.77", "198.51.100.80=web").get(0);
        assertThat(only.verdict()).as("%s", only.lost()).isEqualTo(Verdict.COMPLETE);
        assertThat(only.tupleAtResponder()).isEqualTo("192.0.2.77:40000 > 10.0.0.2:80");
    }

    @Test
    void doNotTakeWhatTheModelHasItself() throws IOException {
        ringway.command("ip route add 203.0.113.0/24 via 10.0.0.2");
        Conversation only = bind("203.0.113.9=outside", "198.51.100.80=web").get(0);
        assertThat(only.tupleAtInitiator())
                .as("the gateway's address, since the model's routes to the recorded one lead elsewhere")
                .isEqualTo("192.0.2.1:40000 > 192.0.2.10:8080");
    }

    @Test
    void areRefusedWhereTheModelHasNoWayOut() {
        Replay replay = SmallHost.load().replay();
        assertThatThrownBy(() -> replay.binding().host("203.0.113.9=outside"))
                .isInstanceOf(ReplayException.class)
                .hasMessage("no namespace \"outside\" in the lab; it has host, a, b, out");
        assertThatThrownBy(() -> replay.binding().host("203.0.113.9=192.0.2.77"))
                .isInstanceOf(ReplayException.class)
                .hasMessageStartingWith("nobody in the model has 192.0.2.77, and it has no outside segment");
    }

    private List<Conversation> bind(String... hosts) throws IOException {
        PcapBytes capture = new PcapBytes()
                .at(0, Packets.tcp(1, 2, CLIENT, SERVER, TcpHeader.SYN, 1000, 0))
                .at(10, Packets.tcp(2, 1, SERVER, CLIENT, TcpHeader.SYN | TcpHeader.ACK, 5000, 1001))
                .at(20, Packets.tcp(1, 2, CLIENT, SERVER, TcpHeader.ACK, 1001, 5001));
        try (Replay replay = ringway.replay()) {
            for (String host : hosts) {
                replay.binding().host(host);
            }
            return replay.capture(capture.write(folder.resolve("all.pcap")))
                    .run()
                    .conversations();
        }
    }
}

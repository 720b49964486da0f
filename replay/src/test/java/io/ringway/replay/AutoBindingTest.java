package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringway.packet.TcpHeader;
import io.ringway.replay.binding.Binding;
import io.ringway.replay.conversation.Verdict;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is proposed for a capture, and what is not decided. */
class AutoBindingTest {
    private static final int SYN = TcpHeader.SYN;
    private static final int SYN_ACK = SYN | TcpHeader.ACK;

    @TempDir
    Path folder;

    private Ringway ringway;

    @BeforeEach
    void twoServersInANetwork() {
        ringway = network("web1", "web2");
    }

    @Test
    void doesNotGuessWhichOfTwoItIs() {
        assertThatThrownBy(() -> propose(new PcapBytes().at(0, syn("10.9.9.9:40000", "10.1.2.3:80"))))
                .isInstanceOf(ReplayException.class)
                .matches(refused -> ((ReplayException) refused).isUsage())
                .hasMessage("--bind auto could not decide: who stands for 10.1.2.3 (tcp 80): --host 10.1.2.3=web1 or"
                        + " --host 10.1.2.3=web2; one of each beside --bind auto tells");
    }

    @Test
    void oneOfTheFlagsBesideItTells() throws IOException {
        Binding binding = ringway.replay().binding().host("10.1.2.3=web2");
        assertThat(propose(new PcapBytes().at(0, syn("10.9.9.9:40000", "10.1.2.3:80")), binding))
                .containsExactly("--host 0.0.0.0/0=out");
    }

    @Test
    void twoServersTakeTwoInTheirOrder() throws IOException {
        assertThat(propose(new PcapBytes()
                        .at(0, syn("10.9.9.9:40000", "10.1.2.4:80"))
                        .at(1, syn("10.9.9.9:40001", "10.1.2.3:80"))))
                .containsExactly("--host 10.1.2.3=web1", "--host 10.1.2.4=web2", "--host 0.0.0.0/0=out");
    }

    @Test
    void aSynTellsWhoAsksWhateverThePorts() throws IOException {
        ringway = network("db", "app");
        assertThat(propose(new PcapBytes().at(0, syn("10.9.9.9:80", "10.1.2.3:5432"))))
                .containsExactly("--host 10.1.2.3=db", "--host 0.0.0.0/0=out");
    }

    @Test
    void anAnswerThatWasCapturedFirstIsOne() throws IOException {
        ringway = network("db", "app");
        assertThat(propose(new PcapBytes().at(0, Packets.tcp(2, 1, "10.1.2.3:5432", "10.9.9.9:1000", SYN_ACK, 1, 1))))
                .containsExactly("--host 10.1.2.3=db", "--host 0.0.0.0/0=out");
    }

    @Test
    void whoHasTheAddressIsIt() throws IOException {
        assertThat(propose(new PcapBytes().at(0, syn("10.0.0.3:40000", "10.1.2.3:80"))))
                .containsExactly("--host 10.0.0.3=web2", "--host 0.0.0.0/0=out");
    }

    @Test
    void aServerThatManyAskIsInside() throws IOException {
        ringway = network("node");
        PcapBytes capture = new PcapBytes();
        for (int i = 1; i <= 3; i++) {
            capture.at(i, syn("10.9.9." + i + ":40000", "10.1.2.3:7777"));
        }
        assertThat(propose(capture)).containsExactly("--host 10.1.2.3=node", "--host 0.0.0.0/0=out");
    }

    @Test
    void whoOnlyAsksIsInsideWhereNoServerIs() throws IOException {
        ringway = network("node", "more");
        assertThat(propose(new PcapBytes()
                        .at(0, syn("10.9.9.9:40000", "10.1.2.3:7777"))
                        .at(1, syn("10.9.9.9:40001", "10.1.2.4:7777"))))
                .containsExactly("--host 10.9.9.9=node", "--host 0.0.0.0/0=out");
    }

    @Test
    void portsFollowTheOneThatIsPublished() throws IOException {
        ringway.command("iptables -t nat -A PREROUTING -p tcp --dport 8000 -j DNAT --to-destination 10.0.0.3:3000");
        assertThat(propose(new PcapBytes().at(0, syn("10.9.9.9:40000", "10.1.2.3:80"))))
                .containsExactly("--host 10.1.2.3=web2", "--host 0.0.0.0/0=out", "--port 80=8000");
    }

    @Test
    void manyServersOfAPortAreServersOfTheWorldAndItSaysSo() throws IOException {
        ringway = network("web");
        PcapBytes capture = new PcapBytes();
        for (int i = 1; i <= 6; i++) {
            capture.at(i, syn("10.9.9.9:4000" + i, "10.1.2." + i + ":443"));
        }
        Binding binding = ringway.replay().binding();
        assertThat(propose(capture, binding)).containsExactly("--host 10.9.9.9=web", "--host 0.0.0.0/0=out");
        assertThat(binding.notes())
                .containsExactly(
                        "6 hosts, 10.1.2.1 (tcp 443) the first, could be web, and none was taken for it: --host"
                                + " ADDRESS=web says which is");
    }

    @Test
    void whatAHostSaysToItselfIsSaidByTheHost() throws IOException {
        PcapBytes capture = new PcapBytes()
                .at(0, syn("127.0.0.1:40000", "127.0.0.1:80"))
                .at(10, Packets.tcp(1, 1, "127.0.0.1:80", "127.0.0.1:40000", SYN_ACK, 1, 2));
        Path file = capture.write(folder.resolve("lo.pcap"));
        try (Replay replay = ringway.replay()) {
            assertThat(replay.binding().propose(List.of(file))).containsExactly("--host 127.0.0.0/8=host");
            assertThat(replay.capture(file).run().conversations())
                    .singleElement()
                    .satisfies(one ->
                            assertThat(one.verdict()).as("%s", one.lost()).isEqualTo(Verdict.COMPLETE));
        }
    }

    @Test
    void aCaptureWithoutHostsIsNoWrongUsage() throws IOException {
        Path file = new PcapBytes()
                .at(0, Packets.arpRequest(2, "10.9.9.9", "10.1.2.3"))
                .write(folder.resolve("arp.pcap"));
        try (Replay replay = ringway.replay()) {
            assertThat(replay.binding().propose(List.of(file))).isEmpty();
            assertThat(replay.capture(file).run().warnings())
                    .singleElement()
                    .asString()
                    .endsWith("1 frames were left out: 1 of ARP, which the model's hosts do themselves");
        }
    }

    private static byte[] syn(String from, String to) {
        return Packets.tcp(1, 2, from, to, SYN, 1, 0);
    }

    private List<String> propose(PcapBytes capture) throws IOException {
        return propose(capture, ringway.replay().binding());
    }

    private List<String> propose(PcapBytes capture, Binding binding) throws IOException {
        return binding.propose(List.of(capture.write(folder.resolve("all.pcap"))));
    }

    /** A host with a bridge, the namespaces on it, and {@code out} behind its default route. */
    private static Ringway network(String... names) {
        StringBuilder lab = new StringBuilder("""
                ip link add br0 type bridge
                ip addr add 10.0.0.1/24 dev br0
                ip link set br0 up
                ip netns add out
                ip link add eth0 type veth peer name eth0 netns out
                ip addr add 192.168.9.1/24 dev eth0
                ip link set eth0 up
                ip -n out addr add 192.168.9.2/24 dev eth0
                ip -n out link set eth0 up
                ip route add default via 192.168.9.2
                """);
        int host = 2;
        for (String name : names) {
            lab.append("""
                    ip netns add %1$s
                    ip link add v%1$s type veth peer name eth0 netns %1$s
                    ip link set v%1$s master br0 up
                    ip -n %1$s addr add 10.0.0.%2$d/24 dev eth0
                    ip -n %1$s link set eth0 up
                    """.formatted(name, host++));
        }
        return Ringway.parse("lab", lab.toString());
    }
}

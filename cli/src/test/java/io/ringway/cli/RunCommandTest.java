package io.ringway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ringway run}, and what ends when its reader does. */
class RunCommandTest {
    @TempDir
    Path folder;

    private String lab;

    @BeforeEach
    void aSmallLab() throws IOException {
        lab = Files.writeString(
                        folder.resolve("lab.sh"),
                        "$ ip netns add web\n$ ip -n web link set lo up\n$ ip -n web addr add 10.0.0.1/24 dev lo\n")
                .toString();
    }

    @Test
    void printsWhatTheCommandBehindTheDashesPrints() {
        Run run = Run.ringway("run", lab, "--", "ip", "-n", "web", "-br", "addr");
        assertThat(run.out()).isEqualTo("lo               UNKNOWN        127.0.0.1/8 10.0.0.1/24 \n");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void takesTheCommandAsOneWordOrWithItsOperatorsAsWords() {
        assertThat(Run.ringway("run", lab, "--", "ip -n web addr | grep -c inet")
                        .out())
                .isEqualTo("2\n");
        assertThat(Run.ringway("run", lab, "--", "ip", "-n", "web", "addr", "|", "grep", "-c", "inet")
                        .out())
                .isEqualTo("2\n");
        assertThat(Run.ringway("run", "--", "echo", "a  b", "it's").out()).isEqualTo("a  b it's\n");
    }

    @Test
    void namesProtocolsAsOlderVersionsDoWhereAsked() {
        String rules = "iptables -A INPUT -p tcp --dport 80 -j DROP; iptables -A INPUT -j ACCEPT; iptables -nL INPUT";
        assertThat(Run.ringway("run", "--", rules).out())
                .contains("DROP       6    --  0.0.0.0/0", "ACCEPT     0    --  0.0.0.0/0");
        assertThat(Run.ringway("run", "--protocol-names", "--", rules).out())
                .contains("DROP       tcp  --  0.0.0.0/0", "ACCEPT     all  --  0.0.0.0/0", "tcp dpt:80");
    }

    @Test
    void keepsWhatIp6tablesIsToldAndSaysWarnings() {
        Run run = Run.ringway(
                "run", "--", "ip6tables -A INPUT -p ipv6-icmp -j ACCEPT; ip6tables-save; iptables -A INPUT -i a/b");
        assertThat(run.out()).contains("-A INPUT -p ipv6-icmp -j ACCEPT");
        assertThat(run.err()).startsWith("Warning: weird character in interface `a/b'");
    }

    @Test
    void endsWithTheToolsExitCodeAndWords() {
        Run run = Run.ringway("run", lab, "--", "ip -n web link set eth9 up");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("Cannot find device \"eth9\"\n");
        assertThat(Run.ringway("run", lab, "--", "ip netns del nope").exitCode())
                .isEqualTo(1);
        assertThat(Run.ringway("run", lab, "--", "ip -n nope link").exitCode()).isEqualTo(255);
    }

    @Test
    void refusesWithItsPlaceWhatIsNoCommandOfTheLab() {
        Run run = Run.ringway("run", lab, "--", "ip -n web addr | less");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("ringway: command:1:18: less: pipes lead into grep, head, tail and wc only\n");
        assertThat(run.out()).isEmpty();
        assertThat(Run.ringway("run", folder.resolve("no.sh").toString()).exitCode())
                .isEqualTo(2);
        assertThat(Run.ringway("run").err()).contains("name a LAB");
        assertThat(Run.ringway("run").exitCode()).isEqualTo(2);
    }

    @Test
    void aReaderWhoHasSeenEnoughIsNoError() {
        assertThat(execute(new StandardOutput(failing("Broken pipe")))).isZero();
        assertThat(execute(new StandardOutput(failing("No space left on device"))))
                .isEqualTo(1);
        assertThat(execute(new StandardOutput(new ByteArrayOutputStream()))).isZero();
    }

    private int execute(OutputStream out) {
        PrintWriter err = new PrintWriter(new ByteArrayOutputStream(), true, UTF_8);
        return RingwayCommand.execute(new PrintWriter(out, true, UTF_8), err, "run", lab, "--", "ip link");
    }

    private static OutputStream failing(String words) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(words);
            }
        };
    }

    @Test
    void goesOnBehindACommandWhoseOptionIsUnknown() {
        Run run = Run.ringway(
                "run", lab, "--", "ip -foo a; bridge -n web link; bridge -n nosuch link; ip -c=auto -br neigh; true");
        assertThat(run.err())
                .isEqualTo("Option \"-foo\" is unknown, try \"ip -help\".\n"
                        + "Cannot open network namespace \"nosuch\": No such file or directory\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void anOlderToolIsRefusedWithWhatDoesItsWork() {
        Run run = Run.ringway("run", lab, "--", "brctl", "show");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("ringway: command:1:1: brctl is not part of Ringway's lab language:"
                        + " ip link add … type bridge, bridge link and bridge fdb do the same\n");
    }
}

package io.ringway.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringway.engine.Network;
import io.ringway.engine.core.Kernel;
import org.junit.jupiter.api.Test;

/** Commands that go on where one fails, as bash does; each expectation is what bash prints of the same text. */
class GoOnTest {
    private final Network network = new Network(new Kernel(1));
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder err = new StringBuilder();

    @Test
    void aFailingCommandPrintsItsToolsWordsAndTheNextOneRuns() {
        assertThat(run("ip link set foo up\necho on")).isZero();
        assertThat(out).hasToString("on\n");
        assertThat(err).hasToString("Cannot find device \"foo\"\n");
    }

    @Test
    void theExitCodeIsThatOfTheLastCommand() {
        assertThat(run("echo on\nip link set foo up")).isEqualTo(1);
        assertThat(run("iptables -A NOPE -j ACCEPT")).isEqualTo(1);
        assertThat(run("ip netns del nope; true")).isZero();
    }

    @Test
    void whatStandsBehindAndAndRunsAfterSuccessOnly() {
        run("ip link set foo up && echo a && echo b; echo c && echo d");
        assertThat(out).hasToString("c\nd\n");
    }

    @Test
    void afterSetMinusEAFailureEndsTheRunUnlessAndAndFollows() {
        assertThat(run("set -e\nip link set foo up && echo a\necho b\nip link set foo up\necho c"))
                .isEqualTo(1);
        assertThat(out).hasToString("b\n");
    }

    @Test
    void aPipeEndsWithItsLastCommandsExitCode() {
        assertThat(run("ip link set foo up | wc -l")).isZero();
        assertThat(run("echo a | grep b")).isEqualTo(1);
        assertThat(out).hasToString("0\n");
        assertThat(run("set -o pipefail\nip link set foo up | wc -l")).isEqualTo(1);
    }

    @Test
    void aPipeMayGoOnInTheNextLineAndTakeAHeredoc() {
        run("echo abc |\n  grep b |\n wc -c\ncat <<EOF | grep -n x\nx\ny x\nz\nEOF\n");
        assertThat(out).hasToString("4\n1:x\n2:y x\n");
    }

    @Test
    void settingsAreReadFromTheirFilesInTheNamespaceOfTheCommand() {
        run("ip netns add a\necho 1 > /proc/sys/net/ipv4/ip_forward\ncat /proc/sys/net/ipv4/ip_forward\n"
                + "ip netns exec a cat /proc/sys/net/ipv4/ip_forward\ncat /proc/sys/net/nope");
        assertThat(out).hasToString("1\n0\n");
        assertThat(err).hasToString("cat: /proc/sys/net/nope: No such file or directory\n");
    }

    @Test
    void whatTheModelDoesNotHaveEndsTheRunWithItsPlace() {
        assertThatThrownBy(() -> run("echo a\ncat /etc/hosts\necho b"))
                .isInstanceOf(LabException.class)
                .hasMessage("lab.sh:2:5: cat of a file outside of /proc/sys/ and /proc/net/ is not modelled yet");
        assertThat(out).hasToString("a\n");
    }

    @Test
    void theNameOfTheFolderIsTheOnlySubstitution() {
        run("echo $(basename $(pwd))_default \"x_$(basename $(pwd))\"");
        assertThat(out).hasToString("lab_default x_lab\n");
    }

    private int run(String text) {
        return new LabRunner(network).goOn(Lab.parse("lab.sh", text), result -> {
            out.append(result.stdout());
            err.append(result.stderr());
        });
    }
}

package io.ringway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ringway trace} on the demo's host. */
class TraceCommandTest {
    private static final String LAB = "../examples/docker-host";

    @TempDir
    Path folder;

    @Test
    void showsEachHopOnceNamingTheNamespaceWhereItChanges() {
        Run run = Run.ringway("trace", LAB, "--from", "nginx", "--to", "internet", "--tcp", "80");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .startsWith(
                        "tcp 172.17.0.2:40000 > 192.168.1.1:80  from nginx",
                        "  nginx        neighbour          held: who has 172.17.0.1",
                        "               eth0               out",
                        "  host         vethnginx          in",
                        "               docker0            in")
                .contains(
                        "               filter/FORWARD     ACCEPT by rule 5: -i docker0 ! -o docker0 -j ACCEPT",
                        "               POSTROUTING        source 172.17.0.2:40000 becomes 192.168.1.100:40000",
                        "verdict: delivered to internet as tcp 192.168.1.100:40000 > 192.168.1.1:80",
                        "reply: RST")
                .endsWith("verdict: delivered to nginx", "answer:  refused (RST)")
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(run.out()).doesNotContain("\u001b");
    }

    @Test
    void anUnmetExpectationFails() {
        String[] trace = {"trace", LAB, "--from", "nginx", "--to", "api", "--icmp", "--expect", "accepted"};
        assertThat(Run.ringway(trace).exitCode()).isZero();
        trace[8] = "dropped";
        Run missed = Run.ringway(trace);
        assertThat(missed.exitCode()).isEqualTo(1);
        assertThat(missed.err())
                .isEqualTo("ringway: expected dropped, but the packet was delivered and the answer is accepted\n");
    }

    @Test
    void manyProbesGetALineEachInTheirOrder() throws IOException {
        Path probes = Files.writeString(
                folder.resolve("probes"),
                "{\"id\":\"one\",\"from\":\"nginx\",\"to\":\"api\",\"proto\":\"icmp\"}\n\n"
                        + "{\"id\":2,\"from\":\"internet\",\"to\":\"192.168.1.100\",\"proto\":\"tcp\",\"port\":8080}\n");
        Run run = Run.ringway("trace", LAB, "--probes", probes.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.out().lines().toList().get(0))
                .startsWith("{\"id\":\"one\",")
                .contains("\"answer\":\"accepted\"");
        assertThat(run.out().lines().toList().get(1)).startsWith("{\"id\":2,").contains("\"answer\":\"refused\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\1',
            value = {
                "--from nginx | trace: --from NS and --to NS",
                "--from nginx --to api | one of --tcp PORT, --udp PORT and --icmp is needed",
                "--from nginx --to api --tcp 80 --icmp | mutually exclusive",
                "--from nginx --to api --tcp 0 | --tcp 0: ports are 1 to 65535",
                "--from nginx --to api --tcp 70000 | port 70000 of api: ports are 1 to 65535",
                "--from nginx --to api --tcp x | 'x' is not a whole number that fits",
                "--from web --to api --icmp | no namespace \"web\" in the lab; it has host, nginx, api, db, internet",
                "--from nginx --to web --icmp | no namespace \"web\" in the lab",
                "--from 8.8.8.8 --to api --icmp | nobody in the model has 8.8.8.8",
                "--from nginx --to api --icmp --expect maybe | --expect maybe: delivered, dropped",
                "--from nginx --to api --icmp --sport 99999 | source port 99999",
                "--probes /dev/null | /dev/null: holds no probe",
                "--probes /dev/null --from nginx | --probes names all ends itself",
                "--probes ../examples/docker-host/nginx.pcap | nginx.pcap: not text"
            })
    void badInputGivesOneLineAndTheCodeOfUsage(String arguments, String message) {
        String[] words = ("trace " + LAB + " " + arguments).split(" ");
        Run run = Run.ringway(words);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("ringway: ")
                .contains(message);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ip link set docker0 down | the ARP request for 172.17.0.1 got to nginx eth0, host vethnginx (dropped: the bridge",
                "ip addr del 172.17.0.1/16 dev docker0 | host docker0, host local, db eth0, db local, api eth0, api local, and nobody answered",
                "iptables -t nat -F POSTROUTING | internet has no route back to 172.17.0.2",
            })
    void aBrokenNetworkIsExplained(String fault, String note) throws IOException {
        Path lab = folder.resolve("lab.sh");
        Files.writeString(lab, Files.readString(Path.of(LAB, "lab.sh")) + fault + "\n");
        Run run = Run.ringway("trace", lab.toString(), "--from", "nginx", "--to", "internet", "--tcp", "80");
        assertThat(run.out().replaceAll("\\s+", " ")).contains("note: ").contains(note);
    }
}

package io.ringway.lab.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.lab.Lab;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a snapshot shows beyond the model: ports, networks, who listened, rules that iptables-save does not show. */
class HostRecordTest {
    private static final String ID = "0123456789abcdef".repeat(4);
    private static final String FLUSHED =
            ": were its rules flushed after it started? systemctl restart docker writes them again";

    private static SnapshotText docker(String inspected, String... rules) {
        SnapshotText text = new SnapshotText();
        text.section("docker inspect", 0, inspected);
        text.namespace("self").section("iptables-save -c", 0, rules);
        return text.namespace("container " + ID + " web");
    }

    private static String web(String ports) {
        return "{\"Id\":\"" + ID + "\",\"NetworkSettings\":{\"IPAddress\":\"\",\"Networks\":{\"front\":"
                + "{\"IPAddress\":\"172.20.0.2\"}},\"Ports\":{" + ports + "}}}";
    }

    private static Lab lab(SnapshotText text) {
        return Lab.parse("s", text.toString());
    }

    private static List<String> warnings(SnapshotText text) {
        return lab(text).warnings().stream()
                .filter(line -> line.contains("docker"))
                .map(line -> line.replaceFirst("s:\\d+:\\d+: host: ", ""))
                .toList();
    }

    @Test
    void knowsWhichPortsDockerPublishesAndWhoIsOnWhichNetwork() {
        String ports =
                "\"80/tcp\":[{\"HostIp\":\"0.0.0.0\",\"HostPort\":\"8080\"},{\"HostIp\":\"::\",\"HostPort\":\"8080\"}],"
                        + "\"53/udp\":[{\"HostIp\":\"127.0.0.1\",\"HostPort\":\"53\"}],\"443/tcp\":null";
        HostRecord record = lab(docker(web(ports))).record();
        assertThat(record.ports())
                .containsExactly(
                        new HostRecord.Port("web", "udp", "127.0.0.1", 53, "172.20.0.2", 53),
                        new HostRecord.Port("web", "tcp", "0.0.0.0", 8080, "172.20.0.2", 80));
        assertThat(record.ports())
                .extracting(HostRecord.Port::toString)
                .containsExactly("127.0.0.1:53/udp (web)", "8080/tcp (web)");
        assertThat(record.networks()).containsOnlyKeys("web").containsValue(List.of("front"));
    }

    @Test
    void tellsOfRulesThatWereFlushedAfterDockerdHadWrittenThem() {
        String ports = "\"80/tcp\":[{\"HostIp\":\"0.0.0.0\",\"HostPort\":\"8080\"}]";
        String forward = "-A FORWARD -j DOCKER-USER";
        String dnat = "-A DOCKER ! -i br0 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.20.0.2:80";
        String noForward = "docker runs, but no rule of FORWARD asks its chains" + FLUSHED;
        String noDnat = "docker publishes 8080/tcp (web), but no rule of table nat leads there" + FLUSHED;
        assertThat(warnings(docker(web(ports), forward, dnat))).isEmpty();
        assertThat(warnings(docker(web(ports), "[7:9] " + forward, "[7:9] " + dnat)))
                .isEmpty();
        assertThat(warnings(docker(web(ports), dnat))).containsExactly(noForward);
        assertThat(warnings(docker(web(ports), forward))).containsExactly(noDnat);
        assertThat(warnings(docker(web(ports), forward, dnat.replace("8080", "80800"))))
                .containsExactly(noDnat);
        assertThat(warnings(docker(web(ports), forward, dnat + "80"))).containsExactly(noDnat);
        assertThat(warnings(docker(web(ports)))).containsExactly(noForward, noDnat);
        assertThat(warnings(docker("nonsense"))).isEmpty();
    }

    @Test
    void knowsWhoListened() {
        SnapshotText text = SnapshotText.host();
        text.section(
                "ss -Hltunp",
                0,
                "udp   UNCONN 0      0            0.0.0.0:53   0.0.0.0:*    users:((\"dnsmasq\"))",
                "tcp   LISTEN 0      4096      127.0.0.1:9000 0.0.0.0:*    users:((\"docker-proxy\"))",
                "tcp   LISTEN 0      511             [::]:443     [::]:*    users:((\"nginx\"),(\"nginx\"))",
                "tcp   LISTEN 0      511    10.0.0.1%eth0:22  0.0.0.0:*   ",
                "tcp   LISTEN 0      511                *:80         *:*    users:((\"nginx\"),(\"nginx\"))",
                "",
                "nonsense");
        text.namespace("name blind");
        text.namespace("name failing").section("ss -Hltunp", 1);
        assertThat(lab(text).record().listeners())
                .containsOnlyKeys("host")
                .containsEntry(
                        "host",
                        List.of(
                                new HostRecord.Listener("udp", "0.0.0.0", 53, "dnsmasq"),
                                new HostRecord.Listener("tcp", "127.0.0.1", 9000, "docker-proxy"),
                                new HostRecord.Listener("tcp", "10.0.0.1", 22, ""),
                                new HostRecord.Listener("tcp", "*", 80, "nginx")));
    }

    @Test
    void tellsWhereNftablesLooksAtPackets() {
        SnapshotText text = SnapshotText.host();
        text.section("nft list tables", 0, "table inet firewalld", "table ip filter", "table inet idle");
        text.section(
                "nft list chains",
                0,
                "table inet firewalld {",
                "\tchain filter_FORWARD {",
                "\t\ttype filter hook forward priority filter + 10; policy accept;",
                "\t}",
                "\tchain nat_PREROUTING {",
                "\t\ttype nat hook prerouting priority dstnat + 10; policy accept;",
                "\t}",
                "}",
                "table ip filter {",
                "\tchain FORWARD {",
                "\t\ttype filter hook forward priority filter; policy drop;",
                "\t}",
                "}",
                "table inet idle {",
                "\tchain unused {",
                "\t}",
                "}");
        assertThat(lab(text).record().unmodelled())
                .containsEntry("host", List.of("nftables' own table inet firewalld (at forward, prerouting)"));
        assertThat(lab(text).warnings())
                .contains(
                        "s:17: host: nftables' own table inet firewalld (at forward, prerouting): not modelled, and what it"
                                + " drops or translates the model lets pass");
    }

    @Test
    void tellsOfAPolicyThatIptablesOfTheOtherKindHas() {
        SnapshotText text = SnapshotText.host();
        text.section("iptables-legacy-save -c", 0, "*filter", ":INPUT ACCEPT [0:0]", ":FORWARD DROP [0:0]", "COMMIT");
        assertThat(lab(text).record().unmodelled())
                .containsEntry("host", List.of("policies of iptables-legacy (policy DROP of FORWARD)"));
        SnapshotText harmless = SnapshotText.host();
        harmless.section("iptables-legacy-save -c", 0, "*filter", ":FORWARD ACCEPT [0:0]", "COMMIT");
        assertThat(lab(harmless).record().unmodelled()).isEmpty();
    }
}

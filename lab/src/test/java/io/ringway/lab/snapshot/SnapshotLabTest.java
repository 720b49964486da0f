package io.ringway.lab.snapshot;

import static io.ringway.lab.snapshot.SnapshotText.host;
import static io.ringway.lab.snapshot.SnapshotText.link;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringway.engine.Network;
import io.ringway.engine.core.Kernel;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.Ipvlan;
import io.ringway.engine.device.Macvlan;
import io.ringway.engine.device.TapInterface;
import io.ringway.engine.device.VlanDevice;
import io.ringway.lab.Lab;
import io.ringway.lab.LabRunner;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SnapshotLabTest {
    private static final String ID = "0123456789abcdef".repeat(4);
    private static final String OTHER_ID = "0123ffff".repeat(8);

    private static List<String> warnings(SnapshotText text) {
        return Lab.parse("s", text.toString()).warnings();
    }

    private static Network network(SnapshotText text) {
        Network network = new Network(new Kernel(1));
        new LabRunner(network).run(Lab.parse("s", text.toString()));
        return network;
    }

    private static SnapshotText complete(SnapshotText text) {
        for (String command : List.of(
                "ip -4 -N -j -d route show table all",
                "ip -4 -j neigh show nud all",
                "bridge -j -d link show",
                "bridge -j -d fdb show",
                "sysctl",
                "iptables-save -c")) {
            text.section(command, 0);
        }
        return text.section(
                "ip -4 -N -j -d rule show",
                0,
                "[{\"priority\":0,\"src\":\"all\",\"table\":\"255\",\"protocol\":\"2\"},",
                "{\"priority\":32766,\"src\":\"all\",\"table\":\"254\",\"protocol\":\"2\"},",
                "{\"priority\":32767,\"src\":\"all\",\"table\":\"253\",\"protocol\":\"2\"}]");
    }

    @Test
    void hardwareGoesOutsideUnderItsNumberAndAddress() {
        Network network = network(host(link(4711, "eth0", "")));
        Device eth0 = network.first().device("eth0");
        assertThat(eth0).isInstanceOf(TapInterface.class);
        assertThat(eth0.ifindex()).isEqualTo(4711);
        assertThat(eth0.mac()).isEqualTo(0x0200_0000_0067L);
        assertThat(eth0.isUp()).isTrue();
        assertThat(eth0.hasCarrier()).isTrue();
    }

    @Test
    void tellsEachKindOnceThatTheModelLacks() {
        String bond = ",\"linkinfo\":{\"info_kind\":\"bond\"}";
        SnapshotText text = complete(host(link(2, "bond0", bond)));
        text.namespace("name blue", link(2, "bond0", bond));
        assertThat(warnings(complete(text)))
                .containsExactly(
                        "s:6:1: host: bond0: a link of type bond is not modelled: an interface that goes outside"
                                + " (and of 1 namespace more)");
    }

    @Test
    void tellsOnceThatNamespacesWentAwayMeanwhile() {
        String text = complete(host()).toString();
        for (int i = 2; i <= 4; i++) {
            String gone = "@" + i + " namespace\n name n" + i + "\n=0\n@" + i
                    + " ip -j -d addr show\n!nsenter: cannot open /run/netns/n" + i
                    + ": No such file or directory\n=1\n";
            text = text.replace("\n@end", gone + "\n@end");
        }
        assertThat(Lab.parse("s", text).warnings())
                .singleElement()
                .asString()
                .endsWith(
                        "n2: left out: nothing is known of it: it went away while the host was read (and of 2 namespaces more)");
    }

    @Test
    void saysWhichIpIsNeededWhereBusyboxHasItsOwn() {
        String text =
                "# ringway snapshot 1\n@1 namespace\n self\n=0\n@1 ip -j -d addr show\n!BusyBox v1.35.0 multi-call binary.\n"
                        + "!\n!Usage: ip [OPTIONS] address|route\n=1\n\n@end\n";
        assertThatThrownBy(() -> Lab.parse("s", text))
                .hasMessageContaining("nothing is known of the host: its ip is busybox's, which prints no JSON");
    }

    @Test
    void tellsWhatIsNotInstalledOrFailed() {
        SnapshotText text = complete(host());
        text.section("ipset save", 127, "!sh: ipset: not found");
        text.section("conntrack -L", 1, "!Operation failed: sorry, you must be root");
        assertThat(warnings(text))
                .anyMatch(line ->
                        line.endsWith(": host: ipset is not installed there: what it would have shown is not known"))
                .anyMatch(line ->
                        line.endsWith(": host: \"conntrack -L\" failed: Operation failed: sorry, you must be root"))
                .hasSize(2);
    }

    @Test
    void tellsWhichSectionIsMissing() {
        assertThat(warnings(host()))
                .contains("s:2:1: host: \"iptables-save -c\" is not in the snapshot")
                .hasSize(7);
    }

    @Test
    void saysWhereJsonIsBroken() {
        String text = host().section("ip -4 -N -j -d rule show", 0, "[{\"priority\":0,", "\"src\" 5}]")
                .toString();
        assertThatThrownBy(() -> Lab.parse("s", text))
                .hasMessageStartingWith("s:12:8: ip -4 -N -j -d rule show: not JSON: Unexpected character ('5'");
        String object = host().section("ip -4 -N -j -d rule show", 0, "{\"priority\":0}")
                .toString();
        assertThatThrownBy(() -> Lab.parse("s", object))
                .hasMessage("s:11: ip -4 -N -j -d rule show: a list in JSON should be here");
    }

    @Test
    void aHostOfWhichNothingIsKnownIsRefused() {
        String text =
                "# ringway snapshot 1\n@1 namespace\n self\n=0\n@1 ip -j -d addr show\n!Option -j is unknown\n=255\n@end\n";
        assertThatThrownBy(() -> Lab.parse("s", text))
                .hasMessage("s:5:1: nothing is known of the host: Option -j is unknown");
        assertThatThrownBy(() -> Lab.parse("s", "# ringway snapshot 1\n@end\n"))
                .hasMessage("s: the snapshot shows no network namespace");
    }

    @Test
    void anotherNamespaceOfWhichNothingIsKnownIsLeftOut() {
        SnapshotText text = complete(host()).section("namespace", 0, "name host");
        String closed = text.toString()
                .replace("\n@end", "@9 namespace\n name closed\n=0\n@9 ip -j -d addr show\n!nsenter: no\n=1\n@end");
        Lab lab = Lab.parse("s", closed);
        assertThat(lab.warnings())
                .singleElement()
                .asString()
                .endsWith(": closed: left out: nothing is known of it: nsenter: no");
    }

    @Test
    void namesHoldWhateverNamesMayHold() {
        Network network = network(host().namespace("name it's a \"name\" $X"));
        assertThat(network.namespace("it's a \"name\" $X")).isNotNull();
        assertThat(warnings(complete(complete(host()).namespace("name a/b"))))
                .singleElement()
                .asString()
                .contains("Invalid netns name \"a/b\"");
    }

    @Test
    void containersGoByNameAndByTheBeginningOfTheirId() {
        Network network =
                network(host().namespace("process 5\ncontainer " + OTHER_ID + " young\ncontainer " + ID + " old"));
        assertThat(network.find("old").name()).isEqualTo("old");
        assertThat(network.find("young")).isSameAs(network.find("old"));
        assertThat(network.find("01234")).isSameAs(network.find("old"));
        assertThat(network.find("0123")).as("both are in one namespace").isSameAs(network.find("old"));
        assertThat(network.find("1")).isNull();
    }

    @Test
    void theBeginningOfSeveralIdsIsNobodysName() {
        SnapshotText text = host().namespace("container " + ID + " a").namespace("container " + OTHER_ID + " b");
        assertThat(network(text).find("0123")).isNull();
        assertThat(network(text).find("01234").name()).isEqualTo("a");
    }

    @Test
    void aRuleThatTheModelRefusesIsLeftOutAlone() {
        SnapshotText text = host().section(
                        "iptables-save -c",
                        0,
                        "# Generated",
                        "*filter",
                        ":INPUT ACCEPT [5:300]",
                        ":FORWARD DROP [0:0]",
                        ":OUTPUT ACCEPT [0:0]",
                        "[1:60] -A INPUT -p tcp -m tcp --dport 80 -j ACCEPT",
                        "[2:120] -A INPUT -m nosuchmatch -j DROP",
                        "[3:180] -A FORWARD -j ACCEPT",
                        "COMMIT");
        assertThat(network(text).first().stack().netfilter().save(true))
                .contains(":INPUT ACCEPT [5:300]", "[1:60] -A INPUT -p tcp", "[3:180] -A FORWARD -j ACCEPT")
                .doesNotContain("nosuchmatch");
        assertThat(warnings(text))
                .anyMatch(
                        line -> line.equals(
                                "s:17: host: left out: [2:120] -A INPUT -m nosuchmatch -j DROP:"
                                        + " iptables-restore v1.8.9 (nf_tables): Couldn't load match `nosuchmatch':No such file or directory"));
    }

    @Test
    void aConnectionThatCannotBeReadIsLeftOutAlone() {
        SnapshotText text = host().section(
                        "conntrack -L",
                        0,
                        "nonsense",
                        "udp      17 20 src=10.0.0.1 dst=10.0.0.2 sport=1 dport=2 [UNREPLIED] src=10.0.0.2 dst=10.0.0.1 sport=2"
                                + " dport=1 mark=0 use=1");
        assertThat(network(text).first().stack().netfilter().connections().list())
                .contains("sport=1");
        assertThat(warnings(text)).anyMatch(line -> line.startsWith("s:11: host: left out: a connection: "));
    }

    @Test
    void tellsOfQueuesTablesAndRulesThatItDoesNotModel() {
        SnapshotText text = complete(host());
        text.section(
                "tc -j qdisc show",
                0,
                "[{\"kind\":\"netem\",\"dev\":\"eth0\"},{\"kind\":\"fq_codel\",\"dev\":\"eth0\"}]");
        text.section("nft list tables", 0, "table ip filter", "table inet firewalld");
        text.section("ip -6 -N -j rule show", 0, "[{\"priority\":0},{\"priority\":5},{\"priority\":32766}]");
        text.section(
                "iptables-legacy-save -c", 0, "*filter", ":INPUT ACCEPT [0:0]", "[0:0] -A INPUT -j DROP", "COMMIT");
        assertThat(warnings(text).stream()
                        .map(line -> line.replaceFirst("^s:\\d+(:1)?: host: ", ""))
                        .collect(Collectors.toList()))
                .containsExactly(
                        "queueing discipline netem of eth0 is not modelled",
                        "rules of ip -6 rule: IPv6 is not modelled",
                        "nftables' own table inet firewalld: not modelled, and what it drops or translates the model lets pass",
                        "rules of iptables-legacy: not modelled, and what it drops or translates the model lets pass");
    }

    @Test
    void ofTwoSnapshotsTheFirstCounts() {
        SnapshotFile first =
                SnapshotFile.read("a", complete(host(link(2, "eth0", ""))).toString());
        SnapshotFile second =
                SnapshotFile.read("b", complete(host(link(3, "eth1", ""))).toString());
        SnapshotLab lab = SnapshotLab.of(List.of(first, second), List.of());
        assertThat(lab.warnings()).containsExactly("b:2:1: host: left out: it is recorded at a:2:1 already");
        assertThat(lab.commands().toString()).contains("eth0").doesNotContain("eth1");
    }

    /** An address with noprefixroute, and one route more. */
    @Test
    void routesAreThoseThatWereThereAndNoOthers() {
        String eth0 = link(2, "eth0", "")
                .replace(
                        "\"addr_info\":[]",
                        "\"addr_info\":[{\"family\":\"inet\",\"local\":\"10.0.0.1\",\"prefixlen\":24,\"scope\":\"global\"}]");
        SnapshotText text = host(eth0)
                .section(
                        "ip -4 -N -j -d route show table all",
                        0,
                        "[{\"type\":\"1\",\"dst\":\"10.7.0.0/16\",\"dev\":\"eth0\",\"table\":\"254\",\"protocol\":\"4\",",
                        "\"scope\":\"253\",\"metric\":7,\"flags\":[\"linkdown\"]},",
                        "{\"type\":\"2\",\"dst\":\"10.0.0.1\",\"dev\":\"eth0\",\"table\":\"255\",\"protocol\":\"2\",",
                        "\"scope\":\"254\",\"prefsrc\":\"10.0.0.1\",\"flags\":[]}]");
        List<String> routes = network(text).first().stack().routing().allTables().stream()
                .flatMap(table -> table.routes().stream())
                .map(route -> route.destination().toString())
                .toList();
        assertThat(routes).containsExactlyInAnyOrder("10.7.0.0/16", "10.0.0.1/32");
    }

    /** As iproute2 6.1 prints them; the judging kernel has no VLAN, ipvlan and dummy devices. */
    @Test
    void devicesStandOnOthersHereAndInOtherNamespaces() {
        String vlan = ",\"link\":\"eth0\",\"linkinfo\":{\"info_kind\":\"vlan\",\"info_data\":{\"protocol\":\"802.1ad\","
                + "\"id\":5,\"flags\":[\"REORDER_HDR\"]}}";
        String macvlan = ",\"link_index\":7,\"link_netnsid\":0,\"linkinfo\":{\"info_kind\":\"macvlan\",\"info_data\":"
                + "{\"mode\":\"private\",\"nodst\":true,\"bcqueuelen\":2000,\"usedbcqueuelen\":2000}}";
        String ipvlan = ",\"link_index\":7,\"link_netnsid\":0,\"linkinfo\":{\"info_kind\":\"ipvlan\",\"info_data\":"
                + "{\"mode\":\"l3s\",\"vepa\":null}}";
        String dummy = ",\"linkinfo\":{\"info_kind\":\"dummy\"}";
        SnapshotText text = complete(
                host(link(3, "eth0.5", vlan), link(7, "eth0", ""), link(8, "eth1", ""), link(9, "dummy0", dummy)));
        text = complete(text.namespace("name a", link(2, "mv", macvlan)));
        text = complete(text.namespace(
                "name b",
                link(2, "ipv", ipvlan.replace(":7", ":8")).replace("02:00:00:00:00:02", "02:00:00:00:00:08")));
        assertThat(warnings(text)).isEmpty();
        Network network = network(text);
        VlanDevice tagged = (VlanDevice) network.first().device("eth0.5");
        assertThat(tagged.linked().name() + tagged.vlanId() + tagged.protocol()).isEqualTo("eth05" + 0x88a8);
        Macvlan mv = (Macvlan) network.namespace("a").device("mv");
        assertThat(mv.linked().name() + mv.mode().word() + mv.options().broadcastQueue())
                .isEqualTo("eth0private2000");
        Ipvlan ipv = (Ipvlan) network.namespace("b").device("ipv");
        assertThat(ipv.linked().name() + ipv.sharedPort().mode().word()).isEqualTo("eth1l3s");
        assertThat(network.first().device("dummy0").kind()).isEqualTo("dummy");
    }
}

package io.ringway.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ringway.engine.Network;
import io.ringway.engine.core.Kernel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a lab may not hold is refused with its place; the words of the tools are compared in {@link GoldenTest}. */
class RefusalTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '~',
            value = {
                "foo bar → 1:1: foo: command not found in Ringway's lab language",
                "ip netns exec a bash -c 'reboot' → 1:17: bash: command not found",
                "/sbin/ip link → 1:1: /sbin/ip: command not found",
                "ifconfig eth0 → 1:1: ifconfig is not part of Ringway's lab language: ip addr and ip -s link show the same",
                "ip netns exec a arp -n → 1:17: arp is not part of Ringway's lab language: ip neigh",
                "ss -tln → 1:1: ss is not part of Ringway's lab language: there are no sockets yet",
                "for i in 1 2; do :; done → 1:1: `for': the lab language has no loops",
                "if true; then :; fi → 1:1: `if': the lab language has no loops",
                "f() { :; } → 1:2: subshells and functions",
                "(ip link) → 1:1: subshells and functions",
                "ip link $(id) → 1:9: command substitution",
                "ip link `id` → 1:9: command substitution",
                "ip link \"$(id)\" → 1:10: command substitution",
                "ip link show eth* → 1:17: globbing (*)",
                "ip link show eth? → 1:17: globbing (?)",
                "ip link show {a,b} → 1:14: brace expansion",
                "ip link set ~ up → 1:13: tilde expansion",
                "ip link | less → 1:11: less: pipes lead into grep, head, tail and wc only",
                "ip link | sh → 1:11: sh: pipes lead into",
                "ip link |& grep x → 1:9: |& is not part",
                "ip link | → 1:10: syntax error: a command is missing behind |",
                "| grep x → 1:1: syntax error near unexpected token `|'",
                "ip link | | grep x → 1:11: syntax error near unexpected token `|'",
                "ip link | grep x | ; true → 1:20: syntax error near unexpected token `;'",
                "ip link | grep → 1:11: grep: a pattern is missing",
                "ip link | grep x /etc/passwd → 1:18: grep: /etc/passwd: no file is read, only what the pipe brings",
                "ip link | grep -r x → 1:16: grep -r is not part",
                "ip link | grep -P x → 1:16: grep -P is not part",
                "ip link | grep -m x → 1:19: grep: \"x\" is no number",
                "ip link | grep '[' → 1:16: grep: Unmatched [",
                "ip link | grep -E '(' → 1:19: grep: Unmatched (",
                "ip link | head -n x → 1:19: head: invalid number of lines: ‘x’",
                "ip link | tail -f → 1:16: tail -f is not part",
                "ip link | wc x → 1:14: wc: x: no file is read",
                "ip link | grep x > /tmp/x → 1:20: a redirection behind a pipe",
                "echo 1 > /proc/sys/net/ipv4/ip_forward | grep 1 → 1:40: a pipe behind a redirection",
                "cat /etc/passwd → 1:5: cat of a file outside of /proc/sys/ and /proc/net/ is not modelled yet",
                "ip link || true → 1:9: || is not part",
                "ip link > /tmp/x → 1:11: of output redirections",
                "echo 1 > /etc/passwd → 1:10: of output redirections",
                "echo 1 >> /proc/sys/net/ipv4/ip_forward → 1:8: of output redirections",
                "echo 1> /proc/sys/net/ipv4/ip_forward → 1:6: redirecting a file descriptor",
                "ip link 2>/dev/null → 1:9: redirecting a file descriptor",
                "ip link &> x → 1:9: &> is not part",
                "iptables-restore < rules → 1:18: of input redirections",
                "iptables-restore <<< x → 1:18: of input redirections",
                "iptables-restore rules → 1:18: iptables-restore: rules is not part of the lab language",
                "ip -batch file → 1:4: ip -batch is not modelled yet",
                "sysctl -p → 1:8: sysctl -p is not modelled yet",
                "sysctl --load=/etc/sysctl.conf → 1:8: sysctl --load=/etc/sysctl.conf is not modelled yet",
                "sysctl -a -r '[[:digit:]]' → 1:14: sysctl -r with a class or an escape is not modelled yet",
                "ip monitor → 1:4: ip monitor is not modelled yet",
                "ip mroute → 1:4: ip mroute is not modelled yet",
                "ip ntable → 1:4: ip ntable is not modelled yet",
                "ip netconf → 1:4: ip netconf is not modelled yet",
                "ip nexthop → 1:4: ip nexthop is not modelled yet",
                "ip tunnel → 1:4: ip tunnel is not modelled yet",
                "ip xfrm state → 1:4: ip xfrm is not modelled yet",
                "ip link property add dev lo altname x → 1:9: ip link property is not modelled yet",
                "ip -all netns delete → 1:15: ip -all netns delete is not modelled yet",
                "ip netns identify 1 → 1:10: ip netns identify PID is not modelled yet",
                "ip netns list-id nsid 0 → 1:18: ip netns list-id nsid is not modelled yet",
                "bridge -c link → 1:8: bridge -color (leave -c out) is not modelled yet",
                "bridge -n a link → 1:1: ip: Cannot open network namespace \"a\": No such file or directory",
                "bridge vlan add dev lo vid 2 → 1:13: bridge vlan add is not modelled yet",
                "bridge mdb add dev br0 port v0 grp 224.1.1.1 → 1:12: bridge mdb add is not modelled yet",
                "bridge monitor → 1:8: bridge monitor is not modelled yet",
                "cat /proc/net/tcp → 1:5: cat /proc/net/tcp is not modelled yet",
                "ls -l /run/netns → 1:1: ls of anything but one folder is not modelled yet",
                "ip link show $X → 1:14: X: unbound variable",
                "ip link show ${X:-y} → 1:14: only $NAME and ${NAME}",
                "ip link show $1 → 1:14: only $NAME",
                "X=1 ip link → 1:5: a variable for one command only",
                "ip link 'x → 1:9: unexpected EOF while looking for matching `''",
                "ip link \"x → 1:9: unexpected EOF while looking for matching `\"'",
                "; ip link → 1:1: syntax error near unexpected token `;'",
                "ip link &&& ip link → 1:11: syntax error near unexpected token `&'",
                "sudo -u x ip link → 1:1: sudo without a command or with options",
                "ping -c 1 10.0.0.1 & → 1:1: ping in the background is not modelled yet",
                "tc qdisc add dev x root netem → 1:1: tc is not part of Ringway's lab language: queueing",
                "sysctl -w net.bridge.bridge-nf-call-arptables=1 → 1:11: sysctl: setting key "
                        + "\"net.bridge.bridge-nf-call-arptables\": it is not modelled yet",
                "ip link add x type geneve id 5 → 1:20: ip: a link of type geneve is not modelled yet",
                "ip link add x type vxlan id 5 gbp → 1:31: ip: vxlan gbp is not modelled yet",
                "ip route add '' → 1:14: ip: Error: any valid prefix is expected rather than \"\".",
                "ip -6 route add default via fe80::1 → 1:13: ip -6 route add is not modelled yet",
                "ip rule add uidrange 1-2 → 1:13: ip rule … uidrange is not modelled yet",
            })
    void namesThePlaceAndWhatWasMet(String line, String expected) {
        assertThatThrownBy(() -> run(line))
                .isInstanceOf(LabException.class)
                .hasMessageStartingWith("lab.sh:" + expected);
    }

    @Test
    void aCarriageReturnIsNamed() {
        assertThatThrownBy(() -> run("ip link\r\nip addr"))
                .hasMessage("lab.sh:1:8: the control character 0x0d is not part of the lab language; "
                        + "quote it if it is meant");
    }

    @Test
    void aToolsWordsComeWithFileLineColumnAndTool() {
        LabException refused =
                catchThrowableOfType(LabException.class, () -> run("true\n\nip link \\\n  set dev foo up"));
        assertThat(refused).hasMessage("lab.sh:4:11: ip: Cannot find device \"foo\"");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.words()).isEqualTo("Cannot find device \"foo\"");
    }

    @Test
    void aHeredocWithoutEndIsNamed() {
        assertThatThrownBy(() -> run("iptables-restore <<EOF\n*filter\n"))
                .hasMessage("lab.sh:1:20: here-document delimited by end-of-file (wanted `EOF')");
    }

    @Test
    void aLabStopsAtItsFirstFailingCommand() {
        Network network = new Network(new Kernel(1));
        Lab lab = Lab.parse("lab.sh", "ip netns add a\nip netns add a\nip netns add b\n");
        assertThatThrownBy(() -> new LabRunner(network).run(lab))
                .hasMessage("lab.sh:2:14: ip: Cannot create namespace file \"/run/netns/a\": File exists");
        assertThat(network.namespace("b")).isNull();
    }

    @Test
    void aPingWithoutAnswerFailsTheLab() {
        assertThatThrownBy(() -> run("ip link set lo up; ip link add v0 type veth peer name v1; ip link set v0 up\n"
                        + "ip link set v1 up; ip addr add 10.0.0.1/24 dev v0\nping -c 1 10.0.0.2"))
                .hasMessage("lab.sh:3:1: ping: exit code 1");
    }

    @Test
    void aRefusedCommandChangesNothing() {
        Network network = new Network(new Kernel(1));
        LabRunner runner = new LabRunner(network);
        runner.run(Lab.parse("lab.sh", "ip link add v0 type veth peer name v1"));
        String before = new StateReport(network).json();
        for (String line : List.of(
                "ip link set v0 up mtu 9000 address 02:00:00:00:00:01 name v1",
                "ip link set v0 up mtu 90000",
                "ip link add v2 type veth peer name v1",
                "sysctl -w net.ipv4.ip_forward=1 net.bridge.bridge-nf-call-arptables=1",
                "ip link set v0 type bridge_slave hairpin on")) {
            assertThatThrownBy(() -> runner.run(Lab.parse("lab.sh", line))).isInstanceOf(LabException.class);
        }
        assertThat(new StateReport(network).json()).isEqualTo(before);
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path folder) {
        Path missing = folder.resolve("nope.sh");
        assertThatThrownBy(() -> Lab.read(List.of(missing)))
                .isInstanceOf(LabException.class)
                .hasMessage(missing + ": No such file or directory");
    }

    @Test
    void aFileThatIsNoTextIsNamed(@TempDir Path folder) throws Exception {
        Path binary = Files.write(folder.resolve("x"), new byte[] {(byte) 0xd4, (byte) 0xc3, (byte) 0xb2, (byte) 0xa1});
        assertThatThrownBy(() -> Lab.read(List.of(binary)))
                .hasMessage(binary + ": not a lab: its bytes are not UTF-8 text");
    }

    private static void run(String text) {
        new LabRunner(new Network(new Kernel(1))).run(Lab.parse("lab.sh", text));
    }
}

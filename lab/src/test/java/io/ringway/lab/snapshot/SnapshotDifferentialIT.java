package io.ringway.lab.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.ringway.lab.LiveKernel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Labs on this machine's kernel, in namespaces of their own, recorded there by the script: the model that the snapshot makes
 * answers as the kernel did, and a second recording, by another shell, finds what the first one found.
 */
class SnapshotDifferentialIT {
    private static final Path LABS = Path.of("../conformance");
    private static final List<String> RECORDED =
            List.of("src/test/labs/docker-isolation", "cases/iptables/sets-match", "cases/vxlan/moved");
    private static final String MARK = "===== again";

    /** The second recording's shell, and what the kernel changes by itself. */
    private static final String PASSING =
            "(?m)^ \\d{10} \\d{4}-.*$|^ # .*$|(?<=\\w_timer\":)[0-9.]+|(?<=\"state\":\\[)\"[A-Z]+\""
                    + "|(?<=forward_delay_timer\":)[0-9.]+|^( (?:tcp|udp|icmp) +\\d+) \\d+ |(?<=nf_conntrack_count:)\\d+|use=\\d+";

    @Test
    void theKernelsOwnWordsMakeTheModel() throws Exception {
        if (!LiveKernel.isThere(
                "ip link && bridge link && iptables -L -n && ipset list && conntrack -L && busybox true")) {
            LiveKernel.sayThatItDidNotRun(
                    "SnapshotDifferentialIT: needs root, unshare, ip, bridge, iptables, ipset, conntrack and busybox");
            abort("needs root and the real tools");
        }
        Path script = Files.createTempFile("snapshot", ".sh");
        try {
            Files.writeString(script, SnapshotScript.text());
            Map<String, Running> running = new LinkedHashMap<>();
            for (String lab : RECORDED) {
                boolean twice = running.isEmpty();
                running.put(lab, start(LABS.resolve(lab + "/lab.sh").toAbsolutePath(), script, twice));
            }
            for (Map.Entry<String, Running> one : running.entrySet()) {
                judge(one.getKey(), one.getValue());
            }
        } finally {
            Files.delete(script);
        }
    }

    /** Each writes a file, so that none waits until it is its turn to be read. */
    private record Running(Process process, Path output) {}

    private static void judge(String lab, Running running) throws Exception {
        assertThat(running.process().waitFor())
                .as("exit code of %s on the kernel", lab)
                .isZero();
        String[] both = Files.readString(running.output()).split(MARK + "\n", -1);
        SnapshotJudge judge = new SnapshotJudge(lab, both[0]);
        assertThat(judge.differences()).as(lab).isEmpty();
        assertThat(judge.warnings()).as(lab).isEmpty();
        assertThat(judge.compared()).as(lab).isGreaterThan(40);
        if (both.length > 1) {
            assertThat(both[1].replaceAll(PASSING, ""))
                    .as("%s, recorded again", lab)
                    .isEqualTo(both[0].replaceAll(PASSING, ""));
        }
        Files.delete(running.output());
    }

    private static Running start(Path lab, Path script, boolean twice) throws IOException {
        Path output = Files.createTempFile("recorded", ".snapshot");
        Process process = new ProcessBuilder(
                        "unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "bash", "-s")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(output.toFile())
                .start();
        String commands = String.join(
                "\n",
                "{ set -e",
                "mount -t tmpfs tmpfs /run",
                "mkdir /run/netns",
                "ip link set lo up",
                "sysctl -q -w net.ipv4.igmp_link_local_mcast_reports=0",
                "sysctl -q -w net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1",
                "bash -e " + lab + " >/dev/null </dev/null",
                "for ns in $(ls /run/netns); do for other in $(ls /run/netns); do",
                "for a in $(ip -n $other -o -4 addr show up scope global | sed 's,.* inet \\([0-9.]*\\).*,\\1,'); do",
                "ip netns exec $ns ping -c 1 -W 1 $a >/dev/null 2>&1 </dev/null &",
                "done; done; done",
                "sleep 1.6",
                "sh " + script + " </dev/null",
                twice ? "echo '" + MARK + "'; busybox sh -s <" + script : "",
                "exit; }\n");
        process.getOutputStream().write(commands.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        return new Running(process, output);
    }
}

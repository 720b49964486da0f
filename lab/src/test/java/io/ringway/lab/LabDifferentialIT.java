package io.ringway.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringway.engine.Network;
import io.ringway.engine.core.Kernel;
import io.ringway.lab.export.LabExport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs each lab of this repository on this machine's kernel, in a namespace of its own, and in the model, and compares
 * what the tools show afterwards. Entries of a table are compared as a set where the kernel lists them by hash.
 */
class LabDifferentialIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SHOWN =
            List.of("ip -j addr", "ip -j link", "ip -j route", "ip -j rule", "ip -j neigh", "bridge -j fdb");

    /** As people type them; compared word for word, as lines of any order. */
    private static final List<String> TYPED = List.of(
            "ip a",
            "ip -4 a",
            "ip -4 -d addr show up",
            "ip -br -c=never a",
            "ip -s link show up",
            "ip -d link show type veth",
            "ip -br link show type bridge",
            "ip -o -4 addr",
            "ip r",
            "ip -N -d route show table all",
            "ip route show to match 10.0.0.1",
            "ip route show root 10.0.0.0/8 table all",
            "ip -br neigh",
            "ip -6 rule",
            "ip -d rule",
            "bridge -d link",
            "bridge -s link",
            "bridge vlan show",
            "bridge mdb show",
            "bridge fdb show br nosuch",
            "ip link show master nosuch",
            "ip route show table nosuch",
            "sysctl net.ipv4.ip_forward net.ipv4.conf.lo.rp_filter",
            "cat /proc/net/dev",
            "cat /proc/net/route");

    private static final String ALL = """
            ip netns add c
            sysctl -w net.ipv6.conf.all.disable_ipv6=1
            sysctl -w net.ipv6.conf.default.disable_ipv6=1
            ip netns exec c sysctl -w net.ipv6.conf.all.disable_ipv6=1
            ip netns exec c sysctl -w net.ipv6.conf.default.disable_ipv6=1
            ip link set lo up
            ip link add v0 index 7 mtu 1400 address 02:00:00:00:00:10 type veth peer name v1 index 9 netns c
            ip -n c link set v1 address 02:00:00:00:00:11
            ip link add v2 address 02:00:00:00:00:12 type veth peer name v3 address 02:00:00:00:00:13
            ip link add br0 type bridge ageing_time 1000 priority 4096
            ip link add br1 mtu 1300 address 02:00:00:00:00:77 type bridge
            ip link set v2 master br0
            ip link set v0 master br0
            ip link set v3 master br1
            bridge link set dev v2 hairpin on isolated on cost 9
            bridge fdb add 02:00:00:00:00:aa dev v2 master static
            ip addr add 10.0.0.1/24 brd + dev br0
            ip addr add 10.0.0.2/24 dev br0 label br0:x
            ip addr add 10.1.0.1/16 scope link dev br1
            ip link set v0 up; ip link set v2 up; ip link set v3 up; ip link set br0 up; ip link set br1 up
            ip addr add 10.9.9.9/32 dev lo
            ip -n c link set lo up
            ip -n c link set v1 up
            ip -n c addr add 10.0.0.3/24 dev v1
            ip -n c route add default via 10.0.0.1
            ip -n c route add 10.5.0.0/16 dev v1 scope link src 10.0.0.3 metric 5
            ip -n c route add blackhole 10.6.0.0/16
            ip -n c route add 10.8.0.0/16 nexthop via 10.0.0.1 weight 2 nexthop via 10.0.0.7
            ip -n c rule add from 10.0.0.0/25 fwmark 0x1/0xf lookup 100
            ip -n c route add default via 10.0.0.7 table 100 mtu 1300
            ip -n c neigh add 10.0.0.1 lladdr 02:00:00:00:00:01 dev v1
            ip netns exec c iptables -P FORWARD DROP
            ip netns exec c iptables -A INPUT -p tcp --dport 80 -m comment --comment "it's a test" -j ACCEPT
            iptables -t nat -A POSTROUTING -s 10.0.0.0/24 -j MASQUERADE
            """;
    private static final String MARK = "=====";

    /** Linkwatch brings a device's state up to date within a second. */
    private static final String SETTLE = "sleep 1.5\n";

    /** Loudly: on stderr, and in the file from which the last line of a check is made. */
    static void sayThatItDidNotRun(String line) throws IOException {
        System.err.println("NOT RUN: " + line);
        String file = System.getProperty("ringway.skipped.file");
        if (file != null && !file.isEmpty()) {
            Files.writeString(Path.of(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    @TestFactory
    List<DynamicTest> theKernelShowsTheSame() throws IOException {
        if (!canRun()) {
            sayThatItDidNotRun("LabDifferentialIT: needs root, unshare, ip, bridge and iptables");
            abort("needs root and the real tools");
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (Path folder : List.of(Path.of("../examples"), Path.of("../conformance/src/test/labs"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.find(folder, 3, (path, about) -> path.endsWith("lab.sh"))) {
                    for (Path file : files.sorted().toList()) {
                        tests.add(DynamicTest.dynamicTest(file.toString(), () -> compare(file)));
                    }
                }
            }
        }
        Path demo = Path.of("../examples/docker-host");
        tests.add(DynamicTest.dynamicTest("the demo, exported", () -> compareExport(Lab.read(List.of(demo)))));
        tests.add(DynamicTest.dynamicTest("a little of all, exported", () -> compareExport(Lab.parse("all", ALL))));
        return tests;
    }

    private static void compareExport(Lab lab) throws Exception {
        Network network = new Network(new Kernel(1));
        new LabRunner(network).run(lab);
        Path exported = Files.createTempFile("exported", ".sh");
        try {
            compare(Files.writeString(exported, new LabExport(network).text()));
        } finally {
            Files.delete(exported);
        }
    }

    static boolean canRun() {
        try {
            return new ProcessBuilder(
                                    "unshare",
                                    "--net",
                                    "--mount",
                                    "bash",
                                    "-c",
                                    "ip link && bridge link && iptables -L -n")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void compare(Path file) throws Exception {
        Network network = new Network(new Kernel(1));
        LabRunner runner = new LabRunner(network);
        runner.run(Lab.read(List.of(file)));
        runner.goOn(Lab.parse("settle", SETTLE), result -> {});
        List<String> questions = new ArrayList<>();
        for (var namespace : network.namespaces()) {
            String prefix = namespace == network.first() ? "" : "ip netns exec " + namespace.name() + " ";
            SHOWN.forEach(command -> questions.add(prefix + command));
            questions.add(prefix + "iptables-save");
            TYPED.forEach(command -> questions.add(prefix + command));
        }
        List<String> answers = onKernel(file, questions);
        for (int i = 0; i < questions.size(); i++) {
            String question = questions.get(i);
            StringBuilder answer = new StringBuilder();
            runner.goOn(
                    Lab.parse("question", question),
                    result -> answer.append(result.stdout()).append(result.stderr()));
            String here = answer.toString();
            assertThat(normal(here, question)).as(question).isEqualTo(normal(answers.get(i), question));
        }
    }

    private static List<String> onKernel(Path file, List<String> questions) throws Exception {
        StringBuilder script = new StringBuilder("set -e\nmkdir -p /run/netns\nmount -t tmpfs tmpfs /run/netns\n");
        script.append("sysctl -q -w net.ipv4.igmp_link_local_mcast_reports=0\n");
        script.append("bash -e ")
                .append(file.toAbsolutePath())
                .append(" >/dev/null\n")
                .append(SETTLE);
        questions.forEach(question -> script.append(question)
                .append(" 2>&1 || true\necho ")
                .append(MARK)
                .append('\n'));
        Process process = new ProcessBuilder(
                        "unshare",
                        "--net",
                        "--mount",
                        "--pid",
                        "--fork",
                        "--mount-proc",
                        "bash",
                        "-c",
                        script.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("exit code of %s on the kernel", file).isZero();
        return List.of(output.split(MARK + "\n", -1));
    }

    private static Set<String> normal(String answer, String question) throws IOException {
        Set<String> normal = new TreeSet<>();
        if (TYPED.stream().anyMatch(question::endsWith)) {
            answer.lines()
                    .map(line -> line.replaceAll("_timer +[0-9.]+", "_timer"))
                    .forEach(normal::add);
            return normal;
        }
        if (question.endsWith("iptables-save")) {
            answer.lines().filter(line -> !line.startsWith("#")).forEach(normal::add);
            return normal;
        }
        for (JsonNode entry : JSON.readTree(answer)) {
            normal.add(entry.toString());
        }
        return normal;
    }
}

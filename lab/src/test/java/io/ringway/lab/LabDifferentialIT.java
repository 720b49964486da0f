package io.ringway.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringway.engine.Network;
import io.ringway.engine.core.Kernel;
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
    private static final List<String> SHOWN = List.of("ip -j addr", "ip -j link", "ip -j route", "bridge -j fdb");
    private static final String MARK = "=====";

    /** Linkwatch brings a device's state up to date within a second. */
    private static final String SETTLE = "sleep 1.5\n";

    /** Loudly: on stderr, and in the file from which the last line of a check is made. */
    private static void sayThatItDidNotRun(String line) throws IOException {
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
        return tests;
    }

    private static boolean canRun() {
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
        List<String> questions = new ArrayList<>();
        for (var namespace : network.namespaces()) {
            String prefix = namespace == network.first() ? "" : "ip netns exec " + namespace.name() + " ";
            SHOWN.forEach(command -> questions.add(prefix + command));
            questions.add(prefix + "iptables-save");
        }
        List<String> answers = onKernel(file, questions);
        for (int i = 0; i < questions.size(); i++) {
            String question = questions.get(i);
            String here = runner.run(Lab.parse("question", question).commands().get(0))
                    .stdout();
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
        questions.forEach(question ->
                script.append(question).append("\necho ").append(MARK).append('\n'));
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

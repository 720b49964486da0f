package io.ringway.lab;

import static org.assertj.core.api.Assertions.fail;

import io.ringway.engine.Network;
import io.ringway.engine.core.Kernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a lab holds, nothing but {@link LabException} comes out. */
class LabFuzzTest {
    private static final int ROUNDS = 3000;
    private static final String ALPHABET = "ab10 \t\n'\"\\$#;&|<>(){}[]*?!=:/.,-+%~`\u00e9\0";

    @Test
    void mutatedLabsAreDoneOrRefused() throws IOException {
        List<String> lines = lines();
        for (int seed = 0; seed < ROUNDS; seed++) {
            String lab = mutated(lines, new Random(seed));
            try {
                run(lab);
            } catch (RuntimeException e) {
                fail("seed " + seed + ": " + e + "\n" + lab, e);
            }
        }
    }

    private static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/golden"))) {
            for (Path folder : folders.sorted().toList()) {
                lines.addAll(Files.readAllLines(folder.resolve("lab.sh")));
            }
        }
        lines.add(
                "iptables-restore <<'EOF'\n*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -p tcp -m tcp --dport 80 -j DROP\nCOMMIT\nEOF");
        lines.add("iptables -t nat -A POSTROUTING -s 10.0.0.0/24 -o v0 -j MASQUERADE");
        lines.add("iptables-save -c");
        lines.add("A=b; echo $A \"${A}\" > /proc/sys/net/ipv4/ip_forward");
        lines.removeIf(line -> line.startsWith("sleep"));
        return lines;
    }

    private static String mutated(List<String> lines, Random random) {
        StringBuilder lab = new StringBuilder("ip netns add a\nip link add v0 type veth peer name v1\n");
        for (int i = 0; i < 6; i++) {
            lab.append(lines.get(random.nextInt(lines.size()))).append('\n');
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(lab.length());
            char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(4)) {
                case 0 -> lab.setCharAt(at, c);
                case 1 -> lab.insert(at, c);
                case 2 -> lab.deleteCharAt(at);
                default -> lab.insert(at, lab.substring(at, Math.min(lab.length(), at + random.nextInt(20))));
            }
        }
        return lab.toString();
    }

    /** Each line that is refused does not keep the next from running. */
    private static void run(String lab) {
        LabRunner runner = new LabRunner(new Network(new Kernel(1)));
        List<LabCommand> commands;
        try {
            commands = Lab.parse("lab.sh", lab).commands();
        } catch (LabException refused) {
            return;
        }
        for (LabCommand command : commands) {
            try {
                runner.run(command);
            } catch (LabException refused) {
                continue;
            }
        }
    }
}

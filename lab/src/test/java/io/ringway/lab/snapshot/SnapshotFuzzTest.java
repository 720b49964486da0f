package io.ringway.lab.snapshot;

import static org.assertj.core.api.Assertions.fail;

import io.ringway.engine.Network;
import io.ringway.engine.core.Kernel;
import io.ringway.lab.Lab;
import io.ringway.lab.LabException;
import io.ringway.lab.LabRunner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged snapshots are read, with warnings, or refused with their place; nothing else ever comes of them. */
class SnapshotFuzzTest {
    private static final long SEED = 6;
    private static final int ROUNDS = 25;
    private static final List<String> VALUES = List.of(
            "null", "-1", "0", "\"\"", "[]", "{}", "99999999999999", "\"x y\"", "\"eth0\"", "true", "[1]", "[{}]");

    @ParameterizedTest
    @ValueSource(strings = {"vxlan-moved", "rule-marks", "iptables-sets-match"})
    void damageIsToldOrRefused(String name) throws IOException {
        List<String> lines = RecordedSnapshotTest.recorded(name).lines().toList();
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            String text = damaged(lines, random);
            try {
                Lab lab = Lab.parse("s", text);
                new LabRunner(new Network(new Kernel(1))).run(lab);
            } catch (LabException told) {
                if (told.position().line() == 0 && !told.getMessage().contains("no network namespace")) {
                    fail("round " + round + " of " + name + " names no place: " + told.getMessage());
                }
            } catch (RuntimeException fault) {
                fail("round " + round + " of " + name, fault);
            }
        }
    }

    private static String damaged(List<String> lines, SplittableRandom random) {
        List<String> kept = new ArrayList<>(lines);
        if (random.nextInt(10) == 0) {
            return String.join("\n", kept.subList(0, random.nextInt(kept.size())));
        }
        // Settings are most of the lines, and the dullest.
        kept.removeIf(line -> line.startsWith(" net/") && random.nextInt(20) != 0);
        for (int i = 0; i < 12; i++) {
            int at = random.nextInt(1, kept.size());
            String line = kept.get(at);
            if (line.startsWith(" [")) {
                kept.set(at, otherValue(line, random));
            } else if (random.nextInt(20) == 0) {
                kept.remove(at);
            } else if (line.startsWith(" ") && line.length() > 2) {
                int cut = random.nextInt(1, line.length());
                kept.set(at, line.substring(0, cut) + random.nextInt(10) + line.substring(cut + random.nextInt(2)));
            }
        }
        return String.join("\n", kept);
    }

    /** One value of JSON becomes another. */
    private static String otherValue(String line, SplittableRandom random) {
        int colon = line.indexOf(':', random.nextInt(line.length()));
        if (colon < 0 || line.charAt(colon - 1) != '"') {
            return line;
        }
        int end = colon + 1;
        while (end < line.length() && ",}]".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return line.substring(0, colon + 1) + VALUES.get(random.nextInt(VALUES.size())) + line.substring(end);
    }
}

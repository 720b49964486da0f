package io.ringway.conformance.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A fault that can be planted: a file of {@code conformance/mutants}, some lines of header and then a unified diff.
 *
 * @param patch the file
 * @param title what is planted, in a few words
 * @param module the one that the diff changes
 * @param killers the tests that must fail, every one of them
 * @param cases the golden cases that those tests run, empty for all
 * @param isLong whether only long runs take it
 */
record Mutant(Path patch, String title, String module, List<Killer> killers, String cases, boolean isLong) {
    /** @param method null for the whole class */
    record Killer(String module, String simpleName, String method) {
        /** {@code BridgeTest}, {@code BridgeTest#ages}, {@code conformance:GoldenCaseTest}. */
        static Killer parse(String text, String module) {
            String[] place = text.strip().split(":", 2);
            String[] name = place[place.length - 1].split("#", 2);
            return new Killer(
                    place.length == 2 ? place[0] : module,
                    name[0].substring(name[0].lastIndexOf('.') + 1),
                    name.length == 2 ? name[1] : null);
        }

        @Override
        public String toString() {
            return method == null ? simpleName : simpleName + "#" + method;
        }
    }

    /** @throws Red for a header that lacks a line */
    static Mutant read(Path patch) throws IOException, Red {
        List<String> header = new ArrayList<>();
        for (String line : Files.readAllLines(patch)) {
            if (line.startsWith("---")) {
                break;
            }
            header.add(line);
        }
        String module = needed(header, "Module", patch);
        List<Killer> killers = new ArrayList<>();
        for (String one : needed(header, "Killed-by", patch).split(",", -1)) {
            killers.add(Killer.parse(one, module));
        }
        return new Mutant(
                patch,
                needed(header, "Mutant", patch),
                module,
                killers,
                field(header, "Cases").replace(" ", ""),
                field(header, "Long").equals("yes"));
    }

    private static String needed(List<String> header, String key, Path patch) throws Red {
        String value = field(header, key);
        if (value.isEmpty()) {
            throw new Red(patch + " has no line " + key + ":");
        }
        return value;
    }

    private static String field(List<String> header, String key) {
        for (String line : header) {
            if (line.startsWith(key + ":")) {
                return line.substring(key.length() + 1).strip();
            }
        }
        return "";
    }

    String name() {
        return patch.getFileName().toString().replaceFirst("\\.patch$", "");
    }

    /** The files that the diff changes, from the root of the tree. */
    List<Path> sources() throws IOException {
        return Files.readAllLines(patch).stream()
                .filter(line -> line.startsWith("+++ b/"))
                .map(line -> Path.of(line.substring(6).split("\\s", 2)[0]))
                .toList();
    }

    /** A constant is copied into the classes that use it. */
    boolean changesConstants() throws IOException {
        return Files.readAllLines(patch).stream().anyMatch(line -> line.matches("[-+].*static final.*"));
    }
}

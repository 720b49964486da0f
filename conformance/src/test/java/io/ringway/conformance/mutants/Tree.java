package io.ringway.conformance.mutants;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The built tree: where classes are.
 *
 * @param home its root
 */
record Tree(Path home) {
    Path scratch() {
        return home.resolve("target/mutants");
    }

    /** What a module's tests run on, its own classes first. */
    List<Path> classPath(String module) throws IOException {
        Path target = home.resolve(module).resolve("target");
        List<Path> all = new ArrayList<>(List.of(target.resolve("test-classes"), target.resolve("classes")));
        for (String entry :
                Files.readString(target.resolve("test-classpath.txt")).strip().split(File.pathSeparator, -1)) {
            all.add(Path.of(entry));
        }
        return all;
    }

    /** The part of it that is built here. */
    List<Path> ours(String module) throws IOException {
        return classPath(module).stream().filter(path -> path.startsWith(home)).toList();
    }

    /** The libraries. */
    List<Path> theirs(String module) throws IOException {
        return classPath(module).stream().filter(path -> !path.startsWith(home)).toList();
    }

    /** @throws Red if there is none */
    String testClass(Mutant.Killer killer) throws IOException, Red {
        Path folder = home.resolve(killer.module()).resolve("target/test-classes");
        try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            Path file = files.filter(each -> each.endsWith(killer.simpleName() + ".class"))
                    .findFirst()
                    .orElseThrow(() -> new Red("no test class " + killer.simpleName() + " in " + killer.module()));
            String name = folder.relativize(file).toString().replace(File.separatorChar, '.');
            return name.substring(0, name.length() - ".class".length());
        }
    }

    static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}

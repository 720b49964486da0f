package io.ringway.conformance.mutants;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Patches copies of the sources, and compiles them into a folder that then stands first on the tests' class path. */
final class Planting {
    private final Tree tree;
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    Planting(Tree tree) {
        this.tree = tree;
    }

    /** The folder with the classes that are not as they should be. */
    Path plant(Mutant mutant, Path folder) throws IOException, InterruptedException, Red {
        List<Path> sources = mutant.sources();
        if (sources.isEmpty()) {
            throw new Red("the patch changes nothing");
        }
        for (Path source : mutant.changesConstants() ? allOf(mutant.module()) : sources) {
            copy(source, folder);
        }
        patch(mutant, folder);
        List<Path> copies = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(copies::add);
        }
        Path classes = Files.createDirectories(folder.resolve("classes"));
        compile(mutant, copies, classes);
        return classes;
    }

    private List<Path> allOf(String module) throws IOException {
        try (Stream<Path> files = Files.walk(tree.home().resolve(module).resolve("src/main/java"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> tree.home().relativize(file))
                    .toList();
        }
    }

    private void copy(Path source, Path folder) throws IOException, Red {
        Path from = tree.home().resolve(source);
        if (!Files.exists(from)) {
            throw new Red("does not apply: there is no " + source);
        }
        Path to = folder.resolve(source);
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    private static void patch(Mutant mutant, Path folder) throws IOException, InterruptedException, Red {
        Path log = folder.resolve("patch.log");
        Process process = new ProcessBuilder(
                        "patch", "--batch", "--forward", "--fuzz=0", "--strip=1", "--directory=" + folder)
                .redirectInput(mutant.patch().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new Red("does not apply: see " + log);
        }
    }

    private void compile(Mutant mutant, List<Path> sources, Path classes) throws IOException, Red {
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(sources);
            List<String> options = new ArrayList<>(
                    List.of("--release", "17", "-encoding", "UTF-8", "-g", "-nowarn", "-proc:none", "-implicit:none"));
            options.addAll(List.of("-cp", Tree.joined(tree.classPath(mutant.module())), "-d", classes.toString()));
            if (!compiler.getTask(said, files, null, options, null, units).call()) {
                Path log = classes.resolveSibling("javac.log");
                Files.writeString(log, said.toString());
                throw new Red("does not compile: see " + log);
            }
        }
    }
}

package io.ringway.conformance.mutants;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs tests in a worker process, which stays for the next hunt in the same module. */
final class Hunter implements Closeable {
    private static final long HUNT_SECONDS = 100;
    private static final List<String> JVM =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx1500m", "-Dringway.checks=true");

    private final Tree tree;
    private final Path workerClasses;
    private String module = "";
    private Process process;
    private PrintWriter hunts;
    private BufferedReader answers;

    /** @param workerClasses a folder with the worker's own classes, and nothing else of the project */
    Hunter(Tree tree, Path workerClasses) {
        this.tree = tree;
        this.workerClasses = workerClasses;
    }

    /**
     * What tests are run, and on what.
     *
     * @param planted the folder of changed classes, null for none
     * @param classes separated by commas
     * @param method null for all
     */
    record Hunt(String module, Path planted, String classes, String method, String cases, Path log) {}

    /**
     * Whether all tests passed.
     *
     * @throws Red when none ran, or the worker did not answer
     */
    boolean allPass(Hunt hunt) throws IOException, InterruptedException, Red {
        if (process == null || !module.equals(hunt.module())) {
            start(hunt.module());
        }
        List<Path> classPath = new ArrayList<>();
        if (hunt.planted() != null) {
            classPath.add(hunt.planted());
        }
        classPath.addAll(tree.ours(hunt.module()));
        String method = hunt.method() == null ? "-" : hunt.method();
        hunts.println(String.join(
                "\t",
                Tree.joined(classPath),
                hunt.classes(),
                method,
                hunt.cases(),
                hunt.log().toString()));
        hunts.flush();
        String answer = answer(hunt);
        if (answer.endsWith("left")) {
            close();
        }
        if (answer.startsWith("none")) {
            throw new Red("no test of " + hunt.classes() + " ran: see " + hunt.log());
        }
        return answer.startsWith("passed");
    }

    private String answer(Hunt hunt) throws InterruptedException, Red {
        BufferedReader from = answers;
        CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> {
            try {
                return from.readLine();
            } catch (IOException e) {
                return null;
            }
        });
        try {
            String answer = line.get(HUNT_SECONDS, TimeUnit.SECONDS);
            if (answer != null) {
                return answer;
            }
            close();
            throw new Red("the tests' process ended in " + hunt.classes() + ": see " + hunt.log());
        } catch (TimeoutException e) {
            close();
            throw new Red("hangs in " + hunt.classes() + " for longer than any test may take");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void start(String ofModule) throws IOException {
        close();
        module = ofModule;
        Set<Path> classPath = new LinkedHashSet<>(List.of(workerClasses));
        classPath.addAll(tree.theirs(module));
        classPath.addAll(tree.theirs("conformance"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-Dringway.home=" + tree.home(), "-Dringway.skipped.file=/dev/null"));
        command.addAll(List.of("-cp", Tree.joined(List.copyOf(classPath)), HuntWorker.class.getName()));
        process = new ProcessBuilder(command)
                .directory(tree.home().resolve(module).toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        hunts = new PrintWriter(process.getOutputStream(), false, StandardCharsets.UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
            process = null;
        }
    }
}

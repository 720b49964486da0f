package io.ringway.conformance.mutants;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** All mutants that are wanted, two at a time; first the tests without any, since a test that fails anyway proves nothing. */
final class MutantGate {
    private static final int JOBS = 2;
    private static final long SECOND = 1_000_000_000;

    private final Tree tree;
    private final Planting planting;
    private final Path workerClasses;
    private final AtomicInteger killed = new AtomicInteger();
    private final AtomicInteger red = new AtomicInteger();

    private MutantGate(Tree tree) throws IOException {
        this.tree = tree;
        planting = new Planting(tree);
        workerClasses = tree.scratch().resolve("worker");
        Tree.deleteAll(tree.scratch());
        Path own = Path.of("io/ringway/conformance/mutants");
        Path to = Files.createDirectories(workerClasses.resolve(own));
        Path from = tree.home().resolve("conformance/target/test-classes").resolve(own);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from, "*.class")) {
            for (Path file : files) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /** A part of the work, for whoever is free. */
    private interface Task {
        void run(Hunter hunter) throws IOException, InterruptedException;
    }

    /** Arguments: {@code --long}, or the names of mutants. */
    public static void main(String[] args) throws Exception {
        Tree tree = new Tree(Path.of(System.getProperty("ringway.home")).toRealPath());
        List<Mutant> mutants;
        try {
            mutants = wanted(tree, Set.of(args));
        } catch (Red e) {
            System.out.println("   RED: " + e.getMessage());
            System.exit(1);
            return;
        }
        System.exit(new MutantGate(tree).run(mutants) ? 0 : 1);
    }

    private static List<Mutant> wanted(Tree tree, Set<String> arguments) throws IOException, Red {
        Set<String> names = new TreeSet<>(arguments);
        boolean all = names.remove("--long") || !names.isEmpty();
        List<Mutant> mutants = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(tree.home().resolve("conformance/mutants"), "*.patch")) {
            for (Path file : files) {
                Mutant mutant = Mutant.read(file);
                if ((all || !mutant.isLong()) && (names.isEmpty() || names.contains(mutant.name()))) {
                    checkCases(tree, mutant);
                    mutants.add(mutant);
                }
            }
        }
        if (mutants.isEmpty() || (!names.isEmpty() && mutants.size() != names.size())) {
            throw new Red("not all of these are there: " + names);
        }
        // A worker stays as long as the module of the tests does.
        mutants.sort(Comparator.comparing((Mutant each) -> each.killers().get(0).module())
                .thenComparing(Mutant::name));
        return mutants;
    }

    private static void checkCases(Tree tree, Mutant mutant) throws Red {
        for (String name :
                mutant.cases().isEmpty() ? new String[0] : mutant.cases().split(",", -1)) {
            if (!Files.exists(
                    tree.home().resolve("conformance/cases").resolve(name).resolve("recorded.json"))) {
                throw new Red(mutant.patch() + ": no such case as " + name);
            }
        }
    }

    private boolean run(List<Mutant> mutants) throws IOException, InterruptedException {
        long began = System.nanoTime();
        List<Task> baseline = baseline(mutants);
        work(baseline);
        if (red.get() > 0) {
            return false;
        }
        List<Task> hunts = new ArrayList<>();
        mutants.forEach(mutant -> hunts.add(hunter -> hunt(mutant, hunter)));
        work(hunts);
        System.out.printf(
                "   %d of %d mutants killed in %d s%n",
                killed.get(), mutants.size(), (System.nanoTime() - began) / SECOND);
        System.out.printf("%d passed, %d failed, 0 skipped%n", killed.get(), red.get());
        return red.get() == 0;
    }

    private void work(List<Task> tasks) throws InterruptedException {
        Queue<Task> left = new ConcurrentLinkedQueue<>(tasks);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < JOBS; i++) {
            Thread thread = new Thread(() -> workOff(left));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void workOff(Queue<Task> left) {
        try (Hunter hunter = new Hunter(tree, workerClasses)) {
            for (Task task = left.poll(); task != null; task = left.poll()) {
                task.run(hunter);
            }
        } catch (IOException | InterruptedException e) {
            red.incrementAndGet();
            System.out.println("   RED: " + e);
        }
    }

    /** For each module the tests that will be wanted, without any mutant. */
    private List<Task> baseline(List<Mutant> mutants) throws IOException {
        Map<String, Set<String>> classes = new TreeMap<>();
        Set<String> cases = new TreeSet<>();
        for (Mutant mutant : mutants) {
            if (!mutant.cases().isEmpty()) {
                cases.addAll(List.of(mutant.cases().split(",", -1)));
            }
            for (Mutant.Killer killer : mutant.killers()) {
                try {
                    classes.computeIfAbsent(killer.module(), module -> new TreeSet<>())
                            .add(tree.testClass(killer));
                } catch (Red e) {
                    red.incrementAndGet();
                    System.out.println("   RED: " + mutant.name() + ": " + e.getMessage());
                }
            }
        }
        List<Task> tasks = new ArrayList<>();
        classes.forEach((module, names) -> {
            Path log = tree.scratch().resolve("baseline-" + module + ".log");
            Hunter.Hunt hunt =
                    new Hunter.Hunt(module, null, String.join(",", names), null, String.join(",", cases), log);
            tasks.add(hunter -> {
                if (!passes(hunter, hunt)) {
                    red.incrementAndGet();
                    System.out.println("   RED: tests of " + module + " fail without any mutant: see " + log);
                }
            });
        });
        return tasks;
    }

    private static boolean passes(Hunter hunter, Hunter.Hunt hunt) throws IOException, InterruptedException {
        try {
            return hunter.allPass(hunt);
        } catch (Red e) {
            System.out.println("   RED: " + e.getMessage());
            return false;
        }
    }

    /** Plants it, and prints a line with the verdict. */
    private void hunt(Mutant mutant, Hunter hunter) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Path folder = Files.createDirectories(tree.scratch().resolve(mutant.name()));
        String verdict;
        try {
            Path planted = planting.plant(mutant, folder);
            List<String> escaped = new ArrayList<>();
            for (Mutant.Killer killer : mutant.killers()) {
                Path log = folder.resolve(killer + ".log");
                String name = tree.testClass(killer);
                if (hunter.allPass(
                        new Hunter.Hunt(killer.module(), planted, name, killer.method(), mutant.cases(), log))) {
                    escaped.add(killer.toString());
                }
            }
            if (!escaped.isEmpty()) {
                throw new Red("SURVIVES " + String.join(" ", escaped));
            }
            verdict = "killed by " + mutant.killers();
            killed.incrementAndGet();
        } catch (Red e) {
            verdict = "RED: " + e.getMessage();
            red.incrementAndGet();
        }
        System.out.printf(
                Locale.ROOT,
                "   %5.1f s  %s: %s: %s%n",
                (System.nanoTime() - began) / 1e9,
                mutant.name(),
                mutant.title(),
                verdict.replace(tree.home() + "/", ""));
    }
}

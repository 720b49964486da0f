package io.ringway.conformance.random;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Several worlds at work beside each other. One that ends before its seed does, or takes too long for it, is replaced and
 * the seed noted as lost. A world answers each seed twice: with its result, and, once it has shrunk what differs, with
 * {@link #READY}; if only the second takes too long, the result stands.
 */
final class Workers {
    static final String READY = "ready";

    private final int count;
    private final ProcessBuilder world;
    private final Limits limits;

    /**
     * How long a world may take.
     *
     * @param seedS for a seed
     * @param shrinkS for shrinking what differs
     */
    record Limits(int seedS, int shrinkS) {}

    /** @param world starts one that reads a seed a line */
    Workers(int count, ProcessBuilder world, Limits limits) {
        this.count = count;
        this.world = world.redirectError(ProcessBuilder.Redirect.INHERIT);
        this.limits = limits;
    }

    /** Each result as it comes, from any thread. */
    void run(Collection<Long> seeds, Consumer<SeedResult> results) throws InterruptedException {
        Queue<Long> left = new ConcurrentLinkedQueue<>(seeds);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // The thread that starts a world has to outlive it.
            Thread thread = new Thread(() -> work(left, results), "worlds-" + i);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void work(Queue<Long> left, Consumer<SeedResult> results) {
        try {
            while (!left.isEmpty()) {
                oneWorld(left, results);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void oneWorld(Queue<Long> left, Consumer<SeedResult> results) throws IOException {
        Process process = world.start();
        try (OutputStream seeds = process.getOutputStream();
                BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            Deadline deadline = new Deadline(process);
            for (Long next = left.poll(); next != null; next = left.poll()) {
                long seed = next;
                String line = deadline.within(limits.seedS(), () -> ask(seeds, lines, seed));
                if (line == null) {
                    String why = deadline.passed() ? "over " + limits.seedS() + " s" : "the world ended";
                    results.accept(SeedResult.lost(seed, why));
                    return;
                }
                results.accept(SeedResult.read(line));
                if (deadline.within(limits.shrinkS(), () -> answer(lines)) == null) {
                    return;
                }
            }
        }
    }

    private static String ask(OutputStream seeds, BufferedReader lines, long seed) {
        try {
            seeds.write((seed + "\n").getBytes(StandardCharsets.US_ASCII));
            seeds.flush();
        } catch (IOException e) {
            return null;
        }
        return answer(lines);
    }

    private static String answer(BufferedReader lines) {
        try {
            return lines.readLine();
        } catch (IOException e) {
            return null;
        }
    }
}

package io.ringway.conformance.random;

import io.ringway.conformance.kernel.ThrowAwayWorld;
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

/** Several worlds at work beside each other; one that ends before its seed does is replaced, and the seed noted as lost. */
final class Workers {
    private final int count;
    private final List<String> arguments;

    Workers(int count, List<String> arguments) {
        this.count = count;
        this.arguments = arguments;
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
        Process process = ThrowAwayWorld.builder(SeedWorker.class, arguments)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream seeds = process.getOutputStream();
                BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (Long seed = left.poll(); seed != null; seed = left.poll()) {
                String line = ask(seeds, lines, seed);
                if (line == null) {
                    results.accept(SeedResult.lost(seed, "the world ended"));
                    return;
                }
                results.accept(SeedResult.read(line));
            }
        }
    }

    private static String ask(OutputStream seeds, BufferedReader lines, long seed) {
        try {
            seeds.write((seed + "\n").getBytes(StandardCharsets.US_ASCII));
            seeds.flush();
            return lines.readLine();
        } catch (IOException e) {
            return null;
        }
    }
}

package io.ringway.conformance.random;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Ends a process, this one alone, that takes too long for what is waited for; a world ends with its first process. */
final class Deadline {
    private final Process process;
    private volatile boolean passed;

    Deadline(Process process) {
        this.process = process;
    }

    /** What the process said; null once it has ended. */
    String within(int seconds, Supplier<String> answer) {
        CountDownLatch answered = new CountDownLatch(1);
        CompletableFuture<Void> guard = CompletableFuture.runAsync(() -> guard(answered, seconds), this::start);
        try {
            return answer.get();
        } finally {
            answered.countDown();
            guard.join();
        }
    }

    boolean passed() {
        return passed;
    }

    private void guard(CountDownLatch answered, int seconds) {
        try {
            if (!answered.await(seconds, TimeUnit.SECONDS)) {
                passed = true;
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start(Runnable task) {
        Thread thread = new Thread(task, "deadline-" + process.pid());
        thread.setDaemon(true);
        thread.start();
    }
}

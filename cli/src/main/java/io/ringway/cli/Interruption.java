package io.ringway.cli;

import io.ringway.pcap.PartialFiles;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, or another signal that ends the program, ends a run's input instead: what came of it until then is reported and
 * written whole before the program goes. A second signal cannot be heard while the first is being answered; SIGKILL can.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch done = new CountDownLatch(1);

    /** @param stop ends the input soon, called from another thread */
    void ends(Runnable stop) {
        PartialFiles.beforeDiscarding(() -> answer(stop));
    }

    private void answer(Runnable stop) {
        stop.run();
        try {
            boolean whole = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!whole) {
                System.err.println("ringway: ended before all was written");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All is reported and written. */
    @Override
    public void close() {
        PartialFiles.beforeDiscarding(() -> {});
        done.countDown();
    }
}

package io.ringway.conformance.kernel;

import com.sun.jna.LastErrorException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Many labs one after the other, or beside each other, in one process: each on a thread with a network and a mount
 * namespace of its own. Threads and programs that it starts inherit both ({@code fork.c:copy_namespaces()}); with the
 * last of them everything is gone.
 */
public final class OwnNetwork {
    private OwnNetwork() {}

    /** Makes the throw-away world ready for them; called once in it, before the first. */
    public static void prepare() {
        ThrowAwayWorld.furnish();
    }

    /** Runs the action on such a thread, and waits for it. */
    public static <T> T call(String name, Callable<T> action) throws Exception {
        FutureTask<T> task = new FutureTask<>(() -> {
            try {
                Libc.unshare(Libc.CLONE_NEWNET | Libc.CLONE_NEWNS);
            } catch (LastErrorException e) {
                throw new KernelException("cannot make a network of its own", e);
            }
            ThrowAwayWorld.furnishAnew();
            return action.call();
        });
        new Thread(task, "ringway-lab-" + name).start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }
}

package io.ringway.conformance.kernel;

import com.sun.jna.LastErrorException;
import java.util.function.Supplier;

/**
 * A namespace of the throw-away world by the lab's name for it. Sockets opened by {@link #inside} stay bound to it, any
 * thread may use them afterwards ({@code setns(2)} moves only the thread that calls it).
 */
final class NetworkNamespace {
    private final String name;
    private final String path;

    private NetworkNamespace(String name, String path) {
        this.name = name;
        this.path = path;
    }

    /** The one that this process runs in. */
    static NetworkNamespace first(String name) {
        return new NetworkNamespace(name, null);
    }

    /** One that {@code ip netns add} made. */
    static NetworkNamespace named(String name) {
        return new NetworkNamespace(name, "/run/netns/" + name);
    }

    String name() {
        return name;
    }

    /** What goes in front of a command so that it acts here. */
    String[] prefix() {
        return path == null ? new String[0] : new String[] {"ip", "netns", "exec", name};
    }

    /** Runs the action on a thread that has entered the namespace, and waits for it. */
    <T> T inside(Supplier<T> action) {
        if (path == null) {
            return action.get();
        }
        Visit<T> visit = new Visit<>(path, action);
        Thread thread = new Thread(visit, "ringway-in-" + name);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KernelException("interrupted in namespace " + name);
        }
        return visit.result();
    }

    /** One visit; its thread ends with it, so that no thread comes back changed. */
    private static final class Visit<T> implements Runnable {
        private final String path;
        private final Supplier<T> action;
        private T value;
        private RuntimeException failure;

        Visit(String path, Supplier<T> action) {
            this.path = path;
            this.action = action;
        }

        @Override
        public void run() {
            try {
                enter();
                value = action.get();
            } catch (RuntimeException e) {
                failure = e;
            }
        }

        private void enter() {
            try {
                int fd = Libc.open(path, Libc.O_RDONLY | Libc.O_CLOEXEC);
                try {
                    Libc.setns(fd, Libc.CLONE_NEWNET);
                } finally {
                    Libc.close(fd);
                }
            } catch (LastErrorException e) {
                throw new KernelException("cannot enter namespace " + path, e);
            }
        }

        T result() {
            if (failure != null) {
                throw failure;
            }
            return value;
        }
    }

    @Override
    public String toString() {
        return name;
    }
}

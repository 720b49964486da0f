package io.ringway.replay.request;

/** What was asked for cannot be done: an unknown interface, an output that cannot be written. The message says all. */
public final class ReplayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean usage;

    public ReplayException(String message, Throwable cause) {
        super(message, cause);
        usage = false;
    }

    private ReplayException(String message) {
        super(message);
        usage = true;
    }

    /** The request itself is wrong: it names what is not there. */
    public static ReplayException usage(String message) {
        return new ReplayException(message);
    }

    /** Whether the request was wrong, rather than that something failed. */
    public boolean isUsage() {
        return usage;
    }
}

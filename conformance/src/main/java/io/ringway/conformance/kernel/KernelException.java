package io.ringway.conformance.kernel;

/** The kernel side could not do what the run needs; the message is for the user. */
public final class KernelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KernelException(String message) {
        super(message);
    }

    public KernelException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}

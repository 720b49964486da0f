package io.ringway.packet;

/** The pool reached its memory limit: the run ends, since dropping would change what comes out. */
public final class PoolExhaustedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PoolExhaustedException(long limitBytes, int cells) {
        super("frame pool exhausted: its limit of " + limitBytes + " bytes is in use by " + cells + " cells");
    }
}

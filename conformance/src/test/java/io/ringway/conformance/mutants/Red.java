package io.ringway.conformance.mutants;

/** Why the gate is red. */
final class Red extends Exception {
    private static final long serialVersionUID = 1;

    Red(String message) {
        super(message);
    }
}

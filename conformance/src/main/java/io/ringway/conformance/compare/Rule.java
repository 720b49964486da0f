package io.ringway.conformance.compare;

/** Excuses one kind of difference that is no difference of behaviour. Listed, with its reason, in docs/fidelity.md. */
public interface Rule {
    /** A few words for reports. */
    String name();

    /** Why both sides may differ there. */
    String reason();
}

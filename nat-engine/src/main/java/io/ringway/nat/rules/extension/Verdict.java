package io.ringway.nat.rules.extension;

/** How a rule ends for a packet. */
public enum Verdict {
    /** On to the next rule. */
    CONTINUE,
    ACCEPT,
    DROP,
    RETURN,
    JUMP,
    GOTO,
    /** What the rule's {@link Target} says. */
    TARGET
}

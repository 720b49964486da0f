package io.ringway.nat.rules.extension;

/** What an extension may ask of the rule that it is read for, as far as the rule has been read. */
public interface RuleHead {
    /** The protocol of {@code -p}, 0 while there is none. */
    int protocol();

    boolean protocolInverted();

    /** Takes the next word of the command line when it is neither an option nor {@code !}, else returns null. */
    String takeWord();
}

package io.ringway.nat.rules.extension;

import io.ringway.nat.set.IpSets;

/** What an extension may ask of the rule that it is read for, as far as the rule has been read. */
public interface RuleHead {
    /** The protocol of {@code -p}, 0 while there is none. */
    int protocol();

    boolean protocolInverted();

    /** The sets that a rule of this namespace can name. */
    IpSets sets();

    /** Says something on stderr that refuses nothing. */
    void warn(String line);

    /** Takes the next word of the command line when it is neither an option nor {@code !}, else returns null. */
    String takeWord();
}

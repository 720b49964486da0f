package io.ringway.nat.rules;

/** What a command line does, with the letter that messages name it by and the options that it refuses. */
enum CommandKind {
    INSERT('I', "nx0"),
    DELETE('D', "nx0c"),
    DELETE_NUMBER('D', "nsdpjxio0cf"),
    REPLACE('R', "nx0"),
    APPEND('A', "nx0"),
    LIST('L', "sdpjiocf"),
    FLUSH('F', "nsdpjxio0cf"),
    ZERO('Z', "nsdpjxio0cf"),
    NEW_CHAIN('N', "nsdpjxio0cf"),
    DELETE_CHAIN('X', "nsdpjxio0cf"),
    POLICY('P', "nsdpjxio0f"),
    RENAME('E', "nsdpjxio0cf"),
    LIST_RULES('S', "nsdpjxio0cf"),
    CHECK('C', "nx0c"),
    VERSION('V', "");

    final char letter;
    /** Letters in the order in which the tool checks them; 0 is {@code --line-numbers}. */
    private final String refused;

    CommandKind(char letter, String refused) {
        this.letter = letter;
        this.refused = refused;
    }

    boolean refuses(char option) {
        return refused.indexOf(option) >= 0;
    }

    /** Whether the command carries a rule. */
    boolean takesRule() {
        return this == INSERT || this == DELETE || this == REPLACE || this == APPEND || this == CHECK;
    }
}

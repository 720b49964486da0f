package io.ringway.nat.conntrack.tool;

/**
 * What the tool can be told to do, and which options go with it: those that have to be said, those that may, and whether
 * {@code -s -d} or {@code -r -q} have to be said together.
 */
enum ToolCommand {
    LIST("", "sdrqpuz{}mfngocjwl()", false, "%d flow entries have been shown.\n"),
    CREATE("pt", "sdrqumngw<()", true, "%d flow entries have been created.\n"),
    ADD("pt", "sdrqumngw<()", true, "%d flow entries have been added.\n"),
    UPDATE("", "sdrqptu{}mifngol<>", false, "%d flow entries have been updated.\n"),
    DELETE("", "sdrqptu{}mifngowl()", false, "%d flow entries have been deleted.\n"),
    GET("p", "sdrqiol", true, "%d flow entries have been shown.\n"),
    FLUSH("", "f", false, ""),
    EVENT("", "sdrqpe{}mfngocbjwl()", false, "%d flow events have been shown.\n"),
    VERSION("", "", false, ""),
    HELP("", "p", false, ""),
    COUNT("", "", false, ""),
    STATISTICS("", "", false, ""),
    LIST_EXPECTED("", "fo", false, "%d expectations have been shown.\n"),
    CREATE_EXPECTED("sdpt[]{}", "rqu", false, ""),
    DELETE_EXPECTED("sdp", "rq", false, "%d expectations have been shown.\n"),
    GET_EXPECTED("sdp", "rq", false, ""),
    FLUSH_EXPECTED("", "", false, ""),
    EVENT_EXPECTED("", "o", false, ""),
    COUNT_EXPECTED("", "", false, ""),
    STATISTICS_EXPECTED("", "", false, ""),
    NONE("", "", false, "");

    final String required;
    final String optional;
    final boolean paired;

    /** Of the last line on stderr; "" for none. */
    final String summary;

    ToolCommand(String required, String optional, boolean paired, String summary) {
        this.required = required;
        this.optional = optional;
        this.paired = paired;
        this.summary = summary;
    }

    boolean makes() {
        return this == CREATE || this == ADD;
    }

    /** Whether addresses without a family are taken for IPv4, and not for any. */
    boolean assumesIpv4() {
        return switch (this) {
            case LIST, UPDATE, DELETE, GET, FLUSH, EVENT -> false;
            default -> true;
        };
    }

    /** By its letter, null for none. */
    static ToolCommand of(char letter, boolean expected) {
        return switch (letter) {
            case 'L' -> expected ? LIST_EXPECTED : LIST;
            case 'I' -> expected ? CREATE_EXPECTED : CREATE;
            case 'D' -> expected ? DELETE_EXPECTED : DELETE;
            case 'G' -> expected ? GET_EXPECTED : GET;
            case 'F' -> expected ? FLUSH_EXPECTED : FLUSH;
            case 'E' -> expected ? EVENT_EXPECTED : EVENT;
            case 'C' -> expected ? COUNT_EXPECTED : COUNT;
            case 'S' -> expected ? STATISTICS_EXPECTED : STATISTICS;
            case 'V' -> VERSION;
            case 'h' -> HELP;
            case 'U' -> expected ? null : UPDATE;
            case 'A' -> expected ? null : ADD;
            default -> null;
        };
    }
}

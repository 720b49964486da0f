package io.ringway.nat.rules;

/**
 * How {@code -L} and {@code -S} print.
 *
 * @param protocolNames whether protocols keep their names where {@code -n} is given, as in versions before 1.8.9
 */
record ListFormat(boolean numeric, boolean verbose, boolean exact, boolean lineNumbers, boolean protocolNames) {
    ListFormat(boolean numeric, boolean verbose, boolean exact, boolean lineNumbers) {
        this(numeric, verbose, exact, lineNumbers, false);
    }

    ListFormat withProtocolNames() {
        return new ListFormat(numeric, verbose, exact, lineNumbers, true);
    }
}

package io.ringway.nat.set;

/** What a rule wants of a member's counter, as {@code --packets-gt 5}. */
public record CounterCondition(Kind kind, long value) {
    /** In the order of {@code enum ip_set_counter_op}. */
    public enum Kind {
        NONE,
        EQUAL,
        UNEQUAL,
        LESS,
        GREATER
    }

    public static final CounterCondition NONE = new CounterCondition(Kind.NONE, 0);

    /** Null for a text that is no number of 64 bits. */
    public static CounterCondition of(Kind kind, String text) {
        String number = text.startsWith("-") ? "x" : text;
        boolean highest = number.equals("18446744073709551615");
        boolean fits = highest || WholeNumber.problem(number, -1) == null;
        return fits ? new CounterCondition(kind, highest ? -1 : WholeNumber.parse(number, -1)) : null;
    }

    boolean holds(long counter) {
        return switch (kind) {
            case NONE -> true;
            case EQUAL -> counter == value;
            case UNEQUAL -> counter != value;
            case LESS -> Long.compareUnsigned(counter, value) < 0;
            case GREATER -> Long.compareUnsigned(counter, value) > 0;
        };
    }
}

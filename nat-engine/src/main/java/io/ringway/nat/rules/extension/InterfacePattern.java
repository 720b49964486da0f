package io.ringway.nat.rules.extension;

/** An interface name, or its beginning before a final {@code +}, as {@code -i} and {@code -o} take it. */
public final class InterfacePattern {
    private static final int MAX_LENGTH = 15;

    private final String text;
    private final String prefix;
    private String askedName;
    private boolean askedAnswer;

    private InterfacePattern(String text) {
        this.text = text;
        this.prefix = text.isEmpty() ? "" : text.endsWith("+") ? text.substring(0, text.length() - 1) : null;
    }

    public static InterfacePattern parse(String text) {
        if (text.isEmpty()) {
            throw Refusal.parameter("Empty interface is likely to be undesired");
        }
        return ofAny(text);
    }

    /** The same where nothing at all stands for any interface too ({@code xtables_parse_interface()}). */
    public static InterfacePattern ofAny(String text) {
        if (text.length() > MAX_LENGTH) {
            throw Refusal.parameter("interface name `" + text + "' must be shorter than IFNAMSIZ (15)");
        }
        return new InterfacePattern(text);
    }

    /** What the tool says of a name that {@link #isWeird is weird}. */
    public String warning() {
        return "Warning: weird character in interface `" + text + "' ('/' and ' ' are not allowed by the kernel).";
    }

    /** Whether no interface can have the name. */
    public boolean isWeird() {
        return !isAny() && (text.indexOf('/') >= 0 || text.indexOf(' ') >= 0);
    }

    /** Whether this is {@code +}, which stands for every interface and for none. */
    public boolean isAny() {
        return prefix != null && prefix.isEmpty();
    }

    /**
     * Remembers the answer for the name asked last: a namespace hands out the same String while an interface keeps its
     * name, so that mostly an identity comparison decides.
     */
    public boolean matches(String name) {
        if (name != askedName) {
            askedAnswer = prefix == null ? text.equals(name) : name.startsWith(prefix);
            askedName = name;
        }
        return askedAnswer;
    }

    @Override
    public String toString() {
        return text;
    }
}

package io.ringway.nat.rules.match;

/** The name of a list that shows as a file below {@code /proc/net}. */
final class ProcName {
    private ProcName() {}

    /** Whether the kernel takes the name ({@code xt_check_proc_name()}). */
    static boolean isAllowed(String name) {
        return !name.isEmpty() && !name.equals(".") && !name.equals("..") && name.indexOf('/') < 0;
    }

    /** The tool hands no more on than the kernel's field holds, a byte less for its end. */
    static String cut(String name, int fieldLength) {
        return name.length() < fieldLength ? name : name.substring(0, fieldLength - 1);
    }
}

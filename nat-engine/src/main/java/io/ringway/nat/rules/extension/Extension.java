package io.ringway.nat.rules.extension;

import java.util.List;
import java.util.function.Supplier;

/**
 * A kind of match ({@code Extension<Match>}) or target ({@code Extension<Target>}): one file each, and one line in
 * {@code Extensions}.
 *
 * @param name as {@code -m} or {@code -j} takes it
 * @param checked whether options are held against what {@link ExtensionOption} says of them, as the tool does with the
 *     options of newer extensions; older ones check by themselves
 * @param options in the order in which messages name them
 * @param reading starts reading one occurrence
 */
public record Extension<T>(String name, boolean checked, List<ExtensionOption> options, Supplier<Reading<T>> reading) {
    /** Collects the options of one occurrence. */
    public interface Reading<T> {
        /**
         * @param id of the option met
         * @param argument "" for an option without one
         * @throws Refusal in the tool's words
         */
        void option(int id, String argument, boolean inverted, RuleHead head);

        /** What the options amount to. */
        T finish(RuleHead head);

        /** Whether {@link #finish} judges before mandatory options are asked for, even where there is no option at all. */
        default boolean judgesFirst() {
            return false;
        }
    }

    public static <T> Extension<T> of(String name, Supplier<Reading<T>> reading, ExtensionOption... options) {
        return new Extension<>(name, true, List.of(options), reading);
    }

    public static <T> Extension<T> selfChecked(String name, Supplier<Reading<T>> reading, ExtensionOption... options) {
        return new Extension<>(name, false, List.of(options), reading);
    }
}

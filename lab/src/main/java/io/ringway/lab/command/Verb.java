package io.ringway.lab.command;

import io.ringway.lab.CommandResult;
import java.util.List;

/**
 * What an object of {@code ip} or {@code bridge} can be told to do.
 *
 * @param names any of which a user may abbreviate
 */
public record Verb(List<String> names, Action action) {

    /** Does it; the cursor stands behind the verb. */
    @FunctionalInterface
    public interface Action {
        CommandResult run(Arguments args, Scene scene, ShowOptions options);
    }

    public static Verb of(String names, Action action) {
        return new Verb(List.of(names.split(" ", -1)), action);
    }

    boolean answersTo(String word) {
        return names.stream().anyMatch(name -> Arguments.abbreviates(word, name));
    }
}

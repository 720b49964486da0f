package io.ringway.lab.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringway.lab.CommandResult;
import io.ringway.lab.show.PrettyJson;

/**
 * The options in front of an object of {@code ip} or {@code bridge}.
 *
 * @param statisticsLevel how often {@code -s} was given
 * @param family whose objects are asked for
 * @param numeric whether numbers are shown for names
 */
public record ShowOptions(
        boolean json,
        boolean pretty,
        int statisticsLevel,
        boolean details,
        boolean brief,
        boolean oneline,
        Family family,
        boolean numeric) {

    /** {@code -4}, {@code -6}, {@code -0} and {@code -M}. */
    public enum Family {
        ANY,
        INET,
        INET6,
        LINK,
        OTHER;

        /** Whether it is one that the model has nothing of. */
        public boolean isForeign() {
            return this == INET6 || this == OTHER;
        }
    }

    /** Whether the word asks for colours only where a terminal is, which a lab's output never goes to. */
    public static boolean leavesColorsOut(String word) {
        return word.matches("--?c(o(l(or?)?)?)?=(never|auto)");
    }

    public boolean statistics() {
        return statisticsLevel > 0;
    }

    public boolean ipv4Only() {
        return family == Family.INET;
    }

    /** What the tool prints of its objects: as JSON where that is wanted. */
    public CommandResult printed(JsonNode objects, String text) {
        if (json) {
            return CommandResult.printed((pretty ? PrettyJson.format(objects) : objects.toString()) + "\n");
        }
        return CommandResult.printed(text);
    }
}

package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Refusal;
import java.util.List;

/**
 * The states and the statuses of connections in the tool's words: a list joined by commas, in any case, of which the
 * beginning of a word suffices.
 *
 * @param names in the order of printing
 * @param bits what each of them stands for
 */
record NamedBits(List<String> names, List<Integer> bits) {
    int parse(String option, String argument) {
        return parse(option, argument, null);
    }

    /**
     * The message names all that is left to be read, as the tool's does.
     *
     * @param open what is said of a list behind which nothing stands, or null for the usual
     */
    int parse(String option, String argument, String open) {
        int all = 0;
        int from = 0;
        while (from <= argument.length()) {
            int comma = argument.indexOf(',', from);
            int to = comma < 0 ? argument.length() : comma;
            if (open != null && from == argument.length()) {
                throw Refusal.parameter(open);
            }
            int found = find(argument.substring(from, to));
            if (found < 0) {
                throw Refusal.parameter("Bad " + option + " \"" + argument.substring(from) + "\"");
            }
            all |= bits.get(found);
            from = to + 1;
        }
        return all;
    }

    private int find(String word) {
        for (int i = 0; i < names.size() && !word.isEmpty(); i++) {
            if (names.get(i).regionMatches(true, 0, word, 0, word.length())) {
                return i;
            }
        }
        return -1;
    }

    /** Appends the names of these bits, joined by commas; the name that stands for no bit where there is none. */
    void append(StringBuilder out, int of) {
        String separator = "";
        for (int i = 0; i < names.size(); i++) {
            int bit = bits.get(i);
            if (bit == 0 ? of == 0 : (of & bit) != 0) {
                out.append(separator).append(names.get(i));
                separator = ",";
            }
        }
    }
}

package io.ringway.lab.text;

import io.ringway.lab.LabException;
import io.ringway.lab.shell.Word;
import java.util.List;

/** All that a lab's output may be piped into. */
public final class TextFilters {
    private static final String NAMES = "grep, head, tail and wc";

    private TextFilters() {}

    /**
     * @param words the filter's name and its arguments
     * @throws LabException for another program, an option that is not here, or a file to be read
     */
    public static TextFilter read(List<Word> words) {
        FilterWords arguments = new FilterWords(words);
        return switch (words.get(0).text()) {
            case "grep" -> GrepOptions.read(arguments, false);
            case "egrep" -> GrepOptions.read(arguments, true);
            case "head" -> Part.head(arguments);
            case "tail" -> Part.tail(arguments);
            case "wc" -> WordCount.read(arguments);
            default ->
                throw new LabException(
                        words.get(0).position(),
                        "",
                        words.get(0).text() + ": pipes lead into " + NAMES + " only",
                        LabException.USAGE);
        };
    }
}

package io.ringway.lab.text;

import io.ringway.lab.LabException;
import io.ringway.lab.shell.Word;
import java.util.List;

/** The arguments of a filter, read as {@code getopt_long()} does: bundled letters, values attached or behind. */
final class FilterWords {
    private final List<Word> words;
    private int at = 1;
    private String letters = "";
    private boolean onlyOperands;

    FilterWords(List<Word> words) {
        this.words = words;
    }

    String tool() {
        return words.get(0).text();
    }

    boolean hasNext() {
        return !letters.isEmpty() || at < words.size();
    }

    /**
     * The next option as {@code -x} or {@code --name}, or an operand as it is, for which {@link #isOption} is false
     * then. A number such as {@code -20} is one option.
     */
    String next() {
        if (!letters.isEmpty()) {
            String option = "-" + letters.charAt(0);
            letters = letters.substring(1);
            return option;
        }
        String word = words.get(at++).text();
        if (!onlyOperands && word.equals("--")) {
            onlyOperands = true;
            return hasNext() ? next() : "--";
        }
        if (isLong(word) && word.contains("=")) {
            int equals = word.indexOf('=');
            letters = word.substring(equals);
            return word.substring(0, equals);
        }
        if (!isOption(word) || isLong(word) || word.matches("-\\d+")) {
            return word;
        }
        letters = word.substring(2);
        return word.substring(0, 2);
    }

    boolean isOption(String word) {
        return !onlyOperands && word.length() > 1 && word.startsWith("-");
    }

    private boolean isLong(String word) {
        return !onlyOperands && word.startsWith("--");
    }

    /** The value of the option just read. */
    String value() {
        if (!letters.isEmpty()) {
            String value = letters.startsWith("=") ? letters.substring(1) : letters;
            letters = "";
            return value;
        }
        if (at >= words.size()) {
            throw refuse(tool() + ": option requires an argument");
        }
        return words.get(at++).text();
    }

    /** A value that need not be there, and then only stands behind {@code =}. */
    void skipOptionalValue() {
        letters = "";
    }

    /** As {@link #value}, a number from 0 on. */
    int number() {
        String value = value();
        if (!value.matches("\\d{1,9}")) {
            throw refuse(tool() + ": \"" + value + "\" is no number");
        }
        return Integer.parseInt(value);
    }

    LabException unknown(String word) {
        return refuse(tool() + " " + word + " is not part of the lab language");
    }

    LabException file(String word) {
        return refuse(tool() + ": " + word + ": no file is read, only what the pipe brings");
    }

    LabException refuse(String message) {
        Word blamed = words.get(Math.min(at, words.size()) - 1);
        return new LabException(blamed.position(), "", message, LabException.USAGE);
    }
}

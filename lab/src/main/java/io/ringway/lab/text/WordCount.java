package io.ringway.lab.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ringway.lab.CommandResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@code wc} of coreutils, reading a pipe: lines, words, characters, bytes, in this order. */
record WordCount(Set<Column> columns) implements TextFilter {
    /** Columns are that wide where there are several and their size is not known before ({@code wc.c:compute_number_width()}). */
    private static final int WIDTH = 7;

    enum Column {
        LINES,
        WORDS,
        CHARACTERS,
        BYTES
    }

    static WordCount read(FilterWords words) {
        Set<Column> columns = new TreeSet<>();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "-l", "--lines" -> columns.add(Column.LINES);
                case "-w", "--words" -> columns.add(Column.WORDS);
                case "-m", "--chars" -> columns.add(Column.CHARACTERS);
                case "-c", "--bytes" -> columns.add(Column.BYTES);
                default -> throw words.isOption(word) ? words.unknown(word) : words.file(word);
            }
        }
        return new WordCount(columns.isEmpty() ? Set.of(Column.LINES, Column.WORDS, Column.BYTES) : columns);
    }

    @Override
    public CommandResult apply(String input) {
        List<String> texts = new ArrayList<>();
        for (Column column : new TreeSet<>(columns)) {
            String number = Long.toString(count(column, input));
            texts.add(columns.size() == 1 ? number : " ".repeat(Math.max(0, WIDTH - number.length())) + number);
        }
        return CommandResult.printed(String.join(" ", texts) + "\n");
    }

    private static long count(Column column, String input) {
        return switch (column) {
            case LINES -> input.chars().filter(c -> c == '\n').count();
            case WORDS -> input.isBlank() ? 0 : input.strip().split("\\s+").length;
            case CHARACTERS -> input.codePointCount(0, input.length());
            case BYTES -> input.getBytes(UTF_8).length;
        };
    }
}

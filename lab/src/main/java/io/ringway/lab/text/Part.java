package io.ringway.lab.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ringway.lab.CommandResult;
import java.util.Arrays;
import java.util.List;

/**
 * {@code head} and {@code tail} of coreutils: the first or last lines or bytes, or all but some.
 *
 * @param bytes whether bytes are counted, not lines
 * @param complement all but the last ones of {@code head}; from the one of that number on of {@code tail}
 */
record Part(boolean bytes, boolean head, boolean complement, int count) implements TextFilter {
    private static final int DEFAULT_LINES = 10;

    static Part head(FilterWords words) {
        return read(words, true);
    }

    static Part tail(FilterWords words) {
        return read(words, false);
    }

    /** {@code head -n -5} and {@code tail -n +5} mean the other end. */
    private static Part read(FilterWords words, boolean head) {
        Part part = new Part(false, head, false, DEFAULT_LINES);
        while (words.hasNext()) {
            String word = words.next();
            if (word.matches("-\\d{1,9}")) {
                part = new Part(false, head, false, Integer.parseInt(word.substring(1)));
                continue;
            }
            switch (word) {
                case "-n", "--lines" -> part = counted(words, head, false);
                case "-c", "--bytes" -> part = counted(words, head, true);
                case "-q", "--quiet", "--silent", "-" -> {}
                default -> throw words.isOption(word) ? words.unknown(word) : words.file(word);
            }
        }
        return part;
    }

    private static Part counted(FilterWords words, boolean head, boolean bytes) {
        String value = words.value();
        if (!value.matches("[-+]?\\d{1,9}")) {
            throw words.refuse(
                    words.tool() + ": invalid number of " + (bytes ? "bytes" : "lines") + ": ‘" + value + "’");
        }
        int number = Math.abs(Integer.parseInt(value));
        boolean complement = value.startsWith(head ? "-" : "+");
        return new Part(bytes, head, complement, number);
    }

    @Override
    public CommandResult apply(String input) {
        if (bytes) {
            byte[] all = input.getBytes(UTF_8);
            return CommandResult.printed(new String(Arrays.copyOfRange(all, from(all.length), to(all.length)), UTF_8));
        }
        List<String> lines = Lines.of(input);
        return CommandResult.printed(String.join("", lines.subList(from(lines.size()), to(lines.size()))));
    }

    private int from(int size) {
        if (head) {
            return 0;
        }
        return complement ? Math.min(size, Math.max(0, count - 1)) : Math.max(0, size - count);
    }

    private int to(int size) {
        if (!head) {
            return size;
        }
        return complement ? Math.max(0, size - count) : Math.min(size, count);
    }
}

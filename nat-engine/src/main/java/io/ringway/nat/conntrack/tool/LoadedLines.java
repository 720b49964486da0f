package io.ringway.nat.conntrack.tool;

import java.util.ArrayList;
import java.util.List;

/** What {@code -R} reads: command lines of the tool, one a line ({@code ct_file_parse_line()}). */
final class LoadedLines {
    private LoadedLines() {}

    static List<ToolRequest> read(String text, StringBuilder said) {
        List<ToolRequest> requests = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            String command = line.replaceFirst("^[ \t]+", "");
            if (!command.isEmpty() && !command.startsWith("#")) {
                requests.add(ToolReader.read(words(command), said));
            }
        }
        for (ToolRequest request : requests) {
            boolean may = switch (request.command) {
                case CREATE, ADD, UPDATE, DELETE, FLUSH -> true;
                default -> false;
            };
            if (!may) {
                throw ConntrackRefusal.parameter(
                        "Cannot use command `" + letter(request.command) + "' with --load-file");
            }
        }
        return requests;
    }

    private static String letter(ToolCommand command) {
        return switch (command) {
            case LIST -> "-L";
            case GET -> "-G";
            case EVENT -> "-E";
            case VERSION -> "-V";
            case HELP -> "-h";
            case COUNT -> "-C";
            case STATISTICS -> "-S";
            case LIST_EXPECTED -> "-L expect";
            case CREATE_EXPECTED, COUNT_EXPECTED -> "-C expect";
            case DELETE_EXPECTED -> "-D expect";
            case GET_EXPECTED -> "-G expect";
            case FLUSH_EXPECTED -> "-F expect";
            case EVENT_EXPECTED -> "-E expect";
            case STATISTICS_EXPECTED -> "-S expect";
            default -> "unknown";
        };
    }

    /** Words with blanks between them; double quotes keep blanks, and a backslash within them the next character. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
                if (quoted) {
                    continue;
                }
            } else if (quoted) {
                boolean escaped = letter == '\\' && i + 1 < line.length();
                word.append(escaped ? line.charAt(++i) : letter);
                continue;
            } else if (letter != ' ' && letter != '\t') {
                word.append(letter);
                continue;
            }
            if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }
}

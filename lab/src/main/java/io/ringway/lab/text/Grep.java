package io.ringway.lab.text;

import io.ringway.lab.CommandResult;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * GNU {@code grep}: exit code 0 when a line was selected, 1 when none was.
 *
 * @param before lines of context, as {@code after}
 * @param most lines to select at most
 */
record Grep(Pattern pattern, boolean invert, Show show, boolean numbers, int before, int after, int most)
        implements TextFilter {
    /** What is printed of a selected line; of two that are asked for, the later one here counts. */
    enum Show {
        LINES,
        MATCHES,
        COUNT,
        NOTHING;

        Show stronger(Show other) {
            return compareTo(other) > 0 ? this : other;
        }
    }

    @Override
    public CommandResult apply(String input) {
        List<String> lines = Lines.of(input);
        StringBuilder out = new StringBuilder();
        int selected = 0;
        int printed = 0;
        int pending = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = Lines.withoutNewline(lines.get(i));
            boolean chosen = selected < most && pattern.matcher(line).find() != invert;
            if (chosen) {
                selected++;
                int from = Math.max(printed, i - before);
                boolean gap = printed > 0 && from > printed;
                if (show == Show.LINES && gap && before + after > 0) {
                    out.append("--\n");
                }
                for (int context = from; context < i; context++) {
                    print(out, context, '-', Lines.withoutNewline(lines.get(context)));
                }
                print(out, i, ':', line);
                printed = i + 1;
                pending = after;
            } else if (pending > 0) {
                pending--;
                print(out, i, '-', line);
                printed = i + 1;
            } else if (selected >= most) {
                break;
            }
        }
        if (show == Show.COUNT) {
            out.append(selected).append('\n');
        }
        return new CommandResult(selected > 0 ? 0 : 1, out.toString(), "");
    }

    private void print(StringBuilder out, int index, char sign, String line) {
        boolean isContext = sign == '-';
        if (show == Show.LINES) {
            number(out, index, sign).append(line).append('\n');
        } else if (show == Show.MATCHES && !isContext && !invert) {
            matches(out, index, line);
        }
    }

    private StringBuilder number(StringBuilder out, int index, char sign) {
        return numbers ? out.append(index + 1).append(sign) : out;
    }

    /** Of all matches that begin at one place the longest, as POSIX wants it. */
    private void matches(StringBuilder out, int index, String line) {
        Matcher matcher = pattern.matcher(line).useTransparentBounds(true).useAnchoringBounds(false);
        int from = 0;
        while (from <= line.length() && matcher.region(from, line.length()).find()) {
            int start = matcher.start();
            int end = longest(matcher, start, matcher.end(), line.length());
            if (end > start) {
                number(out, index, ':').append(line, start, end).append('\n');
            }
            from = Math.max(end, start + 1);
        }
    }

    private static int longest(Matcher matcher, int start, int found, int limit) {
        for (int end = limit; end > found; end--) {
            if (matcher.region(start, end).matches()) {
                return end;
            }
        }
        return found;
    }
}

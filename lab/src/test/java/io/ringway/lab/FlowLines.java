package io.ringway.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes answers of {@code conntrack} comparable: the kernel lists by hash, so that lines of an answer have no order; its ids and port ids
 * are its own; what is left of a timeout is rounded up to ten seconds; it may have more than one processor.
 */
final class FlowLines {
    private static final Pattern TIMEOUT =
            Pattern.compile("(\\w+ +\\d+ |<timeout>|^-[AUD] -t )(\\d+)(?=[ <])", Pattern.MULTILINE);

    private static final Pattern EVENT = Pattern.compile("\\[(NEW|UPDATE|DESTROY)\\] |<flow type|USERSPACE");

    private FlowLines() {}

    /** A transcript, in which a line that begins with {@code $} is a command. */
    static String normal(String transcript) {
        StringBuilder out = new StringBuilder();
        List<String> answer = new ArrayList<>();
        boolean heredoc = false;
        for (String line : transcript.split("\n", -1)) {
            if (heredoc || line.startsWith("$ ")) {
                flush(out, answer);
                out.append(line).append('\n');
                heredoc = heredoc ? !line.equals("EOF") : line.endsWith("<<EOF");
            } else {
                answer.add(line);
            }
        }
        flush(out, answer);
        return out.toString();
    }

    private static void flush(StringBuilder out, List<String> answer) {
        // What happened has an order.
        answer.stream()
                .filter(line -> !line.matches("cpu=[1-9].*"))
                .map(FlowLines::line)
                .sorted(Comparator.comparing(line -> EVENT.matcher(line).find() ? "" : "." + line))
                .forEach(line -> out.append(line).append('\n'));
        answer.clear();
    }

    private static String line(String line) {
        String plain = line.replaceAll("(?<=use=\\d )id=\\d+| id=\\d{6,}", " id=N")
                .replaceAll("<id>\\d+</id>", "<id>N</id>")
                .replaceAll("portid=\\d+( progname=\\w+)?", "portid=N");
        Matcher matcher = TIMEOUT.matcher(plain);
        return matcher.replaceFirst(found -> found.group(1) + (Long.parseLong(found.group(2)) + 9) / 10 * 10);
    }
}

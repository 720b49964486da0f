package io.ringway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/cookbook.md prints is what its commands print of the hosts that stand beside it, line by line. */
class CookbookTest {
    private static final Path PAGE = Path.of("../docs/cookbook.md");
    private static final Path HOSTS = Path.of("../conformance/hosts/broken");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final String LEFT_OUT = "…";

    /** @param host the folder of the recording that the command is about */
    private record Recipe(String host, String command, List<String> printed) {
        @Override
        public String toString() {
            return host + ": " + command;
        }
    }

    static Stream<Recipe> recipes() throws IOException {
        List<Recipe> all = new ArrayList<>();
        String host = "";
        Recipe open = null;
        for (String line : Files.readAllLines(PAGE)) {
            if (line.matches("<!-- \\S+ -->")) {
                host = line.substring(5, line.length() - 4);
            }
            if (line.startsWith("    $ ringway ")) {
                open = new Recipe(host, line.substring(14), new ArrayList<>());
                all.add(open);
            } else if (open != null && (line.startsWith("    ") || line.isEmpty())) {
                open.printed().add(line.isEmpty() ? line : line.substring(4));
            } else {
                open = null;
            }
        }
        return all.stream().filter(one -> !one.host().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void printsWhatThePageSays(Recipe recipe) {
        Path folder = HOSTS.resolve(recipe.host());
        String snapshot = folder.resolve("host.snapshot.gz").toString();
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(recipe.command());
        while (word.find()) {
            String text = word.group(1) == null ? word.group(2) : word.group(1);
            words.add(text.replace("host.snapshot", snapshot).replace("any.pcap", folder + "/any/any.pcap.gz"));
        }
        Run run = Run.ringway(words.toArray(String[]::new));
        List<String> lines = Stream.concat(run.out().lines(), run.err().lines())
                .map(line -> line.replace(snapshot, "host.snapshot"))
                .toList();
        int at = 0;
        boolean gap = false;
        for (String line :
                recipe.printed().stream().filter(each -> !each.isEmpty()).toList()) {
            if (line.equals(LEFT_OUT)) {
                gap = true;
                continue;
            }
            int found = lines.subList(at, lines.size()).indexOf(line);
            assertThat(found).as("\"%s\" of the page in %s", line, lines).isNotNegative();
            boolean follows = gap
                    || line.startsWith("ringway: ")
                    || lines.subList(at, at + found).stream().allMatch(String::isEmpty);
            assertThat(follows).as("\"%s\" follows at once in %s", line, lines).isTrue();
            at += found + 1;
            gap = false;
        }
        assertThat(at).as("lines of the page").isPositive();
    }
}

package io.ringway.lab.command;

import io.ringway.lab.Flow;
import io.ringway.lab.LabCommand;
import io.ringway.lab.LabException;
import io.ringway.lab.SourcePosition;
import io.ringway.lab.ip.IpNamespace;
import io.ringway.lab.shell.ShellCommand;
import io.ringway.lab.shell.ShellReader;
import io.ringway.lab.shell.Word;
import io.ringway.lab.text.TextFilter;
import io.ringway.lab.text.TextFilters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes lab commands of what the shell reader found: {@code sudo}, {@code ip -n} and {@code ip netns exec} are
 * resolved, {@code echo … > /proc/sys/…} becomes a {@code sysctl}, and what no command has for a name is refused.
 */
public final class CommandReader {
    private static final String PROC_SYS = "/proc/sys/";
    private static final Set<String> SHELL_OPTIONS = Set.of("-e", "-u", "-eu", "-ue", "-o", "pipefail", "-euo", "+e");
    private static final Set<String> NO_BACKGROUND = Set.of("ping");

    private final List<LabCommand> commands = new ArrayList<>();

    private boolean joined;
    private boolean errexit;
    private boolean pipefail;

    private CommandReader() {}

    /**
     * @throws LabException for what the lab language does not have
     */
    public static List<LabCommand> read(String file, String text) {
        if (isRuleDump(text)) {
            SourcePosition start = new SourcePosition(file, 1, 1);
            return List.of(new LabCommand(
                    start, LabCommand.UNNAMED, List.of("iptables-restore", "-c"), List.of(start, start), text, false));
        }
        CommandReader reader = new CommandReader();
        new ShellReader(file, text, isTranscript(text)).read().forEach(reader::add);
        return reader.commands;
    }

    /** Whether the first line that is no comment opens a table: {@code *filter}. */
    private static boolean isRuleDump(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .filter(line -> line.matches("\\*[a-z]+"))
                .isPresent();
    }

    /**
     * Whether the text was pasted from a root shell: each line starts with {@code #}, which bash would take for nothing
     * but comments, and behind at least one of them stands a command.
     */
    private static boolean isTranscript(String text) {
        boolean allMarked = text.lines().allMatch(line -> line.isBlank() || line.startsWith("#"));
        return allMarked
                && text.lines()
                        .filter(line -> line.startsWith("# "))
                        .map(line -> line.substring(2).strip().split("\\s", 2)[0])
                        .anyMatch(word -> Commands.named(word) != null);
    }

    private void add(ShellCommand command) {
        List<Word> words = new ArrayList<>(command.words());
        SourcePosition start = words.get(0).position();
        String namespace = LabCommand.UNNAMED;
        boolean moved = true;
        while (moved) {
            words = withoutSudo(words);
            IpNamespace ip = IpNamespace.of(words);
            moved = ip != null;
            if (moved) {
                namespace = ip.namespace();
                words = ip.words();
            }
        }
        Word name = words.get(0);
        if (name.text().equals("set") && SHELL_OPTIONS.containsAll(texts(words.subList(1, words.size())))) {
            set(texts(words));
            return;
        }
        if (Commands.named(name.text()) == null) {
            throw unknown(name);
        }
        if (command.background() && NO_BACKGROUND.contains(name.text())) {
            throw new LabException(
                    start, "", name.text() + " in the background is not modelled yet", LabException.USAGE);
        }
        if (command.redirect() != null) {
            writeSetting(command, words, start);
            return;
        }
        List<SourcePosition> positions = words.stream().map(Word::position).toList();
        commands.add(new LabCommand(
                start,
                namespace,
                texts(words),
                positions,
                command.stdin(),
                command.background(),
                filters(command),
                flow(command)));
    }

    private void set(List<String> words) {
        for (String word : words) {
            errexit = word.equals("+e") ? false : errexit || word.matches("-u?eu?o?");
            pipefail |= word.equals("pipefail");
        }
    }

    private Flow flow(ShellCommand command) {
        boolean afterSuccess = joined;
        joined = command.end().equals("&&");
        return new Flow(afterSuccess, joined, errexit, pipefail, command.redirect() != null);
    }

    private static List<TextFilter> filters(ShellCommand command) {
        List<TextFilter> filters = new ArrayList<>();
        for (List<Word> words : command.filters()) {
            filters.add(TextFilters.read(withoutSudo(words)));
        }
        return filters;
    }

    private static LabException unknown(Word name) {
        String instead = Alternatives.to(name.text());
        String words = instead.isEmpty()
                ? ": command not found in Ringway's lab language, which has " + Commands.names()
                : " is not part of Ringway's lab language: " + instead;
        return new LabException(name.position(), "", name.text() + words, 127);
    }

    private static List<Word> withoutSudo(List<Word> words) {
        if (!words.get(0).text().equals("sudo")) {
            return words;
        }
        if (words.size() == 1 || words.get(1).text().startsWith("-")) {
            throw new LabException(
                    words.get(0).position(),
                    "",
                    "sudo without a command or with options is not part of the lab language",
                    LabException.USAGE);
        }
        return withoutSudo(words.subList(1, words.size()));
    }

    /** The shell opens the file, and it stands in the first namespace, whatever {@code ip netns exec} says. */
    private void writeSetting(ShellCommand command, List<Word> words, SourcePosition start) {
        Word target = command.redirect();
        boolean understood = words.get(0).text().equals("echo") && command.stdin() == null;
        if (!understood || !target.text().startsWith(PROC_SYS)) {
            throw new LabException(
                    target.position(),
                    "",
                    "of output redirections, the lab language has echo VALUE > /proc/sys/… only",
                    LabException.USAGE);
        }
        List<String> value = texts(words.subList(1, words.size()));
        if (!value.isEmpty() && value.get(0).equals("-n")) {
            value = value.subList(1, value.size());
        }
        String setting = target.text().substring(PROC_SYS.length()) + "=" + String.join(" ", value);
        SourcePosition where = target.position();
        commands.add(new LabCommand(
                start,
                LabCommand.UNNAMED,
                List.of("sysctl", "-q", "-w", setting),
                List.of(start, where, where, where),
                null,
                command.background(),
                List.of(),
                flow(command)));
    }

    private static List<String> texts(List<Word> words) {
        return words.stream().map(Word::text).toList();
    }
}

package io.ringway.lab.ip;

import io.ringway.lab.LabCommand;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.shell.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * An {@code ip} command that acts in a named namespace: {@code ip -n NS …} or {@code ip netns exec NS …}.
 *
 * @param words what is left to be done there
 */
public record IpNamespace(String namespace, List<Word> words) {

    /** Null when the words name no namespace. */
    public static IpNamespace of(List<Word> words) {
        if (!words.get(0).text().equals("ip")) {
            return null;
        }
        Arguments args = Arguments.of(new LabCommand(
                words.get(0).position(),
                LabCommand.UNNAMED,
                words.stream().map(Word::text).toList(),
                words.stream().map(Word::position).toList(),
                null,
                false));
        IpOptions options = IpOptions.read(args);
        String named = options.namespace();
        int object = args.taken();
        if (isExec(args)) {
            if (options.all()) {
                return named == null ? null : new IpNamespace(named, withoutNamespace(words, object));
            }
            if (!args.hasNext()) {
                throw args.refuse(1, "No netns name specified");
            }
            String namespace = args.next();
            if (!args.hasNext()) {
                throw args.refuse(1, "No command specified");
            }
            return new IpNamespace(namespace, words.subList(args.taken(), words.size()));
        }
        return named == null ? null : new IpNamespace(named, withoutNamespace(words, object));
    }

    private static boolean isExec(Arguments args) {
        if (!args.hasNext() || !IpCommand.NETNS.equals(IpCommand.objectNamed(args.next()))) {
            return false;
        }
        return args.hasNext() && Arguments.abbreviates(args.next(), "exec");
    }

    private static List<Word> withoutNamespace(List<Word> words, int object) {
        List<Word> rest = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).text();
            String option = word.startsWith("--") ? word.substring(1) : word;
            if (i > 0 && i < object && "-netns".equals(IpOptions.named(option))) {
                i++;
            } else {
                rest.add(words.get(i));
            }
        }
        return rest;
    }
}

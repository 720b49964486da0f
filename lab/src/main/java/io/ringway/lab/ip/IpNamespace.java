package io.ringway.lab.ip;

import io.ringway.lab.LabCommand;
import io.ringway.lab.LabException;
import io.ringway.lab.bridge.BridgeCommand;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.shell.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * A command that acts in a named namespace: {@code ip -n NS …}, {@code ip netns exec NS …} or {@code bridge -n NS …}.
 *
 * @param words what is left to be done there
 */
public record IpNamespace(String namespace, List<Word> words) {

    /** Null when the words name no namespace. */
    public static IpNamespace of(List<Word> words) {
        if (words.get(0).text().equals("bridge")) {
            return ofBridge(words);
        }
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
        IpOptions options;
        try {
            options = IpOptions.read(args);
        } catch (LabException wrong) {
            // The command says so itself, when it is its turn.
            return null;
        }
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

    /** {@code bridge -n NS …}. */
    private static IpNamespace ofBridge(List<Word> words) {
        for (int i = 1; i + 1 < words.size() && words.get(i).text().startsWith("-"); i++) {
            if ("-netns".equals(BridgeCommand.named(words.get(i).text()))) {
                List<Word> rest = new ArrayList<>(words.subList(0, i));
                rest.addAll(words.subList(i + 2, words.size()));
                return new IpNamespace(words.get(i + 1).text(), rest);
            }
        }
        return null;
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

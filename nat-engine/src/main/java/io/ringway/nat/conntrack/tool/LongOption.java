package io.ringway.nat.conntrack.tool;

import java.util.ArrayList;
import java.util.List;

/**
 * A long option.
 *
 * @param letter what it stands for; for options of a protocol, its number from 1 on
 * @param argument whether it takes one
 */
record LongOption(String name, char letter, Argument argument) {
    enum Argument {
        NONE,
        NEEDED,
        ATTACHED
    }

    /** In the order in which the tool lists them. */
    static final List<LongOption> GENERAL = general();

    private static List<LongOption> general() {
        List<LongOption> all = new ArrayList<>();
        add(all, Argument.ATTACHED, "dump L create I add A delete D update U get G flush F event E counter C");
        add(all, Argument.NONE, "stats S version V help h");
        add(
                all,
                Argument.NEEDED,
                "orig-src s src s orig-dst d dst d reply-src r reply-dst q protonum p timeout t status u");
        add(all, Argument.NONE, "zero z");
        add(
                all,
                Argument.NEEDED,
                "event-mask e tuple-src [ tuple-dst ] mask-src { mask-dst } nat-range a mark m secmark c");
        add(all, Argument.ATTACHED, "id i");
        add(all, Argument.NEEDED, "family f");
        add(all, Argument.ATTACHED, "src-nat n dst-nat g");
        add(all, Argument.NEEDED, "output o buffer-size b");
        add(all, Argument.ATTACHED, "any-nat j");
        add(all, Argument.NEEDED, "zone w label l label-add <");
        add(all, Argument.ATTACHED, "label-del >");
        add(all, Argument.NEEDED, "orig-zone ( reply-zone )");
        return List.copyOf(all);
    }

    private static void add(List<LongOption> all, Argument argument, String namesAndLetters) {
        String[] words = namesAndLetters.split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            all.add(new LongOption(words[i], words[i + 1].charAt(0), argument));
        }
    }

    /** The first name of a letter. */
    static String nameOf(char letter) {
        for (LongOption option : GENERAL) {
            if (option.letter == letter) {
                return option.name;
            }
        }
        return "unknown";
    }
}

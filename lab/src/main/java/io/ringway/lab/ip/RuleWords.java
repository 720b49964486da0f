package io.ringway.lab.ip;

import io.ringway.lab.command.Arguments;

/** Words that making and listing rules have in common ({@code iprule.c}). */
final class RuleWords {
    /** No range that the kernel takes: port 0, or backwards. */
    static final int WRONG_PORTS = 0xffff_0000;

    private RuleWords() {}

    /** A mark with its mask, null for none said. */
    record Mark(int value, Integer mask) {}

    static boolean isPriority(String word) {
        return Arguments.abbreviates(word, "preference")
                || Arguments.abbreviates(word, "order")
                || Arguments.abbreviates(word, "priority");
    }

    static Mark mark(Arguments args) {
        String word = Words.value(args);
        int slash = word.indexOf('/');
        Integer value = unsigned(slash < 0 ? word : word.substring(0, slash));
        if (value == null) {
            String shown = slash < 0 ? word : word.substring(0, slash);
            throw args.refuse(255, "Error: argument \"" + shown + "\" is wrong: fwmark value is invalid");
        }
        Integer mask = slash < 0 ? null : unsigned(word.substring(slash + 1));
        if (slash >= 0 && mask == null) {
            throw args.refuse(
                    255, "Error: argument \"" + word.substring(slash + 1) + "\" is wrong: fwmask value is invalid");
        }
        return new Mark(value, mask);
    }

    private static Integer unsigned(String word) {
        Long value = word.isEmpty() ? null : Words.number(word);
        return value == null || value < 0 || value > 0xffff_ffffL ? null : Integer.valueOf((int) (long) value);
    }

    /** One port, or two with a dash, each modulo 65,536 as {@code sscanf("%hu")} has it. */
    static int ports(Arguments args, String whenWrong) {
        String word = Words.value(args);
        if (!word.matches("\\d{1,9}(-\\d{1,9})?.*")) {
            throw Words.wrong(args, whenWrong);
        }
        String[] numbers = word.split("[^0-9]+", -1);
        int first = Integer.parseInt(numbers[0]) & 0xffff;
        boolean range = word.matches("\\d+-\\d+.*");
        int last = range ? Integer.parseInt(numbers[1]) & 0xffff : first;
        boolean wrong = first == 0 || last < first || (last == 0xffff && first == 0xffff);
        return wrong ? WRONG_PORTS : first << 16 | last;
    }
}

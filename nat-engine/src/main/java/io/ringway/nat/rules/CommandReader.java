package io.ringway.nat.rules;

import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.TableKind;
import io.ringway.nat.rules.extension.ToolNumber;
import io.ringway.nat.set.IpSets;
import java.util.List;

/** Reads one command line of iptables, with the checks of {@code xshared.c:do_parse()} in their order. */
final class CommandReader {
    private static final String RULE_LETTERS = "sdpijofgm";
    private static final String INVERTIBLE = "sdpiof";

    private final CommandLine line;
    private final RuleDraft draft;
    private final CommandChoice choice;
    private final boolean restoring;

    private String table = "filter";
    private boolean tableGiven;
    private Counter counter;
    private String options = "";
    private boolean invert;
    private boolean wait;
    private boolean waitInterval;

    private CommandReader(List<String> words, IpSets sets, boolean restoring) {
        this.line = new CommandLine(words);
        this.draft = new RuleDraft(line, sets);
        this.choice = new CommandChoice(line);
        this.restoring = restoring;
    }

    /**
     * @throws IptablesException as {@code words} says it
     */
    static Command read(List<String> args, IpSets sets) {
        CommandReader reader = new CommandReader(args, sets, false);
        try {
            return reader.read();
        } catch (Refusal refusal) {
            throw ToolWords.iptables()
                    .say(refusal, 0, 0, reader.line.position())
                    .after(reader.draft.warnings());
        }
    }

    /** Reads a line of iptables-restore, the table and counters of which were put in front of it as options. */
    static Command readRestored(List<String> args, IpSets sets, StringBuilder warnings) {
        CommandReader reader = new CommandReader(args, sets, true);
        try {
            return reader.read();
        } finally {
            warnings.append(reader.draft.warnings());
        }
    }

    private Command read() {
        for (CommandLine.Found found = line.next(); found != CommandLine.Found.END; found = line.next()) {
            if (!take(found)) {
                continue;
            }
            invert = false;
        }
        return finish();
    }

    /** Takes one option or word; false for a {@code !}, which belongs to what follows. */
    private boolean take(CommandLine.Found found) {
        switch (found) {
            case WORD -> {
                if (line.argument().equals("!")) {
                    if (invert) {
                        throw Refusal.parameter("multiple consecutive ! not allowed");
                    }
                    invert = true;
                    return false;
                }
                throw Refusal.bareParameter("Bad argument `" + line.argument() + "'");
            }
            case EXTENSION -> takeExtension();
            case GLOBAL -> takeGlobal(line.letter());
            default -> {
                boolean isLong = line.letter() == 0;
                if (isLong && draft.loadProtocolMatch()) {
                    return take(line.again());
                }
                throw found == CommandLine.Found.UNKNOWN
                        ? Refusal.parameter(
                                "unknown option \"" + (isLong ? line.lastWord() : "-" + line.letter()) + "\"")
                        : Refusal.parameter("option \"" + line.lastWord() + "\" requires an argument");
            }
        }
        return true;
    }

    private void takeExtension() {
        String argument = line.argument() == null ? "" : line.argument();
        line.use().option(line.option(), argument, invert, draft);
    }

    private void takeGlobal(char letter) {
        switch (letter) {
            case 't' -> takeTable();
            case 'w', 'W' -> takeWait(letter);
            case 'v' -> {
                if (options.indexOf('v') < 0) {
                    setOption('v');
                }
            }
            case 'n', 'x', '0' -> setOption(letter);
            case 'c' -> takeCounters();
            case 'M', '4' -> {}
            case '6' -> throw Refusal.bareParameter("");
            case 'h' -> throw Refusal.notModelled("option -h");
            default -> {
                if (RULE_LETTERS.indexOf(letter) >= 0) {
                    takeRuleOption(letter);
                } else {
                    choice.take(letter, invert);
                }
            }
        }
    }

    private void takeTable() {
        if (invert) {
            throw Refusal.parameter("unexpected ! flag before --table");
        }
        if (restoring && tableGiven) {
            throw Refusal.parameter("The -t option cannot be used in iptables-restore.\n");
        }
        table = line.argument();
        tableGiven = true;
    }

    private void takeWait(char letter) {
        if (restoring) {
            throw Refusal.parameter("You cannot use `-" + letter + "' from iptables-restore");
        }
        String seconds = line.argument() != null ? line.argument() : line.hasWord() ? line.takeWord() : null;
        if (seconds != null && ToolNumber.parse(seconds, Integer.MAX_VALUE) < 0) {
            throw Refusal.parameter("wait " + (letter == 'w' ? "seconds" : "interval usec") + " not numeric");
        }
        if (letter == 'W') {
            draft.warn("Ignoring deprecated --wait-interval option.");
        }
        wait |= letter == 'w';
        waitInterval |= letter == 'W';
    }

    private void takeCounters() {
        setOption('c');
        String packets = line.argument();
        int comma = packets.indexOf(',');
        String bytes = comma >= 0 ? packets.substring(comma + 1) : line.hasWord() ? line.takeWord() : null;
        if (bytes == null) {
            throw Refusal.parameter("-c requires packet and byte counter");
        }
        counter = new Counter();
        counter.set(
                leadingNumber(comma >= 0 ? packets.substring(0, comma) : packets, "packet"),
                leadingNumber(bytes, "byte"));
    }

    private static long leadingNumber(String text, String what) {
        int end = 0;
        while (end < text.length() && end < 19 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        if (end == 0) {
            throw Refusal.parameter("-c " + what + " counter not numeric");
        }
        return Long.parseLong(text.substring(0, end));
    }

    private void takeRuleOption(char letter) {
        if (letter == 'm') {
            if (invert) {
                throw Refusal.parameter("unexpected ! flag before --match");
            }
        } else {
            if (letter == 'i' || letter == 'o') {
                checkEmptyInterface();
            }
            setOption(letter == 'g' ? 'j' : letter);
        }
        draft.option(letter, line.argument(), invert);
    }

    private void checkEmptyInterface() {
        if (line.argument().isEmpty()) {
            throw Refusal.parameter("Empty interface is likely to be undesired");
        }
    }

    private void setOption(char letter) {
        if (options.indexOf(letter) >= 0) {
            throw Refusal.parameter("multiple -" + letter + " flags not allowed");
        }
        options += letter;
        if (invert && INVERTIBLE.indexOf(letter) < 0) {
            throw Refusal.parameter("cannot have ! before -" + letter);
        }
    }

    private Command finish() {
        if (table.equals("nat") && ("DROP".equals(choice.policy()) || "DROP".equals(draft.jump()))) {
            throw Refusal.parameter("\nThe \"nat\" table is not intended for filtering, "
                    + "the use of DROP is therefore inhibited.\n\n");
        }
        if (waitInterval && !wait) {
            throw Refusal.parameter("--wait-interval only makes sense with --wait\n");
        }
        draft.finish();
        if (!line.exhausted()) {
            throw Refusal.parameter("unknown arguments found on commandline");
        }
        if (choice.kind() == null) {
            throw Refusal.parameter("no command specified");
        }
        if (invert) {
            throw Refusal.parameter("nothing appropriate following !");
        }
        List<RuleSpec> rules = draft.rules();
        checkOptions();
        TableKind tableKind = TableKind.find(table);
        if (tableKind == null) {
            throw Refusal.version("table '" + table + "' does not exist");
        }
        if (choice.kind() == CommandKind.REPLACE && rules.size() > 1) {
            throw Refusal.parameter("Replacement rule does not specify a unique address");
        }
        ListFormat format = new ListFormat(has('n'), has('v'), has('x'), has('0'));
        rules.forEach(this::checkMatches);
        return choice.command(tableKind, rules, counter, format, draft.warnings());
    }

    private void checkMatches(RuleSpec rule) {
        for (Match match : rule.matches()) {
            String misfit = match.misfit(rule.protocol());
            if (misfit != null) {
                throw Refusal.parameter(misfit);
            }
        }
    }

    private void checkOptions() {
        for (char option : "nsdpjvxio0cf".toCharArray()) {
            if (has(option) && choice.refuses(option)) {
                throw Refusal.parameter("Illegal option `-" + option + "' with this command");
            }
        }
        String chain = choice.chain();
        if (chain != null) {
            ChainName.checkLength(chain);
        }
        if (choice.kind().takesRule()) {
            refuseInterface('o', "PREROUTING", "INPUT");
            refuseInterface('i', "POSTROUTING", "OUTPUT");
        }
    }

    private void refuseInterface(char letter, String one, String other) {
        String chain = choice.chain();
        if ((chain.equals(one) || chain.equals(other)) && draft.hasInterface(letter)) {
            throw Refusal.parameter("Can't use -" + letter + " with " + chain + "\n");
        }
    }

    private boolean has(char option) {
        return options.indexOf(option) >= 0;
    }
}

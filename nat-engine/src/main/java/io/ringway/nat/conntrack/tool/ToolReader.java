package io.ringway.nat.conntrack.tool;

import io.ringway.nat.conntrack.FlowAttribute;
import io.ringway.nat.conntrack.tool.ToolRequest.Table;
import io.ringway.nat.rules.extension.NameTable;
import java.util.List;
import java.util.Locale;

/** Reads a command line of the tool ({@code do_parse()}), and refuses what it would refuse. */
final class ToolReader {
    private static final String COMMANDS = "LIDGFEVhCSUA";
    private static final int LAST_PROTOCOL = 255;

    /** In the order in which the tool looks at them. */
    private static final String CHECKED = "sdrqptuze[]{}amifngocbjwl<>()";

    private final ToolRequest request = new ToolRequest();
    private final AddressWords addresses = new AddressWords(request);
    private final OptionScan scan;
    private ProtocolWords protocolWords;

    private ToolReader(List<String> words) {
        scan = new OptionScan(words);
    }

    /** What it means; what was printed before a refusal goes into {@code said}. */
    static ToolRequest read(List<String> words, StringBuilder said) {
        ToolReader reader = new ToolReader(words);
        try {
            reader.read();
            reader.check();
            return reader.request;
        } finally {
            said.append(reader.request.said);
        }
    }

    private void read() {
        while (scan.next()) {
            if (scan.isOfProtocol()) {
                protocolWords.take(scan.letter(), scan.argument());
            } else if (COMMANDS.indexOf(scan.letter()) >= 0) {
                command(scan.letter());
            } else {
                option(scan.letter(), scan.argument());
            }
        }
        if (request.family == ToolRequest.ANY_FAMILY && request.command.assumesIpv4()) {
            request.family = AddressWords.IPV4;
        }
    }

    private void command(char letter) {
        Table table = table();
        request.table = table;
        boolean special = table == Table.DYING || table == Table.UNCONFIRMED;
        if (special && letter != 'L') {
            throw ConntrackRefusal.parameter("Can't do that command with tables `dying' and `unconfirmed'");
        }
        ToolCommand command = ToolCommand.of(letter, table == Table.EXPECT);
        if (command == null) {
            throw ConntrackRefusal.parameter("Can't do --" + LongOption.nameOf(letter) + " on expectations");
        }
        if (request.command != ToolCommand.NONE) {
            throw ConntrackRefusal.parameter("Invalid commands combination");
        }
        request.command = command;
    }

    private Table table() {
        String word = scan.optional();
        if (word == null) {
            return Table.CONNTRACK;
        }
        for (Table table : List.of(Table.EXPECT, Table.CONNTRACK, Table.DYING, Table.UNCONFIRMED)) {
            if (table.name().toLowerCase(Locale.ROOT).startsWith(word)) {
                return table;
            }
        }
        throw ConntrackRefusal.parameter("unknown type `" + word + "'");
    }

    private void option(char letter, String argument) {
        switch (letter) {
            case 's', 'd', 'r', 'q', '[', ']', '{', '}' -> addresses.take(letter, argument);
            case 'n', 'g', 'j' -> translation(letter);
            case 'p' -> protocol(argument);
            case 'u' -> {
                request.options.add(letter);
                ListedWords.status(request, argument);
            }
            case 'e' -> {
                request.options.add(letter);
                ListedWords.events(request, argument);
            }
            case 'o' -> {
                request.options.add(letter);
                ListedWords.output(request, argument);
            }
            case 'm' -> mark(argument);
            case 'l', '<', '>' -> label(letter, argument);
            case 'a' -> request.said.append("WARNING: ignoring -a, deprecated option.\n");
            case 'f' -> family(argument);
            default -> number(letter, argument);
        }
    }

    private void number(char letter, String argument) {
        request.options.add(letter);
        switch (letter) {
            case 't' -> request.flow.set(FlowAttribute.TIMEOUT, Numbers.decimal(argument) & 0xffff_ffffL);
            case 'w' -> request.flow.set(FlowAttribute.ZONE, Numbers.any(argument) & 0xffff);
            case '(' -> request.flow.set(FlowAttribute.ORIGINAL_ZONE, Numbers.any(argument) & 0xffff);
            case ')' -> request.flow.set(FlowAttribute.REPLY_ZONE, Numbers.any(argument) & 0xffff);
            case 'i' -> {
                if (argument == null) {
                    throw new IllegalArgumentException("--id without =N, which conntrack dies of,");
                }
                request.flow.set(FlowAttribute.ID, Numbers.any(argument) & 0xffff_ffffL);
            }
            default -> {}
        }
    }

    private void translation(char letter) {
        request.options.add(letter);
        String word = scan.optional();
        if (word != null) {
            addresses.translation(letter, word);
        }
    }

    private void mark(String argument) {
        request.options.add('m');
        int slash = argument.indexOf('/');
        request.mark = Numbers.any(argument) & 0xffff_ffffL;
        boolean masked = slash >= 0 && Numbers.length(argument) == slash;
        request.markMask = masked ? Numbers.any(argument.substring(slash + 1)) & 0xffff_ffffL : 0xffff_ffffL;
        request.kernelMarkValue = request.mark;
        request.kernelMark = true;
    }

    /** A lab has no {@code connlabel.conf}. */
    private void label(char letter, String argument) {
        request.options.add(letter);
        request.said.append(ListedWords.NO_LABELS);
        if (request.has('<') && request.has('>')) {
            throw ConntrackRefusal.other("cannot use --label-add and --label-del at the same time");
        }
        String name = letter == '>' ? scan.optional() : argument;
        if (name != null) {
            throw ConntrackRefusal.parameter("unknown label '" + name.split(",", -1)[0] + "'");
        }
    }

    private void family(String argument) {
        request.options.add('f');
        if (argument.startsWith("ipv4")) {
            addresses.setFamily(AddressWords.IPV4);
        } else if (argument.startsWith("ipv6")) {
            addresses.setFamily(AddressWords.IPV6);
        } else {
            throw ConntrackRefusal.parameter("`" + argument + "' unsupported protocol");
        }
    }

    private void protocol(String name) {
        request.options.add('p');
        Protocol protocol = Protocol.named(name);
        if (protocol == null) {
            int number = NameTable.protocolNumber(name);
            boolean known = number >= 0 && !Numbers.startsAsNumber(name);
            if (!known) {
                number = Numbers.length(name) == name.length() && !name.isEmpty() ? (int) Numbers.any(name) : -1;
                if (number < 0 || number > LAST_PROTOCOL || Numbers.any(name) > LAST_PROTOCOL) {
                    throw ConntrackRefusal.parameter("`" + name + "' unsupported protocol");
                }
            }
            String shown = NameTable.protocolName(number);
            protocol = Protocol.numbered(number, shown == null ? "unknown" : shown);
        }
        request.protocol = protocol;
        request.flow.set(FlowAttribute.ORIGINAL_PROTOCOL, protocol.number());
        protocolWords = new ProtocolWords(request, protocol);
        scan.know(protocol.longOptions());
    }

    private void check() {
        if (request.has('j') && request.hasAny("ng")) {
            throw ConntrackRefusal.parameter("cannot specify `--src-nat' or `--dst-nat' with `--any-nat'");
        }
        ToolCommand command = request.command;
        for (int i = 0; i < CHECKED.length(); i++) {
            char letter = CHECKED.charAt(i);
            boolean required = command.required.indexOf(letter) >= 0;
            if (required && !request.has(letter)) {
                throw ConntrackRefusal.parameter(
                        "You need to supply the `--" + messageName(letter) + "' option for this command");
            }
            if (request.has(letter) && !required && command.optional.indexOf(letter) < 0) {
                throw ConntrackRefusal.parameter("Illegal option `--" + messageName(letter) + "' with this command");
            }
        }
        if (command.paired && !isPair('s', 'd') && !isPair('r', 'q')) {
            boolean reply = !request.hasAny("sd") && request.hasAny("rq");
            throw ConntrackRefusal.parameter(
                    "you have to specify " + (reply ? "`--reply-src' and `--reply-dst'" : "`--src' and `--dst'"));
        }
        if (request.protocol != null && command != ToolCommand.HELP) {
            protocolWords.finish(command);
        }
    }

    private boolean isPair(char one, char other) {
        return request.has(one) && request.has(other);
    }

    private static String messageName(char letter) {
        return switch (letter) {
            case 's' -> "src";
            case 'd' -> "dst";
            default -> LongOption.nameOf(letter);
        };
    }
}

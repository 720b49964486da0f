package io.ringway.nat.rules;

import io.ringway.nat.rules.extension.AddressRange;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.InterfacePattern;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.NameTable;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.Target;
import io.ringway.nat.rules.extension.ToolNumber;
import io.ringway.nat.set.IpSets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A rule while its options are being read. */
final class RuleDraft implements RuleHead {
    private final CommandLine line;
    private final IpSets sets;
    private final List<ExtensionUse<Match>> matches = new ArrayList<>();
    private String inverted = "";
    private String protocolText;
    private int protocol;
    private boolean protocolMatchTried;
    private String source = "0.0.0.0/0";
    private String destination = "0.0.0.0/0";
    private InterfacePattern in;
    private InterfacePattern out;
    private boolean fragment;
    private String jump;
    private boolean goesTo;
    private ExtensionUse<Target> target;
    private final List<Match> finished = new ArrayList<>();
    private Target finishedTarget;
    private final StringBuilder warnings = new StringBuilder();

    RuleDraft(CommandLine line, IpSets sets) {
        this.line = line;
        this.sets = sets;
    }

    @Override
    public IpSets sets() {
        return sets;
    }

    @Override
    public int protocol() {
        return protocol;
    }

    @Override
    public boolean protocolInverted() {
        return isInverted('p');
    }

    @Override
    public void warn(String text) {
        warnings.append(text).append('\n');
    }

    /** What was said on the way, line by line; "" for nothing. */
    String warnings() {
        return warnings.toString();
    }

    @Override
    public String takeWord() {
        return line.hasWord() ? line.takeWord() : null;
    }

    private boolean isInverted(char letter) {
        return inverted.indexOf(letter) >= 0;
    }

    /** One of the options s, d, p, i, o, f, j, g and m. */
    void option(char letter, String argument, boolean invert) {
        if (invert) {
            inverted += letter;
        }
        switch (letter) {
            case 's' -> source = argument;
            case 'd' -> destination = argument;
            case 'p' -> setProtocol(argument.toLowerCase(Locale.ROOT));
            case 'i' -> in = parseInterface(argument);
            case 'o' -> out = parseInterface(argument);
            case 'f' -> fragment = true;
            case 'j', 'g' -> setJump(argument, letter == 'g');
            default -> addMatch(argument);
        }
    }

    private void setProtocol(String text) {
        protocolText = text;
        protocol = NameTable.protocolNumber(text);
        if (protocol < 0) {
            throw Refusal.parameter("unknown protocol \"" + text + "\" specified");
        }
        if (protocol == 0 && isInverted('p')) {
            throw Refusal.parameter("rule would never match protocol");
        }
    }

    private InterfacePattern parseInterface(String argument) {
        if (argument.isEmpty()) {
            throw Refusal.parameter("Empty interface is likely to be undesired");
        }
        // The tool reads the whole word even when the name was attached to the option.
        InterfacePattern pattern = InterfacePattern.parse(line.lastWord());
        if (pattern.isWeird()) {
            warn(pattern.warning());
        }
        return pattern;
    }

    private void setJump(String name, boolean goesTo) {
        if (name.isEmpty()) {
            throw Refusal.parameter("Invalid target name (too short)");
        }
        if (name.length() > ChainName.MAX_LENGTH) {
            throw Refusal.parameter("Invalid target name `" + name + "' (" + ChainName.MAX_LENGTH + " chars max)");
        }
        if (name.chars().anyMatch(Character::isWhitespace)) {
            throw Refusal.parameter("Invalid target name `" + name + "'");
        }
        this.jump = name;
        this.goesTo = goesTo;
        Extension<Target> extension = goesTo ? null : Extensions.target(name);
        if (extension != null) {
            target = new ExtensionUse<>(extension);
            line.add(target);
        }
    }

    private void addMatch(String name) {
        Extension<Match> extension = Extensions.match(name);
        if (extension == null) {
            throw Refusal.parameter("Couldn't load match `" + name + "':No such file or directory\n");
        }
        ExtensionUse<Match> use = new ExtensionUse<>(extension);
        matches.add(use);
        line.add(use);
    }

    /** Loads the match named after the protocol, once, for an option that nobody knew. False when there is none. */
    boolean loadProtocolMatch() {
        if (protocolText == null || protocolMatchTried) {
            return false;
        }
        protocolMatchTried = true;
        String name = ToolNumber.parse(protocolText, 255) < 0 ? protocolText : NameTable.protocolName(protocol);
        if (name == null || Extensions.match(name) == null) {
            return false;
        }
        addMatch(name);
        return true;
    }

    String jump() {
        return jump;
    }

    boolean hasInterface(char letter) {
        return letter == 'i' ? in != null : out != null;
    }

    /** Ends the reading of matches and target. */
    void finish() {
        for (ExtensionUse<Match> use : matches) {
            finished.add(use.finish(this));
        }
        finishedTarget = target == null ? null : target.finish(this);
    }

    /** The rules that the options amount to, once finished: one for each pair of a source and a destination. */
    List<RuleSpec> rules() {
        List<AddressRange> sources = AddressRange.parseList(source);
        List<AddressRange> destinations = AddressRange.parseList(destination);
        boolean listed = sources.size() > 1 || destinations.size() > 1;
        if (listed && (isInverted('s') || isInverted('d'))) {
            throw Refusal.parameter("! not allowed with multiple source or destination IP addresses");
        }
        List<RuleSpec> rules = new ArrayList<>();
        for (AddressRange from : sources) {
            for (AddressRange to : destinations) {
                rules.add(rule(from, to));
            }
        }
        return rules;
    }

    private RuleSpec rule(AddressRange from, AddressRange to) {
        return new RuleSpec(
                from,
                isInverted('s'),
                to,
                isInverted('d'),
                in,
                isInverted('i'),
                out,
                isInverted('o'),
                protocol,
                isInverted('p'),
                fragment ? (isInverted('f') ? -1 : 1) : 0,
                finished.stream().map(Match::fresh).toList(),
                finishedTarget == null ? null : finishedTarget.fresh(),
                jump,
                goesTo);
    }
}

package io.ringway.nat.rules;

import io.ringway.nat.rules.extension.InterfacePattern;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.NameTable;
import io.ringway.nat.rules.extension.TableKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What {@code iptables -L} and {@code iptables -S} print (xshared.c:print_header(), print_rule_details()). */
final class RuleListing {
    private final StringBuilder text;
    private final ListFormat format;

    private RuleListing(StringBuilder text, ListFormat format) {
        this.text = text;
        this.format = format;
    }

    /**
     * @param rules null for a table that is not there: it shows as empty
     */
    static void append(StringBuilder text, TableKind kind, RuleSet rules, Command command) {
        List<Chain> chains = RuleSet.printed(rules, kind);
        RuleListing listing = new RuleListing(text, command.format());
        if (command.kind() == CommandKind.LIST_RULES) {
            listing.appendCommands(chains, command);
        } else {
            listing.appendChains(chains, command);
        }
    }

    private void appendCommands(List<Chain> chains, Command command) {
        for (Chain chain : chains) {
            if (isWanted(chain, command) && command.ruleNumber() == 0) {
                text.append(chain.hook() == null ? "-N " : "-P ").append(chain.name());
                if (chain.hook() != null) {
                    text.append(' ').append(chain.policy());
                    if (format.verbose()) {
                        Counter counter = chain.policyCounter();
                        text.append(" -c ")
                                .append(counter.packets())
                                .append(' ')
                                .append(counter.bytes());
                    }
                }
                text.append('\n');
            }
        }
        for (Chain chain : chains) {
            for (int i = 0; isWanted(chain, command) && i < chain.rules().size(); i++) {
                if (command.ruleNumber() == 0 || command.ruleNumber() == i + 1) {
                    Rule rule = chain.rules().get(i);
                    text.append("-A ").append(chain.name());
                    rule.spec().save(text, format.verbose() ? rule.counter() : null);
                    text.append('\n');
                }
            }
        }
    }

    private static boolean isWanted(Chain chain, Command command) {
        return command.chain() == null || command.chain().equals(chain.name());
    }

    private void appendChains(List<Chain> chains, Command command) {
        Map<String, Integer> references = references(chains);
        String separator = "";
        for (Chain chain : chains) {
            if (isWanted(chain, command)) {
                text.append(separator);
                separator = "\n";
                if (command.ruleNumber() == 0) {
                    appendHeader(chain, references);
                }
                for (int i = 0; i < chain.rules().size(); i++) {
                    if (command.ruleNumber() == 0 || command.ruleNumber() == i + 1) {
                        appendRule(i + 1, chain.rules().get(i));
                    }
                }
            }
        }
    }

    private void appendHeader(Chain chain, Map<String, Integer> references) {
        text.append("Chain ").append(chain.name());
        if (chain.hook() == null) {
            text.append(" (").append(references.getOrDefault(chain.name(), 0)).append(" references)\n");
        } else {
            text.append(" (policy ").append(chain.policy());
            if (format.verbose()) {
                text.append(' ').append(count(chain.policyCounter().packets(), false));
                text.append(" packets, ");
                text.append(count(chain.policyCounter().bytes(), false)).append(" bytes");
            }
            text.append(")\n");
        }
        if (format.lineNumbers()) {
            text.append("num  ");
        }
        if (format.verbose()) {
            text.append(format.exact() ? "    pkts      bytes " : " pkts bytes ");
        }
        text.append("target     prot opt");
        if (format.verbose()) {
            text.append(" in     out    ");
        }
        text.append(" source               destination         \n");
    }

    /** How many rules lead to each chain. */
    private static Map<String, Integer> references(List<Chain> chains) {
        Map<String, Integer> references = new HashMap<>();
        for (Chain chain : chains) {
            for (Rule rule : chain.rules()) {
                String jump = rule.spec().jumpChain();
                if (jump != null) {
                    references.merge(jump, 1, Integer::sum);
                }
            }
        }
        return references;
    }

    private void appendRule(int number, Rule rule) {
        RuleSpec spec = rule.spec();
        if (format.lineNumbers()) {
            appendPadded(Integer.toString(number), 4);
        }
        if (format.verbose()) {
            text.append(count(rule.counter().packets(), true)).append(' ');
            text.append(count(rule.counter().bytes(), true)).append(' ');
        }
        appendPadded(listName(spec), 9);
        text.append(spec.protocolInverted() ? '!' : ' ');
        appendPadded(protocol(spec, format.numeric() && !format.protocolNames()), 4);
        text.append(fragment(spec)).append(' ');
        if (format.verbose()) {
            text.append(' ');
            appendPadded(interfaceName(spec.in(), spec.inInverted()), 6);
            appendPadded(interfaceName(spec.out(), spec.outInverted()), 6);
        }
        text.append(spec.sourceInverted() ? '!' : ' ');
        appendPadded(spec.source().list(format.numeric()), 19);
        text.append(spec.destinationInverted() ? '!' : ' ');
        appendPadded(spec.destination().list(format.numeric()), 19);
        appendDetails(text, spec, format.numeric());
        text.append('\n');
    }

    private static String listName(RuleSpec spec) {
        return spec.target() != null ? spec.target().listName() : spec.jump() == null ? "" : spec.jump();
    }

    private void appendPadded(String word, int width) {
        text.append(word).append(" ".repeat(Math.max(0, width - word.length()))).append(' ');
    }

    private static String protocol(RuleSpec spec, boolean numeric) {
        String name = numeric ? null : NameTable.protocolName(spec.protocol());
        return name == null ? Integer.toString(spec.protocol()) : name;
    }

    private static String fragment(RuleSpec spec) {
        return spec.fragment() == 0 ? "--" : spec.fragment() > 0 ? "-f" : "!f";
    }

    private String interfaceName(InterfacePattern pattern, boolean inverted) {
        if (pattern == null || (pattern.isAny() && !inverted)) {
            return format.numeric() ? "*" : "any";
        }
        return (inverted ? "!" : "") + pattern;
    }

    private static void appendDetails(StringBuilder text, RuleSpec spec, boolean numeric) {
        if (spec.goesTo()) {
            text.append("[goto] ");
        }
        for (Match match : spec.matches()) {
            if (!match.name().isEmpty()) {
                match.list(text, numeric);
            }
        }
        if (spec.target() != null) {
            spec.target().list(text, numeric);
        }
    }

    /** A count as {@code xtables_print_num()} has it: in full with {@code -x}, else cut to K, M, G or T. */
    private String count(long number, boolean padded) {
        String digits = Long.toString(number);
        if (format.exact()) {
            return padded ? String.format("%8s", digits) : digits;
        }
        String suffix = "";
        long left = number;
        for (int i = 0; i < 4 && left > (i == 0 ? 99_999 : 9_999); i++) {
            left = (left + 500) / 1000;
            suffix = "KMGT".substring(i, i + 1);
        }
        return padded ? String.format(suffix.isEmpty() ? "%5d%s" : "%4d%s", left, suffix) : left + suffix;
    }

    /** The line that {@code -v} prints beside a change. */
    static void appendBrief(StringBuilder text, RuleSpec spec) {
        text.append(listName(spec)).append(' ');
        text.append(spec.protocolInverted() ? '!' : ' ')
                .append(protocol(spec, false))
                .append(" opt ");
        text.append(fragment(spec));
        text.append(" in ").append(spec.inInverted() ? "!" : "").append(spec.in() == null ? "*" : spec.in());
        text.append(" out ").append(spec.outInverted() ? "!" : "").append(spec.out() == null ? "*" : spec.out());
        text.append(' ')
                .append(spec.sourceInverted() ? '!' : ' ')
                .append(spec.source().list(true));
        text.append(' ').append(spec.destinationInverted() ? '!' : ' ').append("-> ");
        text.append(spec.destination().list(true)).append("  ");
        appendDetails(text, spec, true);
        text.append('\n');
    }
}

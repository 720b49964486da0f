package io.ringway.lab.ip;

import io.ringway.engine.route.RoutingRule;
import io.ringway.lab.command.Arguments;
import io.ringway.packet.Ipv4Prefix;

/** Which rules {@code ip rule show} and {@code ip rule flush} are about ({@code iprule.c:filter_nlmsg()}). */
final class RuleFilter {
    private Integer priority;
    private boolean inverted;
    private Integer tos;
    private int mark;
    private int markMask;
    private String in;
    private String out;
    private int table;
    private Ipv4Prefix from;
    private Ipv4Prefix to;
    private Integer protocol;
    private int ipProtocol;
    private int sourcePorts;
    private int destinationPorts;

    private RuleFilter() {}

    static RuleFilter read(Arguments args) {
        RuleFilter filter = new RuleFilter();
        while (args.hasNext()) {
            filter.take(args, args.next());
        }
        return filter;
    }

    private void take(Arguments args, String word) {
        switch (word) {
            case "not" -> inverted = true;
            case "tos", "dsfield" -> tos = RouteWords.service(args, "TOS value is invalid");
            case "fwmark" -> {
                RuleWords.Mark given = RuleWords.mark(args);
                mark = given.value();
                markMask = given.mask() == null ? 0 : given.mask();
            }
            case "dev", "iif" -> in = Words.value(args);
            case "oif" -> out = Words.value(args);
            case "ipproto" -> ipProtocol = RouteWords.ipProtocol(args);
            case "sport" -> sourcePorts = RuleWords.ports(args, "invalid port range");
            case "dport" -> destinationPorts = RuleWords.ports(args, "invalid dport range");
            case "l3mdev", "uidrange" -> throw args.notModelled("ip rule show " + word);
            default -> takeAbbreviated(args, word);
        }
    }

    private void takeAbbreviated(Arguments args, String word) {
        if (RuleWords.isPriority(word)) {
            priority = RouteWords.unsigned(args, "preference value is invalid");
        } else if (Arguments.abbreviates(word, "lookup") || Arguments.abbreviates(word, "table")) {
            table = RouteWords.table(args, "table id value is invalid\n");
        } else if (Arguments.abbreviates(word, "from") || Arguments.abbreviates(word, "src")) {
            from = Inet.prefix(args, Words.value(args), "inet");
        } else if (Arguments.abbreviates(word, "protocol")) {
            protocol = RouteWords.protocol(args, "invalid \"protocol\"");
        } else {
            boolean named = Arguments.abbreviates(word, "dst") || Arguments.abbreviates(word, "to");
            to = Inet.prefix(args, named ? Words.value(args) : word, "inet");
        }
    }

    boolean accepts(RoutingRule rule) {
        return (priority == null || rule.priority() == priority)
                && (!inverted || rule.inverted())
                && (tos == null || rule.tos() == tos)
                && (mark == 0 || rule.mark() == mark)
                && (markMask == 0 || rule.markMask() == markMask)
                && (in == null || rule.in().equals(in))
                && (out == null || rule.out().equals(out))
                && (table == 0 || rule.table() == table)
                && holds(from, rule.source(), rule.sourceLength())
                && holds(to, rule.destination(), rule.destinationLength())
                && (ipProtocol == 0 || rule.ipProtocol() == ipProtocol)
                && (sourcePorts == 0 || rule.sourcePorts() == sourcePorts)
                && (destinationPorts == 0 || rule.destinationPorts() == destinationPorts);
    }

    private static boolean holds(Ipv4Prefix prefix, int address, int length) {
        return prefix == null || (length >= prefix.length() && prefix.contains(address));
    }

    /** Flushing goes by who made it, too, and never takes rules of priority 0. */
    boolean flushes(RoutingRule rule) {
        return accepts(rule) && rule.priority() != 0 && (protocol == null || rule.protocol() == protocol);
    }
}

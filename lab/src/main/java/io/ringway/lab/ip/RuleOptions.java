package io.ringway.lab.ip;

import io.ringway.engine.route.RoutingRule;
import io.ringway.engine.route.RoutingRule.Action;
import io.ringway.lab.command.Arguments;
import io.ringway.packet.Ipv4Prefix;

/** The words of a rule that is to be made or removed ({@code iprule.c:iprule_modify()}). */
final class RuleOptions {
    private static final Ipv4Prefix ANY = new Ipv4Prefix(0, 0);
    private static final int TOS_MASK = 0x1e;

    private final Arguments args;
    private boolean inverted;
    private Ipv4Prefix from = ANY;
    private Ipv4Prefix to = ANY;
    private int tos;
    private int mark;
    private int markMask;
    private String in = "";
    private String out = "";
    private int ipProtocol;
    private int sourcePorts;
    private int destinationPorts;
    private Action action;
    private Integer table;
    private int target;
    private int suppressLength = -1;
    private int suppressGroup = -1;
    private int protocol;
    private Integer priority;

    private RuleOptions(Arguments args) {
        this.args = args;
    }

    static RuleOptions read(Arguments args) {
        RuleOptions options = new RuleOptions(args);
        while (args.hasNext()) {
            options.take(args.next());
        }
        options.check();
        return options;
    }

    private void take(String word) {
        switch (word) {
            case "not" -> inverted = true;
            case "from" -> from = Inet.prefix(args, Words.value(args));
            case "to" -> to = Inet.prefix(args, Words.value(args));
            case "tos" -> tos = RouteWords.service(args, "TOS value is invalid");
            case "fwmark" -> takeMark();
            case "lookup" -> table = RouteWords.table(args, "invalid table ID");
            case "sup_pl" -> takeSuppressLength();
            case "sup_group" -> takeSuppressGroup();
            case "dev", "iif" -> in = name("\"iif\"/\"dev\" not a valid ifname");
            case "oif" -> out = name("\"oif\" not a valid ifname");
            case "ipproto" -> ipProtocol = RouteWords.ipProtocol(args);
            case "sport" -> sourcePorts = RuleWords.ports(args, "invalid port range");
            case "dport" -> destinationPorts = RuleWords.ports(args, "invalid dport range");
            case "uidrange", "l3mdev", "nat" -> throw args.notModelled("ip rule … " + word);
            case "type" -> takeAction(Words.value(args));
            default -> takeAbbreviated(word);
        }
    }

    private void takeAbbreviated(String word) {
        if (RuleWords.isPriority(word)) {
            priority = RouteWords.unsigned(args, "preference value is invalid");
        } else if (Arguments.abbreviates(word, "dsfield")) {
            tos = RouteWords.service(args, "TOS value is invalid");
        } else if (Arguments.abbreviates(word, "realms")
                || Arguments.abbreviates(word, "tun_id")
                || Arguments.abbreviates(word, "map-to")) {
            throw args.notModelled("ip rule … " + word);
        } else if (Arguments.abbreviates(word, "protocol")) {
            protocol = RouteWords.protocol(args, "\"protocol\" value is invalid");
        } else if (Arguments.abbreviates(word, "table")) {
            table = RouteWords.table(args, "invalid table ID");
        } else if (Arguments.abbreviates(word, "suppress_prefixlength")) {
            takeSuppressLength();
        } else if (Arguments.abbreviates(word, "suppress_ifgroup")) {
            takeSuppressGroup();
        } else {
            takeAction(word);
        }
    }

    private void takeMark() {
        RuleWords.Mark given = RuleWords.mark(args);
        mark = given.value();
        markMask = given.mask() != null ? given.mask() : mark != 0 ? -1 : 0;
    }

    private String name(String whenWrong) {
        String word = Words.value(args);
        if (word.isEmpty() || word.length() > Words.LONGEST_NAME || word.matches(".*[/\\s].*")) {
            throw Words.wrong(args, whenWrong);
        }
        return word;
    }

    private void takeSuppressLength() {
        Long value = Words.number(Words.value(args));
        if (value == null || value < 0 || value > Integer.MAX_VALUE) {
            throw Words.wrong(args, "suppress_prefixlength value is invalid");
        }
        suppressLength = value.intValue();
    }

    private void takeSuppressGroup() {
        Long value = Words.value(args).equals("default") ? Long.valueOf(0) : Words.number(args.last());
        if (value == null || value < 0 || value > Integer.MAX_VALUE) {
            throw Words.wrong(args, "Invalid \"suppress_ifgroup\" value");
        }
        suppressGroup = value.intValue();
    }

    private void takeAction(String word) {
        if (Arguments.abbreviates(word, "goto")) {
            action = Action.GOTO;
            target = RouteWords.unsigned(args, "invalid target");
        } else if (Arguments.abbreviates(word, "nop")) {
            action = Action.NOP;
        } else {
            action = switch (word) {
                case "blackhole" -> Action.BLACKHOLE;
                case "unreachable" -> Action.UNREACHABLE;
                case "prohibit" -> Action.PROHIBIT;
                case "throw" -> Action.THROW;
                default -> throw Words.wrong(args, "Failed to parse rule type");
            };
        }
    }

    /** What the kernel refuses of what was said ({@code fib_rules.c:fib_nl2rule(), fib4_rule_configure()}). */
    private void check() {
        if (sourcePorts == RuleWords.WRONG_PORTS) {
            throw Words.kernel(args, "Error: Invalid sport range.");
        }
        if (destinationPorts == RuleWords.WRONG_PORTS) {
            throw Words.kernel(args, "Error: Invalid dport range.");
        }
    }

    /** After the kernel knows the priority. */
    void checkForMaking(int chosenPriority) {
        if (action == Action.GOTO && Integer.compareUnsigned(target, chosenPriority) <= 0) {
            throw Words.kernel(args, "Error: Backward goto not supported.");
        }
        if ((tos & 3) != 0) {
            throw Words.kernel(args, "Error: Invalid dsfield (tos): ECN bits must be 0.");
        }
        if ((tos & ~TOS_MASK) != 0) {
            throw Words.kernel(args, "Error: Invalid tos.");
        }
    }

    Integer priority() {
        return priority;
    }

    /** Whether the kernel is to find a table that nobody uses. */
    boolean wantsUnusedTable() {
        return table != null && table == RouteWords.TABLE_UNSPEC && action == null;
    }

    RoutingRule toMake(int chosenPriority, int unusedTable) {
        int tableOrMain = table == null && action == null ? RouteWords.TABLE_MAIN : table == null ? 0 : table;
        return rule(
                chosenPriority,
                action == null ? Action.LOOKUP : action,
                wantsUnusedTable() ? unusedTable : tableOrMain);
    }

    RoutingRule toRemove() {
        return rule(priority == null ? 0 : priority, action, table == null ? 0 : table);
    }

    private RoutingRule rule(int chosenPriority, Action what, int where) {
        return new RoutingRule(
                chosenPriority,
                inverted,
                from.address(),
                from.length(),
                to.address(),
                to.length(),
                tos,
                mark,
                markMask,
                in,
                out,
                ipProtocol,
                sourcePorts,
                destinationPorts,
                what,
                where,
                target,
                suppressLength,
                suppressGroup,
                protocol);
    }
}

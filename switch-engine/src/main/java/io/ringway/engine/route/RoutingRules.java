package io.ringway.engine.route;

import io.ringway.engine.device.Device;
import io.ringway.engine.setting.InterfaceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The rules of one namespace ({@code ip rule}), by priority and, within one, in the order of their making
 * ({@code net/core/fib_rules.c}). They are walked only once somebody has changed them.
 */
public final class RoutingRules {
    private static final int LAST_BUT_ONE = 32_766;
    private static final int LAST = 32_767;

    private final RouteTables tables;
    private final InterfaceTable interfaces;
    private final List<RoutingRule> rules = new ArrayList<>();
    private int[] in = new int[0];
    private int[] out = new int[0];
    private boolean custom;
    private boolean askForPorts;

    RoutingRules(RouteTables tables, InterfaceTable interfaces) {
        this.tables = tables;
        this.interfaces = interfaces;
        rules.add(RoutingRule.lookup(0, RouteTables.LOCAL, Route.PROTOCOL_KERNEL));
        rules.add(RoutingRule.lookup(LAST_BUT_ONE, RouteTables.MAIN, Route.PROTOCOL_KERNEL));
        rules.add(RoutingRule.lookup(LAST, RouteTables.DEFAULT, Route.PROTOCOL_KERNEL));
        resolve();
    }

    public List<RoutingRule> list() {
        return List.copyOf(rules);
    }

    /** Whether anybody ever changed the rules ({@code fib_has_custom_rules}). */
    boolean custom() {
        return custom;
    }

    /** Whether some rule asks for protocol or ports ({@code fib_rules_require_fldissect}). */
    public boolean askForPorts() {
        return askForPorts;
    }

    /** Interfaces came, went or changed their names: rules are about names ({@code attach_rules(), detach_rules()}). */
    void resolve() {
        in = new int[rules.size()];
        out = new int[rules.size()];
        for (int i = 0; i < in.length; i++) {
            in[i] = ifindex(rules.get(i).in());
            out[i] = ifindex(rules.get(i).out());
        }
        askForPorts = rules.stream().anyMatch(RoutingRule::asksForPorts);
    }

    /** 0 for any, -1 for an interface that is not there, which nothing comes by. */
    private int ifindex(String name) {
        if (name.isEmpty()) {
            return 0;
        }
        for (InterfaceTable.Interface each : interfaces.all()) {
            if (each.device().name().equals(name)) {
                return each.device().ifindex();
            }
        }
        return -1;
    }

    /** Whether the rule's interface is not there. */
    public boolean isDetached(String name) {
        return ifindex(name) < 0;
    }

    /** Whether no rule has the priority that a {@code goto} leads to. */
    public boolean isUnresolved(RoutingRule rule) {
        return rules.stream().noneMatch(each -> each.priority() == rule.target());
    }

    /** The priority of a rule that was given none: before the second one ({@code fib_default_rule_pref()}). */
    public int defaultPriority() {
        return rules.size() < 2 || rules.get(1).priority() == 0
                ? 0
                : rules.get(1).priority() - 1;
    }

    /** A table that nothing was ever added to. */
    public int unusedTable() {
        int number = tables.unused();
        tables.make(number);
        return number;
    }

    /** False when that very rule is there already. */
    public boolean add(RoutingRule rule) {
        custom = true;
        if (rules.stream().anyMatch(rule::repeats)) {
            return false;
        }
        int place = 0;
        while (place < rules.size() && Integer.compareUnsigned(rules.get(place).priority(), rule.priority()) <= 0) {
            place++;
        }
        rules.add(place, rule);
        resolve();
        return true;
    }

    /** Removes the first rule that is accepted; false when there is none. */
    public boolean remove(Predicate<RoutingRule> which) {
        custom = true;
        for (RoutingRule rule : rules) {
            if (which.test(rule)) {
                rules.remove(rule);
                resolve();
                return true;
            }
        }
        return false;
    }

    /** Null when found ({@code fib_rules_lookup(), fib4_rule_action(), fib4_rule_suppress()}). */
    RouteError lookup(Flow flow, FibResult result) {
        for (int i = 0; i < in.length; i++) {
            RoutingRule rule = rules.get(i);
            if (!rule.matches(flow, in[i], out[i])) {
                continue;
            }
            switch (rule.action()) {
                case GOTO -> i = placeOf(rule.target(), i) - 1;
                case NOP, THROW -> {
                    if (rule.action() == RoutingRule.Action.THROW) {
                        return RouteError.INVALID;
                    }
                }
                case UNREACHABLE -> {
                    return RouteError.NETWORK_UNREACHABLE;
                }
                case PROHIBIT -> {
                    return RouteError.PROHIBITED;
                }
                case BLACKHOLE -> {
                    return RouteError.INVALID;
                }
                case LOOKUP -> {
                    RouteTable table = tables.get(rule.table());
                    RouteError answer = table == null ? RouteError.TRY_NEXT : tables.lookup(table, flow, result);
                    if (answer != RouteError.TRY_NEXT && !(answer == null && isSuppressed(rule, result))) {
                        return answer;
                    }
                }
            }
        }
        return RouteError.NETWORK_UNREACHABLE;
    }

    /** A goto without its target is passed over. */
    private int placeOf(int priority, int here) {
        for (int i = here + 1; i < in.length; i++) {
            if (rules.get(i).priority() == priority) {
                return i;
            }
        }
        return here + 1;
    }

    private static boolean isSuppressed(RoutingRule rule, FibResult result) {
        Device device = result.device();
        return result.route().destination().length() <= rule.suppressLength()
                || (rule.suppressGroup() == 0 && device != null);
    }
}

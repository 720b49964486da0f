package io.ringway.lab.show;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.route.Route;
import io.ringway.engine.route.RoutingRule;
import io.ringway.engine.route.RoutingRule.Action;
import io.ringway.engine.route.RoutingRules;
import io.ringway.packet.Ipv4Address;

/**
 * A rule as {@code ip rule} prints it ({@code iprule.c:print_rule()}): the text is put together from the very members of
 * the JSON object.
 *
 * @param details whether {@code -d} says who made it even where that goes without saying
 */
public record RuleView(boolean details, RouteNames names, RoutingRules rules) {
    private static final int HOST = 32;

    public ObjectNode json(RoutingRule rule) {
        return print(rule, new StringBuilder());
    }

    public String text(RoutingRule rule) {
        StringBuilder line = new StringBuilder();
        print(rule, line);
        return line.append('\n').toString();
    }

    private ObjectNode print(RoutingRule rule, StringBuilder line) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("priority", Integer.toUnsignedLong(rule.priority()));
        line.append(Integer.toUnsignedString(rule.priority())).append(":\t");
        if (rule.inverted()) {
            node.putNull("not");
            line.append("not ");
        }
        line.append("from ");
        if (rule.sourceLength() == 0) {
            node.put("src", "all");
            line.append("all");
        } else {
            address(node, line, "src", rule.source(), rule.sourceLength());
        }
        if (rule.destinationLength() != 0) {
            line.append(" to ");
            address(node, line, "dst", rule.destination(), rule.destinationLength());
        }
        if (rule.tos() != 0) {
            string(node, line, "tos", " tos ", names.ofService(rule.tos()));
        }
        mark(node, line, rule);
        device(node, line, "iif", rule.in());
        device(node, line, "oif", rule.out());
        if (rule.ipProtocol() != 0) {
            string(node, line, "ipproto", " ipproto ", names.ofIpProtocol(rule.ipProtocol()));
        }
        ports(node, line, "sport", rule.sourcePorts());
        ports(node, line, "dport", rule.destinationPorts());
        table(node, line, rule);
        action(node, line, rule);
        boolean usual = rule.protocol() == 0 || rule.protocol() == Route.PROTOCOL_KERNEL;
        if (details || !usual) {
            string(node, line, "protocol", " proto ", names.ofProtocol(rule.protocol()));
        }
        return node;
    }

    private static void string(ObjectNode node, StringBuilder line, String key, String word, String value) {
        node.put(key, value);
        line.append(word).append(value);
    }

    private static void number(ObjectNode node, StringBuilder line, String key, String word, int value) {
        node.put(key, Integer.toUnsignedLong(value));
        line.append(word).append(Integer.toUnsignedString(value));
    }

    private static void address(ObjectNode node, StringBuilder line, String key, int address, int length) {
        string(node, line, key, "", Ipv4Address.format(address));
        if (length != HOST) {
            number(node, line, key + "len", "/", length);
        }
    }

    private static void mark(ObjectNode node, StringBuilder line, RoutingRule rule) {
        if (rule.mark() == 0 && rule.markMask() == 0) {
            return;
        }
        string(node, line, "fwmark", " fwmark ", hex(rule.mark()));
        if (rule.markMask() != -1) {
            string(node, line, "fwmask", "/", hex(rule.markMask()));
        }
    }

    private static String hex(int value) {
        return value == 0 ? "0" : "0x" + Integer.toHexString(value);
    }

    private void device(ObjectNode node, StringBuilder line, String key, String name) {
        if (name.isEmpty()) {
            return;
        }
        string(node, line, key, " " + key + " ", name);
        if (rules.isDetached(name)) {
            node.putNull(key + "_detached");
            line.append(" [detached]");
        }
    }

    private static void ports(ObjectNode node, StringBuilder line, String key, int ports) {
        int first = ports >>> 16;
        int last = ports & 0xffff;
        if (ports != 0 && first == last) {
            number(node, line, key, " " + key + " ", first);
        } else if (ports != 0) {
            number(node, line, key + "_start", " " + key + " ", first);
            number(node, line, key + "_end", "-", last);
        }
    }

    private void table(ObjectNode node, StringBuilder line, RoutingRule rule) {
        if (rule.table() == 0) {
            return;
        }
        string(node, line, "table", " lookup ", names.ofTable(rule.table()));
        if (rule.suppressLength() >= 0) {
            number(node, line, "suppress_prefixlen", " suppress_prefixlength ", rule.suppressLength());
        }
        if (rule.suppressGroup() >= 0) {
            boolean named = rule.suppressGroup() == 0 && !names.numeric();
            String group = named ? "default" : Integer.toString(rule.suppressGroup());
            string(node, line, "suppress_ifgroup", " suppress_ifgroup ", group);
        }
    }

    private void action(ObjectNode node, StringBuilder line, RoutingRule rule) {
        if (rule.action() == Action.GOTO) {
            number(node, line, "goto", " goto ", rule.target());
            if (rules.isUnresolved(rule)) {
                node.putNull("unresolved");
                line.append(" [unresolved]");
            }
        } else if (rule.action() == Action.NOP) {
            node.putNull("nop");
            line.append(" nop");
        } else if (rule.action() != Action.LOOKUP) {
            int number = rule.action().number();
            string(
                    node,
                    line,
                    "action",
                    " ",
                    names.numeric() ? Integer.toString(number) : rule.action().word());
        }
    }
}

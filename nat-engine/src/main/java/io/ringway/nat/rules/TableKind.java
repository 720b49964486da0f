package io.ringway.nat.rules;

import io.ringway.nat.Hook;
import java.util.List;

/** The tables that are modelled, in the order in which iptables-save prints them, with their built-in chains. */
enum TableKind {
    RAW("raw", Hook.PREROUTING, Hook.OUTPUT),
    FILTER("filter", Hook.INPUT, Hook.FORWARD, Hook.OUTPUT),
    NAT("nat", Hook.PREROUTING, Hook.INPUT, Hook.OUTPUT, Hook.POSTROUTING);

    final String tableName;
    final List<Hook> hooks;

    TableKind(String tableName, Hook... hooks) {
        this.tableName = tableName;
        this.hooks = List.of(hooks);
    }

    /**
     * @throws Refusal for a table that iptables has and the model has not
     * @return null when iptables has no such table either
     */
    static TableKind find(String name) {
        for (TableKind kind : values()) {
            if (kind.tableName.equals(name)) {
                return kind;
            }
        }
        if (name.equals("mangle") || name.equals("security")) {
            throw Refusal.notModelled("table " + name);
        }
        return null;
    }

    /** The hook of a built-in chain, or null when this table has none of that name. */
    Hook hook(String chain) {
        for (Hook hook : hooks) {
            if (hook.name().equals(chain)) {
                return hook;
            }
        }
        return null;
    }
}

package io.ringway.nat.rules.extension;

import io.ringway.nat.Hook;
import java.util.List;

/** The tables of iptables, in the order in which iptables-save prints them, with their built-in chains. */
public enum TableKind {
    MANGLE("mangle", Hook.values()),
    SECURITY("security", Hook.INPUT, Hook.FORWARD, Hook.OUTPUT),
    RAW("raw", Hook.PREROUTING, Hook.OUTPUT),
    FILTER("filter", Hook.INPUT, Hook.FORWARD, Hook.OUTPUT),
    NAT("nat", Hook.PREROUTING, Hook.INPUT, Hook.OUTPUT, Hook.POSTROUTING);

    public final String tableName;
    public final List<Hook> hooks;

    TableKind(String tableName, Hook... hooks) {
        this.tableName = tableName;
        this.hooks = List.of(hooks);
    }

    /** The table of a name, or null. */
    public static TableKind find(String name) {
        for (TableKind kind : values()) {
            if (kind.tableName.equals(name)) {
                return kind;
            }
        }
        return null;
    }

    /** The hook of a built-in chain, or null when this table has none of that name. */
    public Hook hook(String chain) {
        for (Hook hook : hooks) {
            if (hook.name().equals(chain)) {
                return hook;
            }
        }
        return null;
    }
}

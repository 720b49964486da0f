package io.ringway.nat.rules.ip6;

import io.ringway.nat.rules.IptablesException;
import io.ringway.nat.rules.RestoreOptions;
import io.ringway.nat.rules.extension.TableKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The ip6tables tables of one namespace, as text. Only what tells one rule from another is understood: tables, chains, numbers.
 *
 * <p>DEVIATION: rules are kept as they were written, where ip6tables prints them in its own words and refuses wrong ones; no
 * packet is held against them, as IPv6 is bridged and nothing more.
 */
public final class Ip6Tables {
    private final Map<TableKind, KeptTable> tables = new EnumMap<>(TableKind.class);

    /** What {@code ip6tables-save} prints, without its comment lines, of one table or, with null, of all that exist. */
    public String save(String table, boolean counters) {
        if (table != null && TableKind.find(table) == null) {
            throw new IptablesException(IptablesException.OTHER_PROBLEM, "Table `" + table + "' does not exist");
        }
        StringBuilder text = new StringBuilder();
        for (KeptTable kept : tables.values()) {
            if (table == null || table.equals(kept.kind.tableName)) {
                kept.save(text, counters);
            }
        }
        return text.toString();
    }

    /**
     * Does what {@code ip6tables-restore} does with this text: atomic per COMMIT.
     *
     * @throws IptablesException with the line number
     */
    public void restore(String text, RestoreOptions options) {
        new KeptRestore(this, options).read(text);
    }

    /**
     * Does one {@code ip6tables} command.
     *
     * @return what it prints
     * @throws IptablesException for what it refuses; nothing has changed then
     */
    public String run(List<String> args) {
        KeptCommand command = KeptCommand.read(args);
        KeptTable edited = edit(command.table());
        String printed = command.run(edited);
        if (command.changes()) {
            commit(edited);
        }
        return printed;
    }

    /** A copy of the table to be changed. */
    KeptTable edit(TableKind kind) {
        KeptTable table = tables.get(kind);
        return table == null ? new KeptTable(kind) : table.copy();
    }

    void commit(KeptTable table) {
        tables.put(table.kind, table);
    }
}

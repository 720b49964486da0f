package io.ringway.nat.rules;

import io.ringway.nat.rules.extension.TableKind;
import java.util.EnumMap;
import java.util.Map;

/** Changes of one command, or of all up to one COMMIT: they take effect together or not at all. */
final class Transaction {
    private final RuleTables tables;
    private final Map<TableKind, TableEdit> edits = new EnumMap<>(TableKind.class);

    Transaction(RuleTables tables) {
        this.tables = tables;
    }

    TableEdit table(TableKind kind) {
        return edits.computeIfAbsent(kind, wanted -> new TableEdit(wanted, tables.ruleSet(wanted), tables.state()));
    }

    void commit() {
        edits.forEach((kind, edit) -> tables.replace(kind, edit.freeze()));
    }
}

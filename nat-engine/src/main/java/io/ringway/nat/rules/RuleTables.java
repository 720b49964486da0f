package io.ringway.nat.rules;

/** The iptables tables of one namespace: raw, nat and filter, with their counters. */
public final class RuleTables {
    /**
     * Does what {@code iptables-restore} does with this text: atomic per COMMIT.
     *
     * @throws IptablesException with the line number, in the tool's words
     */
    public void restore(String text, RestoreOptions options) {
        throw new IptablesException(IptablesException.OTHER_PROBLEM, "not modelled yet: " + text + options);
    }

    /**
     * What {@code iptables-save} prints, without its comment lines.
     *
     * @param table only this one, or null for all that exist
     */
    public String save(String table, boolean counters) {
        throw new IptablesException(IptablesException.OTHER_PROBLEM, "not modelled yet: " + table + counters);
    }
}

package io.ringway.nat.rules;

import io.ringway.nat.Netfilter;
import java.util.List;

/** One {@code iptables} command line, read but not yet done. */
public final class IptablesCommand {
    private final List<String> args;

    private IptablesCommand(List<String> args) {
        this.args = args;
    }

    /**
     * Reads what follows the word {@code iptables}.
     *
     * @throws IptablesException for what the tool refuses without having looked at any table
     */
    public static IptablesCommand parse(List<String> args) {
        return new IptablesCommand(List.copyOf(args));
    }

    /**
     * Does what the command says.
     *
     * @return what the tool prints on stdout, mostly ""
     * @throws IptablesException for what the tool refuses; nothing has changed then
     */
    public String run(Netfilter netfilter) {
        return run(netfilter.tables());
    }

    String run(RuleTables tables) {
        throw new IptablesException(IptablesException.OTHER_PROBLEM, "not modelled yet: " + args + " " + tables);
    }
}

package io.ringway.nat.rules;

import io.ringway.nat.Netfilter;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.set.IpSets;
import java.util.List;

/** One {@code iptables} command line, read but not yet done. */
public final class IptablesCommand {
    private final Command command;

    private IptablesCommand(Command command) {
        this.command = command;
    }

    /**
     * Reads what follows the word {@code iptables}.
     *
     * @throws IptablesException for what the tool refuses without having looked at any table
     */
    public static IptablesCommand parse(List<String> args) {
        return parse(args, IpSets.NONE);
    }

    /** As {@link #parse(List)}, for rules that name sets. */
    public static IptablesCommand parse(List<String> args, IpSets sets) {
        return new IptablesCommand(CommandReader.read(args, sets));
    }

    /** The same as versions before 1.8.9 print it: with {@code -n} too, {@code -L} names protocols. */
    public IptablesCommand withProtocolNames() {
        return new IptablesCommand(command.withFormat(command.format().withProtocolNames()));
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

    /** What the tool says on stderr though it does the command: lines, or "". */
    public String warnings() {
        return command.warnings();
    }

    String run(RuleTables tables) {
        Transaction transaction = new Transaction(tables);
        CommandRunner runner = new CommandRunner(transaction, true);
        try {
            runner.run(command);
        } catch (Refusal refusal) {
            throw ToolWords.iptables().say(refusal).after(command.warnings());
        }
        transaction.commit();
        return runner.printed();
    }
}

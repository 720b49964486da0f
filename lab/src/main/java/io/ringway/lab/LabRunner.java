package io.ringway.lab;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.core.LinkWatch;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Commands;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.SettingWrite;
import io.ringway.lab.command.Watches;
import java.util.function.Consumer;

/** Does the commands of a lab in a model. */
public final class LabRunner {
    private final Network network;
    private final Watches watches = new Watches();
    private boolean protocolNames;

    public LabRunner(Network network) {
        this.network = network;
    }

    /** Has {@code iptables -nL} name protocols from now on, as versions before 1.8.9 do. */
    public void nameProtocols() {
        protocolNames = true;
    }

    /**
     * Runs all commands and stops at the first that fails, as {@code bash -e} would.
     *
     * @throws LabException with the failing command's place and words
     */
    public void run(Lab lab) {
        run(lab, result -> {});
    }

    /** As {@link #run(Lab)}; {@code printed} is told of what each command prints, the failing one's stdout included. */
    public void run(Lab lab, Consumer<CommandResult> printed) {
        network.nicknames().add(lab.aliases());
        for (LabCommand command : lab.commands()) {
            CommandResult result = run(command);
            printed.accept(result);
            if (result.exitCode() != 0) {
                throw new LabException(
                        command.position(), command.argv().get(0), "exit code " + result.exitCode(), result.exitCode());
            }
        }
    }

    /**
     * Runs all commands and goes on after a failing one, as bash does without {@code -e}: what a tool would refuse is
     * printed in its words.
     *
     * @return the exit code of the last command that ran
     * @throws LabException for what the model does not have: what follows would be guessed
     */
    public int goOn(Lab lab, Consumer<CommandResult> printed) {
        network.nicknames().add(lab.aliases());
        int last = 0;
        for (LabCommand command : lab.commands()) {
            Flow flow = command.flow();
            if (flow.afterSuccess() && last != 0) {
                continue;
            }
            CommandResult result = attempt(command);
            printed.accept(result);
            last = result.exitCode();
            if (last != 0 && flow.errexit() && !flow.beforeAnd()) {
                break;
            }
        }
        return last;
    }

    private CommandResult attempt(LabCommand command) {
        try {
            return run(command);
        } catch (LabException refused) {
            if (refused.isBeyondModel()) {
                throw refused;
            }
            return command.piped(new CommandResult(refused.exitCode(), "", refused.words() + "\n"));
        }
    }

    /**
     * Runs one command. One that was done and failed, such as a ping without answer, returns its exit code.
     *
     * @throws LabException for what its tool would refuse; nothing has changed then
     */
    public CommandResult run(LabCommand command) {
        Scene scene = new Scene(
                network,
                namespace(command),
                command.stdin(),
                command.background(),
                watches,
                protocolNames,
                command.ifindex());
        boolean waits = command.argv().get(0).equals("sleep") && command.background();
        if (waits) {
            return CommandResult.SILENT;
        }
        // News of a carrier that were due before the command, or are at once after it: what it sends is received before
        // those, which wait for the lock that it holds (link_watch.c:linkwatch_event()).
        LinkWatch linkWatch = network.kernel().linkWatch();
        linkWatch.catchUp();
        CommandResult result = command.flow().written()
                ? SettingWrite.run(command, scene)
                : Commands.named(command.argv().get(0)).run(Arguments.of(command), scene);
        network.kernel().executor().settle();
        linkWatch.catchUp();
        network.kernel().executor().settle();
        return watches.with(command.piped(result), network.kernel().nowNs());
    }

    private Namespace namespace(LabCommand command) {
        String name = command.namespace();
        if (name.equals(LabCommand.UNNAMED)) {
            return network.first();
        }
        Namespace found = network.find(name);
        if (found == null || (found == network.first() && network.namespace(name) == found)) {
            throw new LabException(
                    command.position(),
                    "ip",
                    "Cannot open network namespace \"" + name + "\": No such file or directory",
                    255);
        }
        return found;
    }
}

package io.ringway.lab.command;

import io.ringway.lab.CommandResult;
import io.ringway.nat.set.IpsetAnswer;
import io.ringway.nat.set.IpsetTool;

/** {@code ipset}, as nat-engine reads it; {@code restore} takes its heredoc. */
final class IpsetCommand implements Command {
    @Override
    public String name() {
        return "ipset";
    }

    @Override
    public CommandResult run(Arguments args, Scene scene) {
        IpsetAnswer answer = IpsetTool.run(
                args.rest(),
                scene.stdin(),
                scene.namespace().stack().netfilter().sets());
        String said = answer.stderr().stripTrailing();
        // What -q keeps quiet, and a test that finds nothing, is no refusal.
        if (answer.exitCode() == 0 || said.isEmpty() || said.contains(" is NOT in set ")) {
            return new CommandResult(answer.exitCode(), answer.stdout(), answer.stderr());
        }
        throw args.refuseAt(0, answer.exitCode(), said);
    }
}

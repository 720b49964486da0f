package io.ringway.cli;

import io.ringway.lab.snapshot.SnapshotScript;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ringway snapshot}: the script that records a host; what it prints there is a LAB. */
@Command(
        name = "snapshot",
        mixinStandardHelpOptions = true,
        description = {
            "Prints a read-only shell script that records a host's network as a LAB.",
            "  ringway snapshot | ssh root@HOST sh > host.snapshot"
        })
final class SnapshotCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(SnapshotScript.text());
        spec.commandLine().getOut().flush();
        return 0;
    }
}

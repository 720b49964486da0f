package io.ringway.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ringway conform}: the same lab and captures on this machine's kernel, compared. */
@Command(
        name = "conform",
        mixinStandardHelpOptions = true,
        description = "Compares the model with this machine's kernel.")
final class ConformCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return Failure.FAILED;
    }
}

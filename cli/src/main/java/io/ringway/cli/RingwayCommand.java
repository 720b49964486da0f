package io.ringway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The top of the command tree. Exit codes: 0 done, 1 what was asked for failed, 2 wrong usage or an unreadable lab. */
@Command(
        name = "ringway",
        mixinStandardHelpOptions = true,
        version = "ringway 0.1.0",
        description =
                "Linux container networking in one process: captures in, captures out, and every packet explained.",
        subcommands = {
            DemoCommand.class,
            ReplayCommand.class,
            RunCommand.class,
            TraceCommand.class,
            ExportCommand.class,
            ConformCommand.class,
            SnapshotCommand.class
        })
public final class RingwayCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? ringway --help lists them");
    }

    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    static int execute(String... arguments) {
        return execute(
                new PrintWriter(new StandardOutput(), true, UTF_8),
                new PrintWriter(System.err, true, UTF_8),
                arguments);
    }

    /** Data goes to {@code out}, messages go to {@code err}. */
    static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine commandLine = new CommandLine(new RingwayCommand());
        commandLine.setOut(out);
        commandLine.setErr(err);
        commandLine.setExecutionExceptionHandler(new Failure());
        commandLine.setParameterExceptionHandler(Failure::usage);
        int exitCode = commandLine.execute(arguments);
        if (out.checkError() && exitCode == 0) {
            err.println("ringway: standard output cannot be written");
            return Failure.FAILED;
        }
        return exitCode;
    }
}

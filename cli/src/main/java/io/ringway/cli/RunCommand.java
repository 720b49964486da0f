package io.ringway.cli;

import io.ringway.lab.CommandResult;
import io.ringway.lab.Lab;
import io.ringway.replay.Ringway;
import io.ringway.replay.request.ReplayException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ringway run}: a lab's commands print what they would print under bash; the model lives for one run. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs the commands of labs in a model and prints what each would print, as bash -c would.")
final class RunCommand implements Callable<Integer> {
    private static final String END_OF_OPTIONS = "--";
    private static final Set<String> OPERATORS = Set.of("|", "&&", ";", "&");

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "LAB... [-- COMMAND]",
            hideParamSyntax = true,
            description = "Files of ip, bridge, iptables and sysctl commands; behind -- one more command line.")
    private List<String> words = new ArrayList<>();

    @Mixin
    private KnownConnections connections;

    @Mixin
    private SeedOption seed;

    @Option(
            names = "--protocol-names",
            description = "iptables -nL prints tcp and all, as before 1.8.9, where that version prints 6 and 0.")
    private boolean protocolNames;

    @Override
    public Integer call() {
        List<String> all = spec.root().commandLine().getParseResult().originalArgs();
        int end = all.indexOf(END_OF_OPTIONS);
        int labs = end < 0 ? words.size() : words.size() - (all.size() - end - 1);
        List<Path> files = words.subList(0, labs).stream().map(Path::of).toList();
        String command = commandLine(words.subList(labs, words.size()));
        if (files.isEmpty() && command.isEmpty()) {
            throw ReplayException.usage("run: name a LAB, or a command line behind --");
        }
        StandardInput.once(Stream.concat(files.stream(), connections.paths()));
        Lab lab = Lab.read(files);
        Failure.warn(spec, lab.warnings());
        Lab more = Lab.parse("command", command);
        Ringway ringway = Ringway.untouched(seed.value());
        if (protocolNames) {
            ringway.nameProtocols();
        }
        int exitCode = ringway.run(lab, this::print);
        connections.applyTo(ringway);
        exitCode = more.commands().isEmpty() ? exitCode : ringway.run(more, this::print);
        Failure.warn(spec, ringway.warnings());
        return exitCode;
    }

    private void print(CommandResult result) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        out.print(result.stdout());
        out.flush();
        err.print(result.stderr());
        err.flush();
    }

    /** One word is a command line; of several, which the user's shell has split, each is one word, operators aside. */
    private static String commandLine(List<String> words) {
        if (words.size() == 1) {
            return words.get(0);
        }
        return words.stream().map(RunCommand::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return OPERATORS.contains(word) ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}

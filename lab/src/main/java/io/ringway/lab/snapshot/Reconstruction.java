package io.ringway.lab.snapshot;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.core.Kernel;
import io.ringway.lab.LabCommand;
import io.ringway.lab.LabException;
import io.ringway.lab.LabRunner;
import io.ringway.lab.SourcePosition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The lab that makes what a snapshot shows, as it grows. Each command is done at once in a model of its own: what that
 * has then says what is still missing, and what it refuses is left out and told.
 */
final class Reconstruction {
    private final Network network = new Network(new Kernel(1));
    private final LabRunner runner = new LabRunner(network);
    private final List<LabCommand> commands = new ArrayList<>();
    private final Warnings warnings;

    Reconstruction(Warnings warnings) {
        this.warnings = warnings;
        Namespace host = network.first();
        host.setUp(host.device("lo"), true);
    }

    Warnings warnings() {
        return warnings;
    }

    Network network() {
        return network;
    }

    /** The namespace as it is so far; null when there is none yet. */
    Namespace built(RecordedNamespace recorded) {
        return recorded.isSelf() ? network.first() : network.namespace(recorded.name());
    }

    List<LabCommand> commands() {
        return commands;
    }

    /** Does a command in a namespace, for what a section says; false when the model refused it. */
    boolean run(Section source, RecordedNamespace in, List<String> words) {
        return tell(source, in, command(source, in.commandName(), words, null));
    }

    /** The same, for a device whose number its tool cannot say. */
    boolean run(Section source, RecordedNamespace in, int ifindex, List<String> words) {
        return tell(source, in, command(source, in.commandName(), words, null).numbered(ifindex));
    }

    /** Does a command in the first namespace. */
    boolean runAtHost(Section source, RecordedNamespace about, List<String> words) {
        return tell(source, about, command(source, LabCommand.UNNAMED, words, null));
    }

    /**
     * Does a command that reads stdin.
     *
     * @throws LabException when the model refuses it
     */
    void feed(Section source, RecordedNamespace in, List<String> words, String stdin) {
        add(command(source, in.commandName(), words, stdin));
    }

    private boolean tell(Section source, RecordedNamespace in, LabCommand command) {
        try {
            add(command);
            return true;
        } catch (LabException refused) {
            warnings.add(source, in, "left out: " + String.join(" ", command.argv()) + ": " + oneLine(refused));
            return false;
        }
    }

    static String oneLine(LabException refused) {
        String words = refused.tool().isEmpty() ? refused.words() : refused.tool() + ": " + refused.words();
        return words.lines()
                .filter(line -> !line.isBlank() && !line.matches("Try `.*|Error occurred at line: \\d+"))
                .collect(Collectors.joining("; "));
    }

    private void add(LabCommand command) {
        int exitCode = runner.run(command).exitCode();
        if (exitCode != 0) {
            throw new LabException(command.position(), command.argv().get(0), "exit code " + exitCode, exitCode);
        }
        commands.add(command);
    }

    private static LabCommand command(Section source, String namespace, List<String> words, String stdin) {
        List<SourcePosition> positions = Collections.nCopies(words.size(), source.position());
        return new LabCommand(source.position(), namespace, words, positions, stdin, false);
    }
}

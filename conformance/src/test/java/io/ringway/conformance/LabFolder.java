package io.ringway.conformance;

import io.ringway.conformance.kernel.ThrowAwayWorld;
import io.ringway.lab.LabCommand;
import io.ringway.replay.request.InterfaceName;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Runs conform on a folder with {@code lab.sh} and {@code NS.IF.pcap} inputs, as a program of its own:
 * {@code LabFolder FOLDER [WORD OTHER]} gives the model OTHER where the kernel gets WORD. Prints the report as JSON.
 */
final class LabFolder {
    private LabFolder() {}

    public static void main(String[] arguments) throws IOException {
        if (!ThrowAwayWorld.isInside()) {
            System.exit(ThrowAwayWorld.enter(LabFolder.class, List.of(arguments)));
        }
        Path folder = Path.of(arguments[0]);
        ConformRequest request = ConformRequest.of(List.of(folder), inputs(folder), null);
        ConformReport report = Conformance.run(
                request,
                ConformListener.SILENT,
                Witness.NONE,
                command -> arguments.length < 3 ? command : planted(command, arguments));
        System.out.println(ConformJson.print(report));
        System.exit(report.passed() ? 0 : 1);
    }

    private static List<ConformRequest.Input> inputs(Path folder) throws IOException {
        List<ConformRequest.Input> inputs = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.pcap")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                int dot = name.indexOf('.');
                InterfaceName where =
                        new InterfaceName(name.substring(0, dot), name.substring(dot + 1, name.length() - 5));
                inputs.add(new ConformRequest.Input(where, file, false));
            }
        }
        inputs.sort(Comparator.comparing(input -> input.file().toString()));
        return inputs;
    }

    private static LabCommand planted(LabCommand command, String[] arguments) {
        String stdin = command.stdin() == null ? null : command.stdin().replace(arguments[1], arguments[2]);
        List<String> words = command.argv().stream()
                .map(word -> word.replace(arguments[1], arguments[2]))
                .toList();
        return new LabCommand(
                command.position(), command.namespace(), words, command.positions(), stdin, command.background());
    }
}

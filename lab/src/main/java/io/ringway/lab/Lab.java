package io.ringway.lab;

import io.ringway.lab.command.CommandReader;
import io.ringway.lab.snapshot.HostRecord;
import io.ringway.lab.snapshot.SnapshotFile;
import io.ringway.lab.snapshot.SnapshotLab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A list of commands, read from one or more files; what was recorded of hosts comes first. */
public final class Lab {
    private static final String FILE_IN_FOLDER = "lab.sh";

    private final List<LabCommand> commands;
    private final Map<String, String> aliases;
    private final List<String> warnings;
    private final HostRecord record;

    private Lab(SnapshotLab recorded) {
        commands = List.copyOf(recorded.commands());
        aliases = Map.copyOf(recorded.aliases());
        warnings = List.copyOf(recorded.warnings());
        record = recorded.record();
    }

    /**
     * Reads files, which may be compressed, or folders that hold a {@code lab.sh}, one after the other. Snapshots of hosts come first, wherever they
     * stand.
     *
     * @throws LabException when one cannot be read or holds what the lab language does not have
     */
    public static Lab read(List<Path> files) {
        List<SnapshotFile> snapshots = new ArrayList<>();
        List<LabCommand> commands = new ArrayList<>();
        for (Path file : files) {
            Path lab = Files.isDirectory(file) ? file.resolve(FILE_IN_FOLDER) : file;
            String text = LabText.of(lab);
            if (SnapshotFile.isOne(text)) {
                snapshots.add(SnapshotFile.read(lab.toString(), text));
            } else {
                commands.addAll(CommandReader.read(lab.toString(), text));
            }
        }
        return of(snapshots, commands);
    }

    private static Lab of(List<SnapshotFile> snapshots, List<LabCommand> commands) {
        if (snapshots.isEmpty()) {
            return new Lab(new SnapshotLab(commands, Map.of(), List.of(), HostRecord.NONE));
        }
        return new Lab(SnapshotLab.of(snapshots, commands));
    }

    /**
     * Reads a lab's text, a dump of {@code iptables-save}, which goes to the first namespace, or a snapshot of a host.
     *
     * @param name stands for the file's name in messages
     * @throws LabException for what the lab language does not have
     */
    public static Lab parse(String name, String text) {
        return SnapshotFile.isOne(text)
                ? of(List.of(SnapshotFile.read(name, text)), List.of())
                : of(List.of(), CommandReader.read(name, text));
    }

    /** In the order in which they run. */
    public List<LabCommand> commands() {
        return commands;
    }

    /** Other names of namespaces than those in the commands. */
    public Map<String, String> aliases() {
        return aliases;
    }

    /** What the user should know of it, one line each. */
    public List<String> warnings() {
        return warnings;
    }

    /** What is known of recorded hosts beyond the model. */
    public HostRecord record() {
        return record;
    }
}

package io.ringway.lab;

import io.ringway.lab.command.CommandReader;
import io.ringway.lab.snapshot.SnapshotFile;
import io.ringway.lab.snapshot.SnapshotLab;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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

    private Lab(List<LabCommand> commands, Map<String, String> aliases, List<String> warnings) {
        this.commands = List.copyOf(commands);
        this.aliases = Map.copyOf(aliases);
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Reads files, or folders that hold a {@code lab.sh}, one after the other. Snapshots of hosts come first, wherever they
     * stand.
     *
     * @throws LabException when one cannot be read or holds what the lab language does not have
     */
    public static Lab read(List<Path> files) {
        List<SnapshotFile> snapshots = new ArrayList<>();
        List<LabCommand> commands = new ArrayList<>();
        for (Path file : files) {
            Path lab = Files.isDirectory(file) ? file.resolve(FILE_IN_FOLDER) : file;
            String text = text(lab);
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
            return new Lab(commands, Map.of(), List.of());
        }
        SnapshotLab recorded = SnapshotLab.of(snapshots, commands);
        return new Lab(recorded.commands(), recorded.aliases(), recorded.warnings());
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

    private static String text(Path file) {
        SourcePosition whole = new SourcePosition(file.toString(), 0, 0);
        try {
            byte[] bytes = file.toString().equals("-") ? System.in.readAllBytes() : Files.readAllBytes(file);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new LabException(whole, "", "No such file or directory", LabException.USAGE);
        } catch (CharacterCodingException e) {
            throw new LabException(whole, "", "not a lab: its bytes are not UTF-8 text", LabException.USAGE);
        } catch (IOException e) {
            throw new LabException(whole, "", "cannot be read: " + e.getMessage(), LabException.USAGE);
        }
    }
}

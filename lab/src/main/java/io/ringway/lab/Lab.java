package io.ringway.lab;

import io.ringway.lab.command.CommandReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A list of commands, read from one or more files. */
public final class Lab {
    private static final String FILE_IN_FOLDER = "lab.sh";

    private final List<LabCommand> commands;

    private Lab(List<LabCommand> commands) {
        this.commands = List.copyOf(commands);
    }

    /**
     * Reads files, or folders that hold a {@code lab.sh}, one after the other.
     *
     * @throws LabException when one cannot be read or holds what the lab language does not have
     */
    public static Lab read(List<Path> files) {
        List<LabCommand> commands = new ArrayList<>();
        for (Path file : files) {
            Path lab = Files.isDirectory(file) ? file.resolve(FILE_IN_FOLDER) : file;
            commands.addAll(parse(lab.toString(), text(lab)).commands());
        }
        return new Lab(commands);
    }

    /**
     * Reads a lab's text, or a dump of {@code iptables-save}, which goes to the first namespace.
     *
     * @param name stands for the file's name in messages
     * @throws LabException for what the lab language does not have
     */
    public static Lab parse(String name, String text) {
        return new Lab(CommandReader.read(name, text));
    }

    /** In the order in which they run. */
    public List<LabCommand> commands() {
        return commands;
    }

    private static String text(Path file) {
        SourcePosition whole = new SourcePosition(file.toString(), 0, 0);
        try {
            byte[] bytes = Files.readAllBytes(file);
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

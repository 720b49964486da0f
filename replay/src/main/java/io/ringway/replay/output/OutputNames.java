package io.ringway.replay.output;

import io.ringway.pcap.PcapWriter;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The files of one run, so that no output replaces another one or what is read; links do not hide it. */
public final class OutputNames {
    private final Set<Path> inputs = new HashSet<>();
    private final Set<Path> outputs = new HashSet<>();
    private boolean stdinTaken;
    private boolean stdoutTaken;

    /**
     * @throws ReplayException when the file is to be written; standard input ("-") may be read once
     */
    public void read(Path input) {
        if (input.toString().equals("-")) {
            refuse(stdinTaken, input, "standard input can be read only once");
            stdinTaken = true;
            return;
        }
        inputs.add(identity(input));
        refuse(outputs.contains(identity(input)), input, "is to be written, and read as a capture too");
    }

    /**
     * @throws ReplayException when the file is spoken for; a pipe or device may be written by several
     */
    public void write(Path output) {
        if (output.toString().equals("-")) {
            refuse(stdoutTaken, output, "standard output can be written by one output only");
            stdoutTaken = true;
            return;
        }
        if (PcapWriter.isWrittenThrough(output)) {
            return;
        }
        refuse(inputs.contains(identity(output)), output, "is to be written, and read as a capture too");
        refuse(!outputs.add(identity(output)), output, "is to be written by two outputs");
    }

    /** Whether an output goes there. */
    boolean writesStandardOutput() {
        return stdoutTaken;
    }

    private static void refuse(boolean wrong, Path file, String problem) {
        if (wrong) {
            throw ReplayException.usage(file + ": " + problem);
        }
    }

    private static Path identity(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        try {
            if (Files.exists(absolute)) {
                return absolute.toRealPath();
            }
            Path folder = absolute.getParent();
            return folder == null ? absolute : folder.toRealPath().resolve(absolute.getFileName());
        } catch (IOException e) {
            return absolute;
        }
    }
}

package io.ringway.cli;

import io.ringway.conformance.kernel.KernelException;
import io.ringway.lab.LabException;
import io.ringway.packet.PoolExhaustedException;
import io.ringway.pcap.CaptureFormatException;
import io.ringway.pcap.CaptureIoException;
import io.ringway.replay.ReplayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** One line on stderr and the right exit code for whatever went wrong; a stack trace only for a fault of Ringway's own. */
final class Failure implements IExecutionExceptionHandler {
    static final int FAILED = 1;
    static final int USAGE = 2;

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed)
            throws Exception {
        Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
        if (cause instanceof LabException) {
            return say(commandLine, cause.getMessage(), USAGE);
        }
        if (cause instanceof ReplayException replay) {
            return say(commandLine, replay.getMessage(), replay.isUsage() ? USAGE : FAILED);
        }
        if (cause instanceof CaptureFormatException
                || cause instanceof KernelException
                || cause instanceof CaptureIoException
                || cause instanceof PoolExhaustedException) {
            return say(commandLine, cause.getMessage(), FAILED);
        }
        if (cause instanceof NoSuchFileException) {
            return say(commandLine, cause.getMessage() + ": no such file", FAILED);
        }
        if (cause instanceof IOException) {
            return say(commandLine, cause.getMessage(), FAILED);
        }
        throw failure;
    }

    static int usage(ParameterException failure, String[] arguments) {
        return say(failure.getCommandLine(), failure.getMessage(), USAGE);
    }

    private static int say(CommandLine commandLine, String message, int exitCode) {
        commandLine.getErr().println("ringway: " + message);
        return exitCode;
    }
}

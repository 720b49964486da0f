package io.ringway.cli;

import io.ringway.conformance.kernel.KernelException;
import io.ringway.lab.LabException;
import io.ringway.packet.PoolExhaustedException;
import io.ringway.pcap.CaptureFilterException;
import io.ringway.pcap.CaptureFormatException;
import io.ringway.pcap.CaptureIoException;
import io.ringway.replay.report.ReplayReport;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

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
        if (cause instanceof CaptureFilterException) {
            return say(commandLine, cause.getMessage(), USAGE);
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
            String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            return say(commandLine, message, FAILED);
        }
        throw failure;
    }

    /** Says what the user should know though nothing failed, one line each on stderr. */
    static void warn(CommandSpec spec, List<String> warnings) {
        warnings.forEach(warning -> spec.commandLine().getErr().println("ringway: " + warning));
    }

    /** The exit code of a replay, whose last words are why, where little came through. */
    static int ofReplay(CommandSpec spec, ReplayReport report) {
        if (report.shortfall() != null) {
            warn(spec, report.shortfall().lines());
        }
        return report.arrived() ? 0 : FAILED;
    }

    static int usage(ParameterException failure, String[] arguments) {
        CommandLine commandLine = failure.getCommandLine();
        boolean atTop = commandLine.getParent() == null;
        if (atTop && failure instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            String word = unmatched.getUnmatched().get(0);
            return say(commandLine, "\"" + word + "\" is not a command; ringway --help lists them", USAGE);
        }
        String words = failure.getMessage()
                .replaceFirst("is not an? (double|float)$", "is not a number")
                .replaceFirst("is not an? (int|long)$", "is not a whole number that fits");
        return say(commandLine, words, USAGE);
    }

    private static int say(CommandLine commandLine, String message, int exitCode) {
        commandLine.getErr().println("ringway: " + oneLine(message));
        return exitCode;
    }

    /** The mirrored tools say some things in several lines, the last of which only points to their help. */
    private static String oneLine(String message) {
        return message.lines().filter(line -> !line.startsWith("Try `")).collect(Collectors.joining("; "));
    }
}

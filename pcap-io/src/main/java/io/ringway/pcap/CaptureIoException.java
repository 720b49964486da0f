package io.ringway.pcap;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** The system's refusal to open, read, write or rename; one line that begins with the path or interface. */
public final class CaptureIoException extends IOException {
    private static final long serialVersionUID = 1L;

    CaptureIoException(String name, String problem) {
        super(name + ": " + problem);
    }

    CaptureIoException(String name, String problem, Throwable cause) {
        super(name + ": " + problem, cause);
    }

    CaptureIoException(String name, IOException cause) {
        super(name + ": " + reason(cause), cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
            return "no such file";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NotDirectoryException) {
            return "not a directory";
        }
        if (cause instanceof ClosedChannelException) {
            return "closed";
        }
        if (cause instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}

package io.ringway.pcap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The partial files of this process, so that an interrupt from the keyboard leaves none behind. */
public final class PartialFiles {
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private static volatile Runnable first = () -> {};

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(PartialFiles::end, "ringway-partial"));
    }

    private PartialFiles() {}

    private static void end() {
        first.run();
        OPEN.forEach(PartialFiles::discard);
    }

    /** What an interrupt waits for before it discards those that are not complete then. */
    public static void beforeDiscarding(Runnable what) {
        first = what;
    }

    public static void add(Path partial) {
        OPEN.add(partial);
    }

    public static void remove(Path partial) {
        OPEN.remove(partial);
    }

    /** Deletes one that will not be completed. */
    public static void discard(Path partial) {
        OPEN.remove(partial);
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            // Its name says what it is.
        }
    }
}

package io.ringway.replay.request;

import java.nio.file.Path;
import java.util.Locale;

/** How captures are written. */
public enum OutputFormat {
    PCAP,
    PCAPNG;

    /** What the file's name ends in says it, where it ends so. */
    public OutputFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".pcapng") ? PCAPNG : name.endsWith(".pcap") ? PCAP : this;
    }

    /** What files of this format are called: {@code pcap}. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}

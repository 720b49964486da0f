package io.ringway.cli;

import io.ringway.replay.Replay;
import io.ringway.replay.request.OutputFormat;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options of captures that say more than pcap can: names, comments, what was dropped. */
final class CommentedCaptures {
    @Option(
            names = "--format",
            paramLabel = "pcap|pcapng",
            converter = Format.class,
            description = "How captures are written whose names do not say it (pcap).")
    private OutputFormat format;

    @Option(names = "--out-all", paramLabel = "FILE.pcapng", description = "Every interface in one pcapng.")
    private Path together;

    @Option(
            names = "--drops",
            paramLabel = "FILE.pcapng",
            description = "Every frame that is dropped, with where, why and by which rule in its comment.")
    private Path drops;

    /** Before any output is named. */
    void applyTo(Replay replay) throws IOException {
        if (format != null) {
            replay.captures().format(format);
        }
        if (together != null) {
            replay.captures().together(together);
        }
        if (drops != null) {
            replay.captures().drops(drops);
        }
    }

    /** Small letters, as the files' names have them. */
    static final class Format implements ITypeConverter<OutputFormat> {
        @Override
        public OutputFormat convert(String text) {
            return switch (text) {
                case "pcap" -> OutputFormat.PCAP;
                case "pcapng" -> OutputFormat.PCAPNG;
                default ->
                    throw new TypeConversionException("\"" + text + "\" is no format of captures: pcap or pcapng");
            };
        }
    }
}

package io.ringway.cli;

import io.ringway.replay.Replay;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * {@code NS:IF=FILE[,in|out|both|in,both|any]}, as {@code --in} and {@code --out} take it.
 *
 * @param interfaceName "" for a capture whose hosts are bound to the model's
 * @param file null where only the interface was named
 * @param direction "in", "out", "both", "in,both", "any", or "" where none was given
 */
record CaptureOption(String interfaceName, Path file, String direction) {

    /** What {@code --in} gives a replay: frames that leave there, arrive there, or one direction of both. */
    void feed(Replay replay) throws IOException {
        switch (direction) {
            case "" -> replay.in(interfaceName, file);
            case "in" -> replay.arriving(interfaceName, file);
            case "both" -> replay.inOf(interfaceName, file);
            case "in,both" -> replay.arrivingOf(interfaceName, file, false);
            case "any" -> replay.arrivingOf(interfaceName, file, true);
            default ->
                throw ReplayException.usage("--in " + interfaceName
                        + ": only \",in\", \",both\", \",in,both\" or \",any\" may follow the file");
        }
    }

    boolean isPlain() {
        return interfaceName.isEmpty();
    }

    /** As a replay's {@code --in} takes it: without {@code NS:IF=}, the file alone. */
    static final class Input implements ITypeConverter<CaptureOption> {
        @Override
        public CaptureOption convert(String text) {
            return text.indexOf('=') < 0 ? new CaptureOption("", Path.of(text), "") : new Converter().convert(text);
        }
    }

    /** As {@code --out} takes it: without {@code =FILE}, the interface alone, in which there is no comma. */
    static final class Interface implements ITypeConverter<CaptureOption> {
        @Override
        public CaptureOption convert(String text) {
            if (text.indexOf('=') >= 0) {
                return new Converter().convert(text);
            }
            int comma = text.indexOf(',');
            String direction = comma < 0 ? "" : text.substring(comma + 1);
            if (comma >= 0 && !direction.equals("in") && !direction.equals("out")) {
                throw new TypeConversionException(
                        "\"" + text + "\": only \",in\" or \",out\" may follow the interface");
            }
            return new CaptureOption(comma < 0 ? text : text.substring(0, comma), null, direction);
        }
    }

    /** Splits at the first {@code =}; a direction is only what stands at the end, behind a comma. */
    static final class Converter implements ITypeConverter<CaptureOption> {
        private static final List<String> DIRECTIONS = List.of("in,both", "in", "out", "both", "any");

        @Override
        public CaptureOption convert(String text) {
            int equals = text.indexOf('=');
            if (equals <= 0 || equals == text.length() - 1) {
                throw new TypeConversionException(
                        "\"" + text + "\" should read NS:IF=FILE, as in nginx:eth0=nginx.pcap");
            }
            String file = text.substring(equals + 1);
            String direction = DIRECTIONS.stream()
                    .filter(one -> text.endsWith("," + one))
                    .findFirst()
                    .orElse("");
            if (!direction.isEmpty()) {
                file = file.substring(0, file.length() - direction.length() - 1);
            }
            return new CaptureOption(text.substring(0, equals), Path.of(file), direction);
        }
    }
}

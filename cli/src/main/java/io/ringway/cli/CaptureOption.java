package io.ringway.cli;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * {@code NS:IF=FILE[,in|out|both]}, as {@code --in} and {@code --out} take it.
 *
 * @param direction "in", "out", "both", or "" where none was given
 */
record CaptureOption(String interfaceName, Path file, String direction) {

    /** Splits at the first {@code =}; a direction is only what follows the last comma. */
    static final class Converter implements ITypeConverter<CaptureOption> {
        @Override
        public CaptureOption convert(String text) {
            int equals = text.indexOf('=');
            if (equals <= 0 || equals == text.length() - 1) {
                throw new TypeConversionException(
                        "\"" + text + "\" should read NS:IF=FILE, as in nginx:eth0=nginx.pcap");
            }
            String file = text.substring(equals + 1);
            String direction = "";
            if (file.endsWith(",in") || file.endsWith(",out") || file.endsWith(",both")) {
                direction = file.substring(file.lastIndexOf(',') + 1);
                file = file.substring(0, file.lastIndexOf(','));
            }
            return new CaptureOption(text.substring(0, equals), Path.of(file), direction);
        }
    }
}

package io.ringway.lab;

/**
 * A place in a lab.
 *
 * @param file as the user named it
 * @param line counts from 1; 0 where the file as a whole is meant
 * @param column counts characters from 1; 0 where the line as a whole is meant
 */
public record SourcePosition(String file, int line, int column) {
    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}

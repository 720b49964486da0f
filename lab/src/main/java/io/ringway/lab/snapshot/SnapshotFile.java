package io.ringway.lab.snapshot;

import io.ringway.lab.LabException;
import io.ringway.lab.SourcePosition;
import java.util.ArrayList;
import java.util.List;

/**
 * The text that {@code ringway snapshot}'s script prints, as sections. The head of the script says how it is framed.
 *
 * @param name stands for the file in messages
 */
public record SnapshotFile(String name, List<Section> sections) {
    private static final String HEAD = "# ringway snapshot ";
    private static final String VERSION = "1";
    private static final String END = "@end";

    /** Whether the text says that it is one. */
    public static boolean isOne(String text) {
        return text.startsWith(HEAD) || text.startsWith('\ufeff' + HEAD);
    }

    /**
     * @throws LabException with line and column where the text is none, or was cut off
     */
    public static SnapshotFile read(String name, String text) {
        return new Reader(name).read(text);
    }

    private static final class Reader {
        private final String name;
        private final List<Section> sections = new ArrayList<>();
        private int number;
        private boolean ended;

        /** Of the section that is being read; null between two. */
        private String header;

        private int headerLine;
        private List<Section.Line> lines;
        private List<String> complaints;

        private Reader(String name) {
            this.name = name;
        }

        private SnapshotFile read(String text) {
            for (String line : text.split("\n", -1)) {
                number++;
                take(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
            }
            if (!ended) {
                String where = header == null ? "" : " within \"" + header + "\"";
                throw wrong(0, "the snapshot is cut off" + where + ": its last line should be " + END);
            }
            return new SnapshotFile(name, List.copyOf(sections));
        }

        private void take(String line) {
            if (number == 1) {
                String version =
                        line.substring(line.indexOf(HEAD) + HEAD.length()).strip();
                if (!version.equals(VERSION)) {
                    throw wrong(
                            HEAD.length() + 1,
                            "a snapshot of version \"" + version + "\"; this Ringway reads version " + VERSION);
                }
                return;
            }
            if (line.isEmpty() || line.startsWith("#")) {
                return;
            }
            if (ended) {
                throw wrong(1, "text behind " + END);
            }
            switch (line.charAt(0)) {
                case '@' -> open(line);
                case ' ' -> content(line).add(new Section.Line(number, line.substring(1)));
                case '!' -> {
                    content(line);
                    complaints.add(line.substring(1));
                }
                case '=' -> close(line);
                default -> throw wrong(1, "no line of a snapshot: it begins with none of # @ ! = and a blank");
            }
        }

        private void open(String line) {
            if (header != null) {
                throw wrong(
                        1, "\"" + header + "\" of line " + headerLine + " has no end: part of the snapshot is missing");
            }
            if (line.equals(END)) {
                ended = true;
                return;
            }
            if (!line.matches("@\\d+ \\S.*")) {
                throw wrong(2, "should read @NUMBER COMMAND");
            }
            header = line.substring(1);
            headerLine = number;
            lines = new ArrayList<>();
            complaints = new ArrayList<>();
        }

        private List<Section.Line> content(String line) {
            if (header == null) {
                throw wrong(1, "\"" + line.strip() + "\" is the output of no command: part of the snapshot is missing");
            }
            return lines;
        }

        private void close(String line) {
            content(line);
            if (!line.matches("=\\d{1,3}")) {
                throw wrong(2, "should be an exit code");
            }
            int space = header.indexOf(' ');
            sections.add(new Section(
                    new SourcePosition(name, headerLine, 1),
                    header.substring(0, space),
                    header.substring(space + 1).strip(),
                    List.copyOf(lines),
                    List.copyOf(complaints),
                    Integer.parseInt(line.substring(1))));
            header = null;
        }

        private LabException wrong(int column, String words) {
            return new LabException(new SourcePosition(name, number, column), "", words, LabException.USAGE);
        }
    }
}

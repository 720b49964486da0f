package io.ringway.lab.snapshot;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.ringway.lab.LabException;
import io.ringway.lab.SourcePosition;
import java.util.ArrayList;
import java.util.List;

/**
 * What one command printed.
 *
 * @param position of the line that names it
 * @param namespace the inode of the network namespace in which it ran, "0" for the whole host
 * @param lines of its stdout, each with the number of its line in the file
 * @param complaints of its stderr
 */
record Section(
        SourcePosition position,
        String namespace,
        String command,
        List<Line> lines,
        List<String> complaints,
        int exitCode) {
    static final int NOT_FOUND = 127;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One line of output. */
    record Line(int number, String text) {}

    boolean worked() {
        return exitCode == 0;
    }

    /** Its stdout. */
    String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()).append('\n'));
        return text.toString();
    }

    /** What it said went wrong, in one line. */
    String complaint() {
        String said = String.join("; ", complaints).strip();
        return said.isEmpty() ? "exit code " + exitCode : said;
    }

    SourcePosition at(Line line) {
        return new SourcePosition(position.file(), line.number(), 0);
    }

    /**
     * The objects of the list that it printed; old tools print nothing, or empty objects, where there is nothing.
     *
     * @throws LabException for what is no list of objects in JSON
     */
    List<JsonNode> objects() {
        JsonNode root = json();
        if (!root.isArray()) {
            throw new LabException(
                    at(lines.get(0)), "", command + ": a list in JSON should be here", LabException.USAGE);
        }
        List<JsonNode> objects = new ArrayList<>();
        root.forEach(each -> {
            if (each.isObject() && !each.isEmpty()) {
                objects.add(each);
            }
        });
        return objects;
    }

    /** One line as an object of its own; what is none of that holds nothing. */
    JsonNode object(Line line) {
        try {
            return JSON.readTree(line.text());
        } catch (JsonProcessingException wrong) {
            return MissingNode.getInstance();
        }
    }

    private JsonNode json() {
        List<Line> printed =
                lines.stream().filter(line -> !line.text().isBlank()).toList();
        if (printed.isEmpty()) {
            return JsonNodeFactory.instance.arrayNode();
        }
        StringBuilder text = new StringBuilder();
        printed.forEach(line -> text.append(line.text()).append('\n'));
        try {
            return JSON.readTree(text.toString());
        } catch (JsonProcessingException wrong) {
            JsonLocation where = wrong.getLocation();
            int line = where == null ? 1 : Math.min(where.getLineNr(), printed.size());
            int column = where == null ? 0 : where.getColumnNr() + 1;
            throw new LabException(
                    new SourcePosition(
                            position.file(), printed.get(Math.max(line, 1) - 1).number(), column),
                    "",
                    command + ": not JSON: " + wrong.getOriginalMessage(),
                    LabException.USAGE);
        }
    }
}

package io.ringway.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.conformance.compare.Tally;
import java.util.Map;

/** A report as JSON: what {@code ringway conform --json} prints. */
public final class ConformJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ConformJson() {}

    public static String print(ConformReport report) {
        ObjectNode root = JSON.createObjectNode();
        root.put("passed", report.passed());
        root.put("commands", report.commands());
        root.put("injected", report.injected());
        root.put("refused", report.refused());
        root.put("undecided", report.undecided());
        tallies(root.putObject("frames"), report.frames());
        tallies(root.putObject("state"), report.state());
        ObjectNode excused = root.putObject("excused");
        report.excused().forEach(excused::put);
        ArrayNode differences = root.putArray("differences");
        report.differences().forEach(differences::add);
        ArrayNode first = root.putArray("first_frame");
        report.firstFrame().forEach(first::add);
        ArrayNode warnings = root.putArray("warnings");
        report.warnings().forEach(warnings::add);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void tallies(ObjectNode node, Map<String, Tally> tallies) {
        tallies.forEach((name, tally) -> {
            ObjectNode one = node.putObject(name);
            one.put("compared", tally.compared());
            one.put("differing", tally.differing());
        });
    }
}

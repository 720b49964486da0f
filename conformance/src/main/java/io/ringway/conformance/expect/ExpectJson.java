package io.ringway.conformance.expect;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.conformance.expect.ExpectReport.Changed;
import io.ringway.conformance.expect.ExpectReport.Field;
import io.ringway.conformance.expect.ExpectReport.Odd;
import java.util.List;

/** What {@code --expect-out} found, as JSON: all of it. */
public final class ExpectJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ExpectJson() {}

    /** One object for each interface. */
    public static ArrayNode of(List<ExpectReport> reports) {
        ArrayNode all = JSON.createArrayNode();
        for (ExpectReport report : reports) {
            ObjectNode node = all.addObject();
            node.put("interface", report.interfaceName());
            node.put("file", report.file());
            node.put("captured", report.captured());
            node.put("model", report.model());
            node.put("same", report.same());
            node.put("recut", report.recut());
            node.put("recut_model", report.recutModel());
            report.excused().forEach(node.putObject("excused")::put);
            ArrayNode changed = node.putArray("changed");
            report.changed().forEach(one -> changed(changed.addObject(), one));
            odd(node.putArray("missing"), report.missing());
            odd(node.putArray("extra"), report.extra());
            odd(node.putArray("reordered"), report.reordered());
        }
        return all;
    }

    private static void changed(ObjectNode node, Changed changed) {
        node.put("number", changed.number());
        node.put("model_number", changed.modelNumber());
        node.put("frame", changed.frame());
        ObjectNode fields = node.putObject("fields");
        for (Field field : changed.fields()) {
            fields.putObject(field.name()).put("captured", field.captured()).put("model", field.model());
        }
    }

    private static void odd(ArrayNode list, List<Odd> frames) {
        frames.forEach(one -> list.addObject().put("number", one.number()).put("frame", one.frame()));
    }
}

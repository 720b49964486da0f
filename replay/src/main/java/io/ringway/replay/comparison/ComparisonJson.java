package io.ringway.replay.comparison;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringway.nat.rules.RuleName;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;

/** What two models make of one capture, as JSON: what {@code ringway replay --against --json} prints. */
public final class ComparisonJson {
    private static final ObjectMapper JSON = new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private ComparisonJson() {}

    public static String print(ModelComparison comparison) {
        StringWriter text = new StringWriter();
        print(comparison, null, text);
        return text.toString();
    }

    /**
     * One difference after the other: the text is never there as a whole.
     *
     * @param expected how both differ from what was captured, null where that was not asked
     */
    public static void print(ModelComparison comparison, JsonNode expected, Writer out) {
        try (JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("conversations", comparison.conversations());
            json.writeNumberField("differing", comparison.differences().size());
            json.writeArrayFieldStart("differences");
            for (ModelComparison.Difference difference : comparison.differences()) {
                json.writeStartObject();
                json.writeStringField("protocol", difference.protocol());
                json.writeStringField("from", difference.from());
                json.writeStringField("to", difference.to());
                side(json, "a", difference.a());
                side(json, "b", difference.b());
                json.writeEndObject();
            }
            json.writeEndArray();
            if (expected != null) {
                json.writeObjectField("expect_out", expected);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void side(JsonGenerator json, String name, ModelComparison.Side side) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("verdict", side.verdict().toString());
        json.writeNumberField("packets", side.packets());
        json.writeNumberField("arrived", side.arrived());
        json.writeStringField("where", side.where());
        if (side.lost() > 0) {
            json.writeNumberField("lost", side.lost());
            json.writeStringField("lost_from", side.lostFrom());
            json.writeStringField("reason", side.reason());
        }
        rule(json, "rule", side.rule());
        rule(json, "translated_by", side.translator());
        if (!side.arrivedAs().isEmpty()) {
            json.writeStringField("arrived_as", side.arrivedAs());
        }
        json.writeEndObject();
    }

    private static void rule(JsonGenerator json, String name, RuleName rule) throws IOException {
        if (rule != null) {
            json.writeObjectFieldStart(name);
            json.writeStringField("table", rule.table());
            json.writeStringField("chain", rule.chain());
            json.writeNumberField("number", rule.number());
            json.writeStringField("text", rule.text());
            json.writeEndObject();
        }
    }
}

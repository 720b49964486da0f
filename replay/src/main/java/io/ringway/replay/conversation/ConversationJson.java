package io.ringway.replay.conversation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.ringway.nat.rules.RuleName;
import java.io.IOException;

/** Conversations with their verdicts as JSON, one after the other: a list of them is never there as a whole. */
public final class ConversationJson extends StdSerializer<ConversationJson.Judged> {
    private static final long serialVersionUID = 1;

    /** A conversation that is to be written with its verdict, and not as a flow. */
    public record Judged(Conversation conversation) {}

    public ConversationJson() {
        super(Judged.class);
    }

    @Override
    public void serialize(Judged judged, JsonGenerator json, SerializerProvider provider) throws IOException {
        Conversation one = judged.conversation();
        json.writeStartObject();
        json.writeStringField("protocol", one.protocol());
        json.writeObjectFieldStart("initiator");
        json.writeStringField("address", one.initiator());
        json.writeStringField("ns", one.initiatorHost());
        json.writeStringField("tuple", one.tupleAtInitiator());
        sent(
                json,
                one.packetsOfInitiator(),
                one.arrivedOfInitiator(),
                one.expiredOfInitiator(),
                one.bytesOfInitiator());
        json.writeObjectFieldStart("responder");
        json.writeStringField("address", one.responder());
        json.writeStringField("ns", one.responderHost());
        json.writeStringField("tuple", one.tupleAtResponder());
        sent(
                json,
                one.packetsOfResponder(),
                one.arrivedOfResponder(),
                one.expiredOfResponder(),
                one.bytesOfResponder());
        json.writeStringField("verdict", one.verdict().toString());
        if (one.lost() != null) {
            lost(json, one.lost());
        }
        json.writeEndObject();
    }

    private static void sent(JsonGenerator json, int packets, int arrived, int expired, long bytes) throws IOException {
        json.writeNumberField("packets", packets);
        json.writeNumberField("arrived", arrived);
        if (expired > 0) {
            json.writeNumberField("expired", expired);
        }
        json.writeNumberField("bytes", bytes);
        json.writeEndObject();
    }

    private static void lost(JsonGenerator json, Conversation.Lost lost) throws IOException {
        json.writeObjectFieldStart("lost");
        json.writeStringField("from", lost.fromInitiator() ? "initiator" : "responder");
        json.writeNumberField("packet", lost.packet());
        json.writeStringField("ns", lost.loss().namespace());
        json.writeStringField("where", lost.loss().where());
        json.writeStringField("reason", lost.loss().reason());
        json.writeStringField("meaning", lost.loss().meaning());
        RuleName rule = lost.loss().rule();
        if (rule != null) {
            json.writeObjectFieldStart("rule");
            json.writeStringField("table", rule.table());
            json.writeStringField("chain", rule.chain());
            json.writeNumberField("number", rule.number());
            json.writeStringField("text", rule.text());
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}

package io.ringway.lab.show;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.device.Counters;
import io.ringway.engine.device.Device;
import java.util.List;

/** The counters of a device as {@code ip -s} and, by kind of error, {@code ip -s -s} show them ({@code print_stats64()}). */
final class LinkStatistics {
    private static final int[] COLUMNS = {10, 7, 6, 7, 7, 7};
    private static final String NO_MORE_COLUMNS = " ".repeat(10);

    private static final List<String> RECEIVED =
            List.of("bytes", "packets", "errors", "dropped", "over_errors", "multicast");
    private static final List<String> RECEIVED_HEADS =
            List.of("bytes", "packets", "errors", "dropped", "missed", "mcast");
    private static final List<String> RECEIVE_ERRORS =
            List.of("length_errors", "crc_errors", "frame_errors", "fifo_errors", "missed_errors");
    private static final List<String> RECEIVE_ERROR_HEADS = List.of("length", "crc", "frame", "fifo", "overrun");
    private static final List<String> SENT =
            List.of("bytes", "packets", "errors", "dropped", "carrier_errors", "collisions");
    private static final List<String> SENT_HEADS =
            List.of("bytes", "packets", "errors", "dropped", "carrier", "collsns");
    private static final List<String> SEND_ERRORS =
            List.of("aborted_errors", "fifo_errors", "window_errors", "heartbeat_errors", "carrier_changes");
    private static final List<String> SEND_ERROR_HEADS = List.of("aborted", "fifo", "window", "heartbt", "transns");

    private LinkStatistics() {}

    static ObjectNode json(Device device, boolean byKind) {
        Counters counters = device.counters();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ObjectNode received = node.putObject("rx");
        put(received, RECEIVED, counters.rxBytes(), counters.rxPackets(), counters.rxErrors(), counters.rxDropped());
        received.put("multicast", counters.multicast());
        ObjectNode sent = node.putObject("tx");
        put(sent, SENT, counters.txBytes(), counters.txPackets(), counters.txErrors(), counters.txDropped());
        sent.put("carrier_errors", counters.txCarrierErrors()).put("collisions", counters.collisions());
        if (byKind) {
            put(received, RECEIVE_ERRORS, counters.rxLengthErrors(), 0, counters.rxFrameErrors());
            put(sent, SEND_ERRORS, 0, 0, 0, 0, device.carrier().changes());
        }
        return node;
    }

    /** Puts values under the first keys, and 0 under the others. */
    private static void put(ObjectNode node, List<String> keys, long... values) {
        for (int i = 0; i < keys.size(); i++) {
            node.put(keys.get(i), i < values.length ? values[i] : 0);
        }
    }

    /** As text, with the kinds of errors where the node has them. */
    static void append(JsonNode statistics, StringBuilder text) {
        JsonNode received = statistics.get("rx");
        JsonNode sent = statistics.get("tx");
        int[] widths = COLUMNS.clone();
        widen(widths, 0, received, RECEIVED);
        widen(widths, 0, sent, SENT);
        widen(widths, 1, received, RECEIVE_ERRORS);
        widen(widths, 1, sent, SEND_ERRORS);
        totals("RX", RECEIVED_HEADS, RECEIVED, received, widths, text);
        errors("RX", RECEIVE_ERROR_HEADS, RECEIVE_ERRORS, received, widths, text);
        totals("TX", SENT_HEADS, SENT, sent, widths, text);
        errors("TX", SEND_ERROR_HEADS, SEND_ERRORS, sent, widths, text);
    }

    private static void widen(int[] widths, int first, JsonNode values, List<String> keys) {
        for (int i = 0; i < keys.size(); i++) {
            int length = values.path(keys.get(i)).asText().length();
            widths[first + i] = Math.max(widths[first + i], length);
        }
    }

    private static void totals(
            String title, List<String> heads, List<String> keys, JsonNode values, int[] widths, StringBuilder text) {
        text.append("    ").append(title).append(": ");
        for (int i = 0; i < heads.size(); i++) {
            text.append(padded(heads.get(i), i == 0 ? widths[0] - 4 : widths[i]))
                    .append(' ');
        }
        text.append(NO_MORE_COLUMNS).append("\n    ");
        for (int i = 0; i < keys.size(); i++) {
            text.append(padded(values.get(keys.get(i)).asText(), widths[i])).append(' ');
        }
        text.append('\n');
    }

    private static void errors(
            String title, List<String> heads, List<String> keys, JsonNode values, int[] widths, StringBuilder text) {
        if (!values.has(keys.get(0))) {
            return;
        }
        text.append("    ").append(title).append(" errors:").append(" ".repeat(widths[0] - COLUMNS[0]));
        for (int i = 0; i < heads.size(); i++) {
            text.append(' ').append(padded(heads.get(i), widths[i + 1]));
        }
        text.append("\n     ").append(" ".repeat(widths[0]));
        for (int i = 0; i < keys.size(); i++) {
            text.append(padded(values.get(keys.get(i)).asText(), widths[i + 1])).append(' ');
        }
        text.append('\n');
    }

    private static String padded(String value, int width) {
        return " ".repeat(Math.max(0, width - value.length())) + value;
    }
}

package io.ringway.nat.conntrack.tool;

import io.ringway.nat.conntrack.FlowAttribute;
import io.ringway.nat.conntrack.FlowMessage;
import io.ringway.nat.conntrack.FlowStates;
import io.ringway.nat.conntrack.FlowText;
import io.ringway.packet.Ipv4Address;

/**
 * A connection as one line of XML ({@code -o xml}, libnetfilter_conntrack 1.0.9, {@code snprintf_xml.c}).
 *
 * @param times whether start and end are shown ({@code -o ktimestamp})
 * @param nowNs nanoseconds since 1970
 */
record FlowXml(boolean times, long nowNs) {
    /** @param type {@code new}, {@code update} or {@code destroy} for an event, "" for none */
    String line(FlowMessage flow, String type) {
        StringBuilder out = new StringBuilder(type.isEmpty() ? "<flow>" : "<flow type=\"" + type + "\">");
        original(out, flow);
        reply(out, flow);
        out.append("<meta direction=\"independent\">");
        if (flow.has(FlowAttribute.TCP_STATE)) {
            out.append("<state>")
                    .append(FlowStates.tcp(flow.get(FlowAttribute.TCP_STATE)))
                    .append("</state>");
        } else if (flow.has(FlowAttribute.SCTP_STATE)) {
            // The library takes its names from TCP's list.
            out.append("<state>")
                    .append(FlowStates.tcp(flow.get(FlowAttribute.SCTP_STATE)))
                    .append("</state>");
        }
        number(out, "timeout", flow, FlowAttribute.TIMEOUT);
        number(out, "mark", flow, FlowAttribute.MARK);
        number(out, "zone", flow, FlowAttribute.ZONE);
        number(out, "use", flow, FlowAttribute.USE);
        number(out, "id", flow, FlowAttribute.ID);
        if (flow.hasStatus(1 << 2)) {
            out.append("<assured/>");
        }
        if (flow.has(FlowAttribute.STATUS) && !flow.hasStatus(1 << 1)) {
            out.append("<unreplied/>");
        }
        lifetime(out, flow);
        return out.append("</meta></flow>").toString();
    }

    private static void original(StringBuilder out, FlowMessage flow) {
        out.append("<meta direction=\"original\">");
        layer3(out, flow.number(FlowAttribute.ORIGINAL_SOURCE), flow.number(FlowAttribute.ORIGINAL_DESTINATION));
        layer4(out, flow, FlowAttribute.ORIGINAL_SOURCE_PORT, FlowAttribute.ORIGINAL_DESTINATION_PORT);
        number(out, "zone", flow, FlowAttribute.ORIGINAL_ZONE);
        counters(out, flow, FlowAttribute.ORIGINAL_PACKETS, FlowAttribute.ORIGINAL_BYTES);
        out.append("</meta>");
    }

    private static void reply(StringBuilder out, FlowMessage flow) {
        out.append("<meta direction=\"reply\">");
        layer3(out, flow.number(FlowAttribute.REPLY_SOURCE), flow.number(FlowAttribute.REPLY_DESTINATION));
        layer4(out, flow, FlowAttribute.REPLY_SOURCE_PORT, FlowAttribute.REPLY_DESTINATION_PORT);
        number(out, "zone", flow, FlowAttribute.REPLY_ZONE);
        counters(out, flow, FlowAttribute.REPLY_PACKETS, FlowAttribute.REPLY_BYTES);
        out.append("</meta>");
    }

    private static void layer3(StringBuilder out, int source, int destination) {
        out.append("<layer3 protonum=\"2\" protoname=\"ipv4\"><src>")
                .append(Ipv4Address.format(source))
                .append("</src><dst>")
                .append(Ipv4Address.format(destination))
                .append("</dst></layer3>");
    }

    private static void layer4(StringBuilder out, FlowMessage flow, FlowAttribute source, FlowAttribute destination) {
        int protocol = flow.number(FlowAttribute.ORIGINAL_PROTOCOL);
        out.append("<layer4 protonum=\"").append(protocol).append("\" protoname=\"");
        out.append(FlowStates.protocol(protocol)).append("\">");
        if (FlowStates.hasPorts(protocol)) {
            out.append("<sport>").append(flow.get(source)).append("</sport>");
            out.append("<dport>").append(flow.get(destination)).append("</dport>");
        } else if (FlowStates.hasKeys(protocol)) {
            out.append("<srckey>0x").append(Long.toHexString(flow.get(source))).append("</srckey>");
            out.append("<dstkey>0x")
                    .append(Long.toHexString(flow.get(destination)))
                    .append("</dstkey>");
        }
        out.append("</layer4>");
    }

    private static void counters(StringBuilder out, FlowMessage flow, FlowAttribute packets, FlowAttribute bytes) {
        if (flow.has(packets)) {
            out.append("<counters>");
            number(out, "packets", flow, packets);
            number(out, "bytes", flow, bytes);
            out.append("</counters>");
        }
    }

    private static void number(StringBuilder out, String tag, FlowMessage flow, FlowAttribute attribute) {
        if (flow.has(attribute)) {
            out.append('<').append(tag).append('>').append(flow.get(attribute));
            out.append("</").append(tag).append('>');
        }
    }

    private void lifetime(StringBuilder out, FlowMessage flow) {
        if (!flow.has(FlowAttribute.START)) {
            return;
        }
        if (times) {
            out.append("<timestamp>");
            number(out, "start", flow, FlowAttribute.START);
            number(out, "stop", flow, FlowAttribute.STOP);
            out.append("</timestamp>");
        }
        long seconds = new FlowText(false, false, false, nowNs).seconds(flow);
        out.append("<deltatime>").append(seconds).append("</deltatime>");
    }
}

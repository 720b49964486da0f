package io.ringway.nat.conntrack.tool;

import io.ringway.nat.conntrack.FlowAttribute;
import io.ringway.nat.conntrack.FlowMessage;
import io.ringway.nat.conntrack.FlowStates;
import io.ringway.packet.Ipv4Address;

/** A connection as the options that make it again ({@code -o save}, {@code ct_save_snprintf()}); its mark is not among them. */
final class FlowSave {
    private FlowSave() {}

    /** @param verb {@code -A}, {@code -U} or {@code -D} */
    static String line(FlowMessage flow, String verb) {
        StringBuilder out = new StringBuilder(verb).append(' ');
        number(out, "-t", flow, FlowAttribute.TIMEOUT);
        status(out, flow);
        number(out, "-w", flow, FlowAttribute.ZONE);
        number(out, "--orig-zone", flow, FlowAttribute.ORIGINAL_ZONE);
        number(out, "--reply-zone", flow, FlowAttribute.REPLY_ZONE);
        address(out, "-s", flow, FlowAttribute.ORIGINAL_SOURCE);
        address(out, "-d", flow, FlowAttribute.ORIGINAL_DESTINATION);
        address(out, flow.isDestinationTranslated() ? "-g" : "-r", flow, FlowAttribute.REPLY_SOURCE);
        address(out, flow.isSourceTranslated() ? "-n" : "-q", flow, FlowAttribute.REPLY_DESTINATION);
        int number = flow.number(FlowAttribute.ORIGINAL_PROTOCOL);
        Protocol protocol = Protocol.numbered(number, String.valueOf(number));
        out.append("-p ").append(protocol.helpName()).append(' ');
        protocol(out, flow, protocol);
        return out.toString().stripTrailing();
    }

    private static void protocol(StringBuilder out, FlowMessage flow, Protocol protocol) {
        switch (protocol.kind()) {
            case UNKNOWN, DCCP -> {}
            case ICMP -> {
                number(out, "--" + protocol.helpName() + "-type", flow, FlowAttribute.ICMP_TYPE);
                number(out, "--" + protocol.helpName() + "-code", flow, FlowAttribute.ICMP_CODE);
                number(out, "--" + protocol.helpName() + "-id", flow, FlowAttribute.ICMP_ID);
            }
            default -> {
                boolean keys = protocol.kind() == Protocol.Kind.KEYS;
                number(out, keys ? "--srckey" : "--sport", flow, FlowAttribute.ORIGINAL_SOURCE_PORT);
                number(out, keys ? "--dstkey" : "--dport", flow, FlowAttribute.ORIGINAL_DESTINATION_PORT);
                String reply = keys ? "--reply-key-" : "--reply-port-";
                number(out, reply + "src", flow, FlowAttribute.REPLY_SOURCE_PORT);
                number(out, reply + "dst", flow, FlowAttribute.REPLY_DESTINATION_PORT);
                state(out, flow);
            }
        }
    }

    private static void state(StringBuilder out, FlowMessage flow) {
        if (flow.has(FlowAttribute.TCP_STATE)) {
            out.append("--state ")
                    .append(FlowStates.tcp(flow.get(FlowAttribute.TCP_STATE)))
                    .append(' ');
        } else if (flow.has(FlowAttribute.SCTP_STATE)) {
            out.append("--state ")
                    .append(FlowStates.sctp(flow.get(FlowAttribute.SCTP_STATE)))
                    .append(' ');
            number(out, "--orig-vtag", flow, FlowAttribute.ORIGINAL_TAG);
            number(out, "--reply-vtag", flow, FlowAttribute.REPLY_TAG);
        }
    }

    private static void status(StringBuilder out, FlowMessage flow) {
        if (!flow.has(FlowAttribute.STATUS)) {
            return;
        }
        StringBuilder words = new StringBuilder();
        word(words, flow, 1, "EXPECTED");
        word(words, flow, 1 << 1, "SEEN_REPLY");
        word(words, flow, 1 << 2, "ASSURED");
        word(words, flow, 1 << 10, "FIXED_TIMEOUT");
        out.append("-u ").append(words.isEmpty() ? "UNSET" : words).append(' ');
    }

    private static void word(StringBuilder words, FlowMessage flow, int bit, String word) {
        if (flow.hasStatus(bit)) {
            words.append(words.isEmpty() ? "" : ",").append(word);
        }
    }

    private static void number(StringBuilder out, String option, FlowMessage flow, FlowAttribute attribute) {
        if (flow.has(attribute)) {
            out.append(option).append(' ').append(flow.get(attribute)).append(' ');
        }
    }

    private static void address(StringBuilder out, String option, FlowMessage flow, FlowAttribute attribute) {
        out.append(option)
                .append(' ')
                .append(Ipv4Address.format(flow.number(attribute)))
                .append(' ');
    }
}

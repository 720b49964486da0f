package io.ringway.nat.conntrack.tool;

import io.ringway.nat.conntrack.FlowAttribute;
import io.ringway.nat.conntrack.FlowMessage;
import io.ringway.nat.conntrack.FlowStates;
import io.ringway.nat.conntrack.tool.Protocol.Kind;
import java.util.List;
import java.util.Locale;

/** The options of one protocol on a command line of the tool. */
final class ProtocolWords {
    private static final int PORT = 0xffff;
    private static final int TAGS_FROM = 10;

    /** Of a TCP flow that a command makes: windows are not held against it ({@code BE_LIBERAL | SACK_PERM}). */
    private static final int LIBERAL = 0x02 | 0x08;

    /** It may be opened anew at once ({@code CLOSE_INIT}). */
    private static final int CLOSING = 0x04;

    private static final int TIME_WAIT = 7;
    private static final List<String> DCCP_STATES = List.of(
            "NONE", "REQUEST", "RESPOND", "PARTOPEN", "OPEN", "CLOSEREQ", "CLOSING", "TIMEWAIT", "IGNORE", "INVALID");

    /** Those that the tool knows; it dies of any other word. */
    private static final int SCTP_STATES = 8;

    private final ToolRequest request;
    private final Protocol protocol;
    private int given;

    ProtocolWords(ToolRequest request, Protocol protocol) {
        this.request = request;
        this.protocol = protocol;
    }

    /** The option of this number. */
    void take(int number, String argument) {
        FlowMessage flow = request.flow;
        given |= 1 << (number - 1);
        if (protocol.kind() == Kind.ICMP) {
            icmp(number, (int) Numbers.decimal(argument));
            return;
        }
        boolean keys = protocol.kind() == Kind.KEYS;
        int port = (int) (keys ? Numbers.any(argument) : Numbers.decimal(argument)) & PORT;
        switch (number) {
            case 1 -> original(FlowAttribute.ORIGINAL_SOURCE_PORT, port);
            case 2 -> original(FlowAttribute.ORIGINAL_DESTINATION_PORT, port);
            case 3 -> reply(FlowAttribute.REPLY_SOURCE_PORT, port);
            case 4 -> reply(FlowAttribute.REPLY_DESTINATION_PORT, port);
            case 7 -> state(argument);
            case TAGS_FROM -> {
                if (protocol.kind() == Kind.DCCP) {
                    role(argument);
                } else {
                    flow.set(FlowAttribute.ORIGINAL_TAG, Numbers.decimal(argument) & 0xffff_ffffL);
                }
            }
            case TAGS_FROM + 1 -> flow.set(FlowAttribute.REPLY_TAG, Numbers.decimal(argument) & 0xffff_ffffL);
            default -> {}
        }
    }

    private void original(FlowAttribute attribute, int port) {
        request.flow.set(attribute, port);
        request.flow.set(FlowAttribute.ORIGINAL_PROTOCOL, protocol.number());
    }

    private void reply(FlowAttribute attribute, int port) {
        request.flow.set(attribute, port);
        request.flow.set(FlowAttribute.REPLY_PROTOCOL, protocol.number());
    }

    /** Each sets its part of the answer as well. */
    private void icmp(int number, int value) {
        FlowMessage flow = request.flow;
        switch (number) {
            case 1 -> {
                flow.set(FlowAttribute.ICMP_TYPE, value & 0xff);
                flow.set(FlowAttribute.REPLY_ICMP_TYPE, FlowStates.icmpAnswer(value & 0xff));
            }
            case 2 -> {
                flow.set(FlowAttribute.ICMP_CODE, value & 0xff);
                flow.set(FlowAttribute.REPLY_ICMP_CODE, value & 0xff);
            }
            default -> {
                flow.set(FlowAttribute.ICMP_ID, value & PORT);
                flow.set(FlowAttribute.REPLY_ICMP_ID, value & PORT);
            }
        }
        if (flow.has(FlowAttribute.REPLY_FAMILY)) {
            flow.set(FlowAttribute.REPLY_PROTOCOL, protocol.number());
        }
    }

    private void state(String name) {
        switch (protocol.kind()) {
            case TCP -> {
                int state = name.equals("LISTEN") ? FlowStates.tcp("SYN_SENT2") : FlowStates.tcp(name);
                if (state < 0) {
                    throw ConntrackRefusal.parameter("unknown TCP state `" + name + "'");
                }
                request.flow.set(FlowAttribute.TCP_STATE, state);
            }
            case SCTP -> {
                int state = FlowStates.sctp(name);
                if (state < 0 || state >= SCTP_STATES) {
                    throw new IllegalArgumentException("--state " + name + ", which conntrack dies of,");
                }
                request.flow.set(FlowAttribute.SCTP_STATE, state);
            }
            case DCCP -> {
                if (!DCCP_STATES.contains(name)) {
                    throw ConntrackRefusal.parameter("Unknown DCCP state `" + name + "'");
                }
                request.flow.set(FlowAttribute.DCCP_STATE, DCCP_STATES.indexOf(name));
            }
            default -> {}
        }
    }

    private static void role(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        if (!"client".startsWith(word) && !"server".startsWith(word)) {
            throw ConntrackRefusal.parameter("Unknown DCCP role `" + name + "'");
        }
    }

    /** What is left to do when all was read ({@code final_check()}). */
    void finish(ToolCommand command) {
        protocol.check(command, given);
        FlowMessage flow = request.flow;
        if (protocol.kind() == Kind.TCP) {
            boolean closing = flow.get(FlowAttribute.TCP_STATE) >= TIME_WAIT;
            flow.set(FlowAttribute.TCP_FLAGS, closing ? LIBERAL | CLOSING : LIBERAL);
        }
        if (protocol.kind() == Kind.UNKNOWN && flow.has(FlowAttribute.REPLY_FAMILY)) {
            flow.set(FlowAttribute.REPLY_PROTOCOL, protocol.number());
        }
    }
}

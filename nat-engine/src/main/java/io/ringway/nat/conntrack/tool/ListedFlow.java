package io.ringway.nat.conntrack.tool;

import io.ringway.nat.conntrack.FlowStates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A line of {@code conntrack -L} as the options that make its connection. */
final class ListedFlow {
    private static final Set<String> OF_TUPLE =
            Set.of("src", "dst", "sport", "dport", "srckey", "dstkey", "type", "code", "id");
    private static final Set<String> PASSED_OVER =
            Set.of("packets", "bytes", "use", "delta-time", "secctx", "secmark", "labels", "helper");
    private static final int IPV4 = 2;

    private final int protocol;
    private final long timeout;
    private String state = "";
    private final Map<String, String> original = new HashMap<>();
    private final Map<String, String> reply = new HashMap<>();
    private final Map<String, String> others = new HashMap<>();
    private boolean replied = true;
    private boolean assured;

    private ListedFlow(String line) {
        List<String> words = new ArrayList<>(
                List.of(line.replaceAll("\\[(start|stop)=[^]]*\\]", "").split("\\s+")));
        if (words.get(0).equals("ipv4")) {
            require(words.size() > 2 && words.get(1).equals(String.valueOf(IPV4)), "\"ipv4\" without its number 2");
            words.subList(0, 2).clear();
        }
        require(words.size() > 3, "not a line of conntrack -L: it begins with protocol, its number, and a timeout");
        require(words.get(1).matches("\\d{1,3}"), "\"" + words.get(1) + "\" is no number of a protocol");
        require(words.get(2).matches("\\d{1,10}"), "\"" + words.get(2) + "\" is no timeout in seconds");
        protocol = Integer.parseInt(words.get(1));
        timeout = Long.parseLong(words.get(2));
        words.subList(3, words.size()).forEach(this::take);
    }

    private static void require(boolean fine, String otherwise) {
        if (!fine) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private void take(String word) {
        int equals = word.indexOf('=');
        switch (word) {
            case "[UNREPLIED]" -> replied = false;
            case "[ASSURED]" -> assured = true;
            case "[OFFLOAD]", "[HW_OFFLOAD]" -> {}
            default -> {
                if (equals < 0) {
                    require(state.isEmpty() && original.isEmpty() && word.matches("[A-Z_0-9]+"), unknown(word));
                    state = word;
                } else {
                    value(word, word.substring(0, equals), word.substring(equals + 1));
                }
            }
        }
    }

    private void value(String word, String key, String value) {
        if (OF_TUPLE.contains(key) && original.putIfAbsent(key, value) == null) {
            return;
        }
        if (OF_TUPLE.contains(key) && reply.putIfAbsent(key, value) == null) {
            return;
        }
        boolean known = key.equals("id") || PASSED_OVER.contains(key) || key.matches("mark|zone|zone-orig|zone-reply");
        require(known, unknown(word));
        if (!PASSED_OVER.contains(key)) {
            require(value.matches("\\d{1,10}"), "\"" + word + "\" is no number");
            others.put(key, value);
        }
    }

    private static String unknown(String word) {
        return "\"" + word + "\" stands in no line of conntrack -L at this place";
    }

    /** @throws IllegalArgumentException for what is no such line */
    static String options(String line) {
        return new ListedFlow(line).options();
    }

    private String options() {
        StringBuilder out = new StringBuilder("-A -t ").append(timeout);
        out.append(
                replied
                        ? assured ? " -u SEEN_REPLY,ASSURED" : " -u SEEN_REPLY"
                        : assured ? " -u ASSURED" : " -u UNSET");
        out.append(" -s ").append(of(original, "src")).append(" -d ").append(of(original, "dst"));
        out.append(" -p ").append(protocol);
        if (FlowStates.isIcmp(protocol)) {
            out.append(" --icmp-type ")
                    .append(of(original, "type"))
                    .append(" --icmp-code ")
                    .append(of(original, "code"));
            out.append(" --icmp-id ").append(of(original, "id"));
            translation(out, "id", "id");
        } else if (FlowStates.hasKeys(protocol)) {
            out.append(" --srckey ")
                    .append(of(original, "srckey"))
                    .append(" --dstkey ")
                    .append(of(original, "dstkey"));
            translation(out, "", "");
        } else if (FlowStates.hasPorts(protocol) && protocol != Protocol.DCCP) {
            out.append(" --sport ")
                    .append(of(original, "sport"))
                    .append(" --dport ")
                    .append(of(original, "dport"));
            translation(out, "sport", "dport");
        } else {
            translation(out, "", "");
        }
        state(out);
        out.append(" -m ").append(others.getOrDefault("mark", "0"));
        zone(out, "zone", "-w");
        zone(out, "zone-orig", "--orig-zone");
        zone(out, "zone-reply", "--reply-zone");
        return out.toString();
    }

    private static String of(Map<String, String> tuple, String key) {
        String value = tuple.get(key);
        require(value != null, "\"" + key + "=\" is missing");
        boolean address = key.equals("src") || key.equals("dst");
        require(
                value.matches(address ? "\\d{1,3}(\\.\\d{1,3}){3}" : "\\d{1,5}|0x[0-9a-f]{1,4}"),
                "\"" + key + "=" + value + "\" is none");
        return value;
    }

    /**
     * What the two directions do not have in common was translated.
     *
     * @param source name of the source's port, "" for none
     */
    private void translation(StringBuilder out, String source, String destination) {
        one(out, "-n", of(original, "src"), of(reply, "dst"), source, destination);
        boolean icmp = source.equals("id");
        one(out, "-g", of(original, "dst"), of(reply, "src"), icmp ? "" : destination, icmp ? "" : source);
    }

    private void one(StringBuilder out, String option, String address, String to, String port, String toPort) {
        String number = port.isEmpty() ? "" : of(original, port);
        String toNumber = port.isEmpty() ? "" : of(reply, toPort);
        if (!address.equals(to) || !number.equals(toNumber)) {
            out.append(' ').append(option).append(' ').append(to);
            out.append(number.equals(toNumber) ? "" : ":" + toNumber);
        }
    }

    private void state(StringBuilder out) {
        boolean tcp = protocol == Protocol.TCP;
        boolean sctp = protocol == Protocol.SCTP;
        require(!state.isEmpty() || (!tcp && !sctp), "the state is missing");
        if (tcp || sctp) {
            int known = tcp ? FlowStates.tcp(state) : FlowStates.sctp(state);
            require(known >= 0, "\"" + state + "\" is no state of " + (tcp ? "TCP" : "SCTP"));
            out.append(" --state ").append(state).append(sctp ? " --orig-vtag 0 --reply-vtag 0" : "");
        }
    }

    private void zone(StringBuilder out, String key, String option) {
        String zone = others.getOrDefault(key, "0");
        if (!zone.equals("0")) {
            out.append(' ').append(option).append(' ').append(zone);
        }
    }
}

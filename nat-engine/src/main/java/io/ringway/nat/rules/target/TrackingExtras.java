package io.ringway.nat.rules.target;

import io.ringway.nat.rules.extension.Refusal;
import io.ringway.packet.Ipv4Header;
import java.util.List;
import java.util.Set;

/**
 * What {@code -j CT} attaches to a connection beside its zone: read, printed back, and refused where the kernel has no such
 * helper or policy.
 *
 * <p>DEVIATION: helpers but those of FTP and TFTP expect nothing; a list of events holds none back, nobody listens to them.
 *
 * @param helper "" for none, as for the others
 * @param timeout the name of a policy; the kernel has none
 */
record TrackingExtras(String helper, String timeout, String events, String expectationEvents) {
    static final TrackingExtras NONE = new TrackingExtras("", "", "", "");

    private static final List<String> EVENTS = List.of(
            "new", "related", "destroy", "reply", "assured", "protoinfo", "helper", "mark", "natseqinfo", "secmark");

    private static final Set<String> TCP_HELPERS = Set.of("ftp", "sip", "irc", "pptp", "Q.931", "sane");
    private static final Set<String> UDP_HELPERS = Set.of("tftp", "sip", "amanda", "netbios-ns", "RAS", "snmp");

    /** How much of a policy's name comes back of a rule that the kernel never looked it up for. */
    private static final int UNUSED_TIMEOUT_LENGTH = 4;

    TrackingExtras withHelper(String name) {
        return new TrackingExtras(name, timeout, events, expectationEvents);
    }

    TrackingExtras withTimeout(String name) {
        return new TrackingExtras(helper, name, events, expectationEvents);
    }

    TrackingExtras withEvents(String list) {
        return new TrackingExtras(helper, timeout, parse(list, EVENTS), expectationEvents);
    }

    TrackingExtras withExpectationEvents(String list) {
        return new TrackingExtras(helper, timeout, events, parse(list, EVENTS.subList(0, 1)));
    }

    /** The events of the list in the order of printing. */
    private static String parse(String list, List<String> known) {
        List<String> words = List.of(list.split(",", -1));
        for (String word : words) {
            if (!known.contains(word)) {
                throw Refusal.parameter("Unknown event type \"" + word + "\"");
            }
        }
        return String.join(",", known.stream().filter(words::contains).toList());
    }

    /** The errno's words with which the kernel refuses the names, or null ({@code xt_CT.c:xt_ct_tg_check()}). */
    String refusedWith(int protocol) {
        Set<String> helpers = protocol == Ipv4Header.PROTOCOL_TCP
                ? TCP_HELPERS
                : protocol == Ipv4Header.PROTOCOL_UDP ? UDP_HELPERS : Set.of();
        boolean known = helper.isEmpty() || helpers.contains(helper);
        if (known && !timeout.isEmpty() && protocol == 0) {
            return "Invalid argument";
        }
        return known && timeout.isEmpty() ? null : "No such file or directory";
    }

    /** Each with {@code lead} in front. */
    void print(StringBuilder out, String lead, boolean unused) {
        print(out, lead, "helper ", helper);
        boolean cut = unused && timeout.length() > UNUSED_TIMEOUT_LENGTH;
        print(out, lead, "timeout ", cut ? timeout.substring(0, UNUSED_TIMEOUT_LENGTH) : timeout);
        print(out, lead, "ctevents ", events);
        print(out, lead, "expevents ", expectationEvents);
    }

    private static void print(StringBuilder out, String lead, String option, String value) {
        if (!value.isEmpty()) {
            out.append(lead).append(option).append(value);
        }
    }
}

package io.ringway.nat;

import io.ringway.nat.rules.RuleTrace;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;

/** Tells a {@link RuleTrace} what NAT did to a packet, by what the packet was before and is after. */
final class TranslationTrace {
    private RuleTrace trace;
    private String text;

    void setTrace(RuleTrace trace) {
        this.trace = trace;
    }

    void before(Frame frame) {
        if (trace != null) {
            text = text(frame);
        }
    }

    void after(Frame frame, Hook hook) {
        if (trace != null) {
            String now = text(frame);
            if (!now.equals(text)) {
                trace.translated(frame, hook.name(), text, now);
            }
        }
    }

    /** As {@code 10.0.0.2:1234 -> 192.0.2.1:80}; without ports where the packet has none. */
    private static String text(Frame frame) {
        int at = frame.networkOffset();
        int transport = at + Ipv4Header.headerLength(frame, at);
        int protocol = Ipv4Header.protocol(frame, at);
        boolean ports = (protocol == Ipv4Header.PROTOCOL_TCP || protocol == Ipv4Header.PROTOCOL_UDP)
                && Ipv4Header.fragmentOffset(frame, at) == 0
                && frame.length() >= transport + 4;
        String source = Ipv4Address.format(Ipv4Header.source(frame, at));
        String destination = Ipv4Address.format(Ipv4Header.destination(frame, at));
        if (ports) {
            return source + ":" + frame.u16(transport) + " -> " + destination + ":" + frame.u16(transport + 2);
        }
        return source + " -> " + destination;
    }
}

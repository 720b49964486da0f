package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.NameTable;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.PortRange;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import java.util.Set;

/**
 * {@code -m multiport} (xt_multiport.c:ports_match_v1()): up to 15 ports, where a range counts as two.
 *
 * @param protocol of the rule: the kernel takes the match for no other
 * @param ranges pairs of lowest and highest port, both inclusive
 */
public record MultiportMatch(int which, boolean inverted, int protocol, int[] ranges) implements Match {
    private static final int MAX_PORTS = 15;
    private static final int SOURCE = 0;
    private static final int DESTINATION = 1;
    private static final int EITHER = 2;
    private static final int ALL_OPTIONS = 1 << SOURCE | 1 << DESTINATION | 1 << EITHER;
    private static final String[] LABELS = {"sports", "dports", "ports"};
    private static final Set<Integer> PROTOCOLS = Set.of(6, 17, 33, 132, 136);

    public static final Extension<Match> EXTENSION = Extension.of(
            "multiport",
            Reading::new,
            option("source-ports", SOURCE),
            option("sports", SOURCE),
            option("destination-ports", DESTINATION),
            option("dports", DESTINATION),
            option("ports", EITHER));

    private static ExtensionOption option(String name, int id) {
        return ExtensionOption.valued(name, id).orInverted().excluding(ALL_OPTIONS);
    }

    private static final class Reading implements Extension.Reading<Match> {
        private MultiportMatch match;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            if (!PROTOCOLS.contains(head.protocol()) || head.protocolInverted()) {
                throw Refusal.parameter(
                        head.protocol() == 0 && !head.protocolInverted()
                                ? "multiport needs `-p tcp', `-p udp', `-p udplite', `-p sctp' or `-p dccp'"
                                : "multiport only works with TCP, UDP, UDPLITE, SCTP and DCCP");
            }
            match = new MultiportMatch(id, inverted, head.protocol(), parse(argument, head.protocol()));
        }

        private static int[] parse(String argument, int protocol) {
            String protocolName = NameTable.protocolName(protocol);
            String[] words = argument.split(",", -1);
            int[] ranges = new int[words.length * 2];
            int ports = 0;
            for (int i = 0; i < words.length; i++) {
                int colon = words[i].indexOf(':');
                ports += colon < 0 ? 1 : 2;
                if (ports > MAX_PORTS) {
                    throw Refusal.parameter("too many ports specified");
                }
                String low = colon < 0 ? words[i] : words[i].substring(0, colon);
                ranges[2 * i] = PortRange.parsePort(low, protocolName);
                ranges[2 * i + 1] = ranges[2 * i];
                if (colon >= 0) {
                    ranges[2 * i + 1] = PortRange.parsePort(words[i].substring(colon + 1), protocolName);
                    if (ranges[2 * i] >= ranges[2 * i + 1]) {
                        throw Refusal.parameter("invalid portrange specified");
                    }
                }
            }
            return ranges;
        }

        @Override
        public Match finish(RuleHead head) {
            if (match == null) {
                throw Refusal.parameter("multiport expection an option");
            }
            return match;
        }
    }

    @Override
    public String name() {
        return "multiport";
    }

    @Override
    public boolean matches(Packet packet) {
        if (packet.fragmentOffset() != 0) {
            return false;
        }
        if (packet.transportBytes() < 4) {
            packet.dropHot();
            return false;
        }
        int source = packet.frame().u16(packet.transport());
        int destination = packet.frame().u16(packet.transport() + 2);
        for (int i = 0; i < ranges.length; i += 2) {
            boolean fromSource = which != DESTINATION && source >= ranges[i] && source <= ranges[i + 1];
            boolean fromDestination = which != SOURCE && destination >= ranges[i] && destination <= ranges[i + 1];
            if (fromSource || fromDestination) {
                return !inverted;
            }
        }
        return inverted;
    }

    @Override
    public void save(StringBuilder out) {
        out.append(inverted ? " ! --" : " --").append(LABELS[which]).append(' ');
        appendPorts(out, true);
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(" multiport ").append(LABELS[which]).append(inverted ? "  !" : " ");
        appendPorts(out, numeric);
    }

    private void appendPorts(StringBuilder out, boolean numeric) {
        String protocolName = NameTable.protocolName(protocol);
        for (int i = 0; i < ranges.length; i += 2) {
            out.append(i == 0 ? "" : ",").append(NameTable.serviceName(ranges[i], protocolName, numeric));
            if (ranges[i + 1] != ranges[i]) {
                out.append(':').append(NameTable.serviceName(ranges[i + 1], protocolName, numeric));
            }
        }
    }
}

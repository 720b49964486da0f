package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.NameTable;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.PortRange;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.UdpHeader;

/** {@code -m udp}: source and destination ports; a fragment that is not the first never matches. */
public record UdpMatch(PortRange source, PortRange destination) implements Match {
    private static final int SOURCE = 0;
    private static final int DESTINATION = 1;

    public static final Extension<Match> EXTENSION = Extension.of(
            "udp",
            Reading::new,
            ExtensionOption.valued("source-port", SOURCE).orInverted(),
            ExtensionOption.valued("sport", SOURCE).orInverted(),
            ExtensionOption.valued("destination-port", DESTINATION).orInverted(),
            ExtensionOption.valued("dport", DESTINATION).orInverted());

    private static final class Reading implements Extension.Reading<Match> {
        private PortRange source = PortRange.ANY;
        private PortRange destination = PortRange.ANY;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            if (id == SOURCE) {
                source = parse(argument, "source-port", inverted);
            } else {
                destination = parse(argument, "destination-port", inverted);
            }
        }

        private static PortRange parse(String argument, String option, boolean inverted) {
            String[] parts = argument.split(":", -1);
            if (parts.length > 2) {
                throw Refusal.parameter("udp: Too many components for option \"--" + option + "\" (max: " + 2 + ")\n");
            }
            int min = parts[0].isEmpty() ? 0 : resolve(parts[0]);
            if (parts.length == 1) {
                return new PortRange(min, min, inverted);
            }
            return new PortRange(min, parts[1].isEmpty() ? 65535 : resolve(parts[1]), inverted);
        }

        /** As getaddrinfo(3) has it: decimal, cut to 16 bits, or a service of any protocol. */
        private static int resolve(String text) {
            if (text.matches("[0-9]{1,9}")) {
                return Integer.parseInt(text) & 0xffff;
            }
            int port = NameTable.servicePort(text, "tcp");
            port = port < 0 ? NameTable.servicePort(text, "udp") : port;
            if (port < 0) {
                throw Refusal.parameter("Port \"" + text + "\" does not resolve to anything.\n");
            }
            return port;
        }

        @Override
        public Match finish(RuleHead head) {
            boolean any = source.isAny() && destination.isAny();
            if (!any && (head.protocol() != Ipv4Header.PROTOCOL_UDP)) {
                throw Refusal.parameter("UDP match requires '-p udp'");
            }
            return new UdpMatch(source, destination);
        }
    }

    @Override
    public String name() {
        return source.isVoid() && destination.isVoid() && !(source.isAny() && destination.isAny()) ? "" : "udp";
    }

    @Override
    public boolean matches(Packet packet) {
        if (packet.fragmentOffset() != 0) {
            return false;
        }
        if (packet.transportBytes() < UdpHeader.LENGTH) {
            return false;
        }
        return source.contains(packet.frame().u16(packet.transport()))
                && destination.contains(packet.frame().u16(packet.transport() + 2));
    }

    @Override
    public void save(StringBuilder out) {
        source.save(out, "--sport");
        destination.save(out, "--dport");
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(" udp");
        source.list(out, "spt", "udp", numeric);
        destination.list(out, "dpt", "udp", numeric);
    }

    @Override
    public int requiredProtocol() {
        return source.isAny() && destination.isAny() ? Ipv4Header.PROTOCOL_UDP : 0;
    }
}

package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.PortRange;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.UdpHeader;

/**
 * {@code -m udp}: source and destination ports. The tool makes comparisons of its own of them; without any, it is the kernel's
 * match (xt_tcpudp.c:udp_mt()), which knows fragments and drops cut headers.
 */
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
                source = PortRange.resolve("udp", "source-port", argument, inverted);
            } else {
                destination = PortRange.resolve("udp", "destination-port", argument, inverted);
            }
        }

        @Override
        public Match finish(RuleHead head) {
            return new UdpMatch(source.asCompared(), destination.asCompared());
        }
    }

    @Override
    public String misfit(int protocol) {
        return isOfKernel() || protocol == Ipv4Header.PROTOCOL_UDP ? null : "UDP match requires '-p udp'";
    }

    @Override
    public String name() {
        return source.isVoid() && destination.isVoid() && !isOfKernel() ? "" : "udp";
    }

    @Override
    public boolean matches(Packet packet) {
        if (isOfKernel()) {
            return matchesAsTheKernel(packet);
        }
        // The tool's comparisons take what stands there, of any fragment that reaches so far.
        int at = packet.transport();
        int bytes = packet.transportBytes();
        return (source.isVoid() || (bytes >= 2 && source.holds(packet.frame().u16(at))))
                && (destination.isVoid()
                        || (bytes >= 4 && destination.holds(packet.frame().u16(at + 2))));
    }

    private boolean isOfKernel() {
        return source.isAny() && destination.isAny();
    }

    private static boolean matchesAsTheKernel(Packet packet) {
        if (packet.fragmentOffset() != 0) {
            return false;
        }
        if (packet.transportBytes() < UdpHeader.LENGTH) {
            packet.dropHot();
            return false;
        }
        return true;
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
        return isOfKernel() ? Ipv4Header.PROTOCOL_UDP : 0;
    }
}

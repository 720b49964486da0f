package io.ringway.nat.rules.target;

import io.ringway.nat.Hook;
import io.ringway.nat.conntrack.NatRange;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.HostAddress;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.TableKind;
import io.ringway.nat.rules.extension.Target;
import io.ringway.nat.rules.extension.Verdict;
import io.ringway.packet.Ipv4Address;

/**
 * {@code -j NETMAP} (xt_NETMAP.c:netmap_tg4()): moves an address into another network, where it keeps its bits outside of the
 * mask; the destination at PREROUTING and OUTPUT, else the source.
 *
 * @param network no bits outside of the mask
 */
public record NetmapTarget(int network, int prefixLength) implements Target {
    private static final String TO = "to";

    public static final Extension<Target> EXTENSION =
            Extension.of("NETMAP", Reading::new, ExtensionOption.valued(TO, 0).required());

    private static final class Reading implements Extension.Reading<Target> {
        private HostAddress to;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            to = HostAddress.parse("NETMAP", TO, argument);
        }

        @Override
        public Target finish(RuleHead head) {
            return new NetmapTarget(to.address() & Ipv4Address.mask(to.prefixLength()), to.prefixLength());
        }
    }

    @Override
    public String name() {
        return "NETMAP";
    }

    @Override
    public Verdict apply(Packet packet) {
        boolean destination = packet.hook() == Hook.PREROUTING || packet.hook() == Hook.OUTPUT;
        int address = destination ? packet.destination() : packet.source();
        int mapped = network | (address & ~Ipv4Address.mask(prefixLength));
        return packet.nat().setup(packet.hook(), packet.frame(), NatRange.ofAddress(mapped))
                ? Verdict.ACCEPT
                : Verdict.DROP;
    }

    @Override
    public void save(StringBuilder out) {
        append(out.append(" --to "));
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        append(out.append(" to:"));
    }

    private void append(StringBuilder out) {
        out.append(Ipv4Address.format(network)).append('/').append(prefixLength);
    }

    @Override
    public boolean needsTracking() {
        return true;
    }

    @Override
    public boolean allowedIn(TableKind table) {
        return table == TableKind.NAT;
    }
}

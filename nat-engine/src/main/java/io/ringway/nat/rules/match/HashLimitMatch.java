package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.NamespaceState;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.packet.Ipv4Address;

/**
 * {@code -m hashlimit} (xt_hashlimit.c:hashlimit_mt()): a limit for each address, port or network of them, in a table that
 * rules share by its name; what makes an entry is said by the rule that brought the table.
 */
public final class HashLimitMatch implements Match {
    private static final int PORTS = HashLimitSpec.SOURCE_PORT | HashLimitSpec.DESTINATION_PORT;
    private static final int NO_PORTS = -1;

    public static final Extension<Match> EXTENSION =
            Extension.of("hashlimit", HashLimitReading::new, HashLimitReading.options());

    private final HashLimitSpec spec;
    private HashLimitTable table;

    HashLimitMatch(HashLimitSpec spec) {
        this.spec = spec;
    }

    @Override
    public Match fresh() {
        return new HashLimitMatch(spec);
    }

    @Override
    public String refusedWith() {
        return spec.refusal();
    }

    /** A table either judges whole intervals or does not. */
    @Override
    public String refusedWith(NamespaceState state) {
        HashLimitTable there = state.find(HashLimitTable.class, spec.name());
        boolean fits = there == null || there.spec().rateMatch() == spec.rateMatch();
        return spec.refusal() == null && !fits ? "Invalid argument" : spec.refusal();
    }

    @Override
    public boolean joinsNamespace() {
        return true;
    }

    @Override
    public void enter(NamespaceState state) {
        table = state.take(HashLimitTable.class, spec.name(), () -> new HashLimitTable(spec));
    }

    @Override
    public void leave(NamespaceState state) {
        state.release(HashLimitTable.class, spec.name());
    }

    @Override
    public String name() {
        return "hashlimit";
    }

    @Override
    public boolean matches(Packet packet) {
        HashLimitSpec common = table.spec();
        int keys = common.keys();
        int portsAt = (keys & PORTS) == 0 ? NO_PORTS : portsOffset(packet.protocol());
        if (portsAt != NO_PORTS && packet.transportBytes() < portsAt + 4) {
            packet.dropHot();
            return false;
        }
        int source = (keys & HashLimitSpec.SOURCE) == 0 ? 0 : packet.source() & Ipv4Address.mask(common.sourceLength());
        int destination = (keys & HashLimitSpec.DESTINATION) == 0
                ? 0
                : packet.destination() & Ipv4Address.mask(common.destinationLength());
        int ports = portsAt == NO_PORTS ? 0 : ports(packet, packet.transport() + portsAt, keys);
        HashLimitBucket bucket =
                table.touch(source, destination, ports, Jiffies.at(packet.view().nowNs()));
        if (bucket == null) {
            packet.dropHot();
            return false;
        }
        return bucket.admits(packet.lengthBytes(), spec.bytes(), spec.rateMatch()) != spec.above();
    }

    private static int ports(Packet packet, int at, int keys) {
        int ports = (keys & HashLimitSpec.SOURCE_PORT) == 0 ? 0 : packet.frame().u16(at) << 16;
        return (keys & HashLimitSpec.DESTINATION_PORT) == 0
                ? ports
                : ports | packet.frame().u16(at + 2);
    }

    /** Where a protocol has its ports, or what stands for them ({@code proto_ports_offset()}). */
    private static int portsOffset(int protocol) {
        return switch (protocol) {
            case 6, 17, 33, 50, 132, 136 -> 0;
            case 51 -> 4;
            default -> NO_PORTS;
        };
    }

    @Override
    public void save(StringBuilder out) {
        spec.save(out);
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        spec.list(out);
    }
}

package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.nat.AddressType;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.MacAddress;
import io.ringway.packet.Randomness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;

/** The neighbours of one namespace, by device and address ({@code arp_tbl}). */
public final class NeighbourTable {
    private static final long MULTICAST_MAC = 0x0100_5e00_0000L;

    private final Ipv4Stack stack;
    private final Arp arp;
    private final Long2ObjectHashMap<Neighbour> neighbours = new Long2ObjectHashMap<>();
    private final Randomness reachable;

    NeighbourTable(Ipv4Stack stack) {
        this.stack = stack;
        arp = new Arp(stack, this);
        reachable = stack.kernel().randomness().stream(stack.name()).stream("reachable_time");
    }

    /** Sends the packet to its next hop by this device. */
    void output(Frame frame, Device device) {
        if (device == stack.loopback()) {
            EthernetHeader.set(frame, 0, 0, EthernetHeader.TYPE_IPV4);
            device.transmit().receive(frame);
            return;
        }
        Neighbour neighbour = neighbours.get(key(device, frame.nextHop()));
        if (neighbour == null) {
            neighbour = create(device, frame.nextHop());
        }
        neighbour.output(frame);
    }

    /** Null when nothing is known of that address. */
    public Neighbour find(Device device, int address) {
        return neighbours.get(key(device, address));
    }

    /** A new entry, resolved already where the address says it all ({@code arp_constructor()}). */
    Neighbour create(Device device, int address) {
        AddressType type = stack.routing().type(address, device);
        Neighbour neighbour = switch (type) {
            case MULTICAST ->
                new Neighbour(this, address, device, NeighbourState.NOARP, MULTICAST_MAC | (address & 0x7f_ffff));
            case BROADCAST -> new Neighbour(this, address, device, NeighbourState.NOARP, MacAddress.BROADCAST);
            default -> new Neighbour(this, address, device, NeighbourState.NONE, 0);
        };
        neighbours.put(key(device, address), neighbour);
        return neighbour;
    }

    Neighbour findOrCreate(Device device, int address) {
        Neighbour neighbour = find(device, address);
        return neighbour != null ? neighbour : create(device, address);
    }

    /** {@code ip neigh add|replace … lladdr MAC nud STATE}. */
    public void set(Device device, int address, long mac, NeighbourState state) {
        findOrCreate(device, address).update(mac, state, true, true);
    }

    /** {@code ip neigh del}: false when there is no such entry. */
    public boolean remove(Device device, int address) {
        Neighbour neighbour = neighbours.remove(key(device, address));
        if (neighbour != null) {
            neighbour.discard();
        }
        return neighbour != null;
    }

    /** The device went down or away: all entries go, permanent ones too ({@code neigh_ifdown()}). */
    void flush(Device device) {
        Iterator<Neighbour> all = neighbours.values().iterator();
        while (all.hasNext()) {
            Neighbour neighbour = all.next();
            if (neighbour.device() == device) {
                neighbour.discard();
                all.remove();
            }
        }
    }

    /** By interface, then by address; entries that need no ARP are left out, as {@code ip neigh} does. */
    public List<Neighbour> list() {
        List<Neighbour> list = new ArrayList<>();
        for (Neighbour neighbour : neighbours.values()) {
            if (neighbour.state() != NeighbourState.NOARP) {
                list.add(neighbour);
            }
        }
        list.sort(Comparator.<Neighbour>comparingInt(
                        neighbour -> neighbour.device().ifindex())
                .thenComparingLong(neighbour -> neighbour.address() & 0xffff_ffffL));
        return list;
    }

    /** Between half and one and a half of the base, as {@code neigh_rand_reach_time()} draws it. */
    long reachableTimeNs(Device device) {
        int base = stack.settings().of(device).get(InterfaceSettings.Setting.BASE_REACHABLE_TIME_MS);
        if (base == 0) {
            return 0;
        }
        return (reachable.below(base, device.ifindex()) + (base >> 1)) * 1_000_000L;
    }

    Arp arp() {
        return arp;
    }

    Ipv4Stack stack() {
        return stack;
    }

    private static long key(Device device, int address) {
        return (long) device.ifindex() << 32 | (address & 0xffff_ffffL);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Neighbour neighbour : list()) {
            text.append(Ipv4Address.format(neighbour.address()))
                    .append(' ')
                    .append(neighbour.state())
                    .append('\n');
        }
        return text.toString();
    }
}

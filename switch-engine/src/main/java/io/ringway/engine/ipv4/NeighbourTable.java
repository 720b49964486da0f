package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.engine.device.Handover;
import io.ringway.engine.setting.InterfaceSettings;
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
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.collections.Long2ObjectHashMap;

/** The neighbours of one namespace, by device and address ({@code arp_tbl}). */
public final class NeighbourTable {
    private static final int JIFFY_MS = 4;
    private static final long MULTICAST_MAC = 0x0100_5e00_0000L;

    private List<Integer> hashOrder = List.of();
    private final Ipv4Stack stack;
    private final Arp arp;
    private final Long2ObjectHashMap<Neighbour> neighbours = new Long2ObjectHashMap<>();
    private final Randomness reachable;
    private final Int2ObjectHashMap<Reachable> reachableTimes = new Int2ObjectHashMap<>();

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

    /** What the sender of a packet would hear of it now: who waits for a neighbour is on his way. */
    Handover handover(Frame frame, Device device) {
        Neighbour neighbour = device == stack.loopback() ? null : find(device, frame.nextHop());
        return neighbour == null ? Handover.TAKEN : neighbour.handover(frame);
    }

    /** Null when nothing is known of that address. */
    public Neighbour find(Device device, int address) {
        return neighbours.get(key(device, address));
    }

    /** A new entry, resolved already where the address says it all ({@code arp_constructor()}). */
    Neighbour create(Device device, int address) {
        AddressType type = stack.routing().type(address, device);
        Neighbour neighbour;
        if (type == AddressType.MULTICAST) {
            neighbour = known(device, address, MULTICAST_MAC | (address & 0x7f_ffff));
        } else if (!device.flags().isArp()) {
            neighbour = known(device, address, device.mac());
        } else if (type == AddressType.BROADCAST) {
            neighbour = known(device, address, MacAddress.BROADCAST);
        } else {
            neighbour = new Neighbour(this, address, device, NeighbourState.NONE, 0);
        }
        neighbours.put(key(device, address), neighbour);
        return neighbour;
    }

    private Neighbour known(Device device, int address, long mac) {
        return new Neighbour(this, address, device, NeighbourState.NOARP, mac);
    }

    Neighbour findOrCreate(Device device, int address) {
        Neighbour neighbour = find(device, address);
        return neighbour != null ? neighbour : create(device, address);
    }

    /** {@code ip neigh add|replace … lladdr MAC nud STATE}. */
    public void set(Device device, int address, long mac, NeighbourState state) {
        set(device, address, mac, state, true);
    }

    /**
     * The same of an entry that may be there.
     *
     * @param override whether another MAC than the known one is taken
     */
    public void set(Device device, int address, long mac, NeighbourState state, boolean override) {
        findOrCreate(device, address).update(mac, state, override, true);
    }

    /** {@code ip neigh … use}: looked for as if a packet waited ({@code NTF_USE}). */
    public void use(Device device, int address) {
        findOrCreate(device, address).use();
    }

    /** Addresses that are answered for. */
    public ArpProxy proxy() {
        return arp.proxy();
    }

    /** {@code ip neigh del}: false when there is no such entry. */
    public boolean remove(Device device, int address) {
        Neighbour neighbour = neighbours.get(key(device, address));
        if (neighbour == null) {
            return false;
        }
        neighbour.update(0, NeighbourState.FAILED, true, true);
        // What those who waited are told comes to rest before the entry goes: neigh_delete().
        stack.kernel().executor().settle();
        neighbour.discard();
        neighbours.remove(key(device, address), neighbour);
        return true;
    }

    /** The device went down or away: all entries go, proxies and permanent ones too ({@code neigh_ifdown()}). */
    void flush(Device device) {
        proxy().forget(device);
        drop(device, true);
    }

    /** The device is reached in another way from now on: all but proxies go ({@code neigh_changeaddr()}). */
    void forget(Device device) {
        drop(device, true);
    }

    /** The device lost its carrier: only permanent entries stay ({@code neigh_carrier_down()}). */
    void evict(Device device) {
        drop(device, false);
    }

    private void drop(Device device, boolean permanentToo) {
        Iterator<Neighbour> all = neighbours.values().iterator();
        while (all.hasNext()) {
            Neighbour neighbour = all.next();
            boolean goes = permanentToo || neighbour.state() != NeighbourState.PERMANENT;
            if (neighbour.device() == device && goes) {
                neighbour.discard();
                all.remove();
            }
        }
    }

    /** By interface, then by address; entries that need no ARP or are new are left out, as {@code ip neigh} does. */
    public List<Neighbour> list() {
        List<Neighbour> list = all();
        list.removeIf(one -> one.state() == NeighbourState.NOARP || one.state() == NeighbourState.NONE);
        return list;
    }

    /** All, those of these addresses first and in that order; the kernel goes by a hash with a key drawn at boot. */
    public List<Neighbour> inHashOrder() {
        List<Neighbour> list = all();
        list.sort(Comparator.comparingInt(
                one -> hashOrder.contains(one.address()) ? hashOrder.indexOf(one.address()) : Integer.MAX_VALUE));
        return list;
    }

    /** In which order addresses come where the kernel would go by its hash. */
    public void setHashOrder(List<Integer> addresses) {
        hashOrder = List.copyOf(addresses);
    }

    /** By interface, then by address. */
    public List<Neighbour> all() {
        stack.kernel().linkWatch().catchUp();
        List<Neighbour> list = new ArrayList<>(neighbours.values());
        list.sort(Comparator.<Neighbour>comparingInt(
                        neighbour -> neighbour.device().ifindex())
                .thenComparingLong(neighbour -> neighbour.address() & 0xffff_ffffL));
        return list;
    }

    /** Of one device: between half and one and a half of the base, as {@code neigh_rand_reach_time()} draws it. */
    long reachableTimeNs(Device device) {
        int baseMs = stack.settings().of(device).get(InterfaceSettings.Setting.BASE_REACHABLE_TIME_MS);
        Reachable drawn = reachableTimes.get(device.ifindex());
        if (drawn == null || drawn.baseMs() != baseMs || drawn.device() != device) {
            int base = (baseMs + JIFFY_MS - 1) / JIFFY_MS;
            long ticks = base == 0 ? 0 : reachable.below(base, (long) device.ifindex() << 32 | baseMs) + (base >> 1);
            drawn = new Reachable(device, baseMs, ticks * JIFFY_MS * 1_000_000L);
            reachableTimes.put(device.ifindex(), drawn);
        }
        return drawn.timeNs();
    }

    /** What was drawn for a device; once more when its base changes ({@code neigh_proc_base_reachable_time()}). */
    private record Reachable(Device device, int baseMs, long timeNs) {}

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

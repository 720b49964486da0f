package io.ringway.engine.device;

import io.ringway.engine.core.Kernel;
import io.ringway.packet.ArpHeader;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.MacAddress;
import io.ringway.packet.Stage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * What a device with ipvlans on top does with what it receives ({@code ipvlan_core.c:ipvlan_handle_frame()}): what is for
 * an address of one of them goes there, the rest up as if there were none. In mode l2 broadcasts go up at once, and to the
 * ipvlans by way of a work queue.
 */
public final class IpvlanPort {
    /** {@code IPVLAN_QBACKLOG_LIMIT}. */
    private static final int QUEUE_LENGTH = 1000;

    private final Kernel kernel;
    private final Device lower;
    private final Stage received;
    private final Stage sent;
    private final Stage toLower;
    private final Int2ObjectHashMap<Ipvlan> byAddress = new Int2ObjectHashMap<>();
    private Ipvlan[] members = {};
    private IpvlanMode mode = IpvlanMode.L3;
    private IpvlanIsolation isolation = IpvlanIsolation.BRIDGE;
    private final ArrayDeque<Ipvlan> senders = new ArrayDeque<>();
    private int waiting;

    IpvlanPort(Kernel kernel, Device lower) {
        this.kernel = kernel;
        this.lower = lower;
        received = kernel.executor().deferred(this::shareReceived, lower);
        sent = kernel.executor().deferred(this::shareSent, lower);
        toLower = kernel.executor().queued(lower.reception(), lower);
        lower.reception().setIpvlans(this);
        lower.reception().setHandler(kernel.executor().direct(this::handle));
    }

    private void handle(Frame frame) {
        if (mode == IpvlanMode.L3S) {
            lower.reception().deliverToProtocols(frame);
            return;
        }
        if (mode == IpvlanMode.L2 && MacAddress.isMulticast(EthernetHeader.destination(frame))) {
            if (isExternal(frame)) {
                enqueue(received, kernel.copy(frame));
            }
            lower.reception().deliverToProtocols(frame);
            return;
        }
        Ipvlan target = ownerOfDestination(frame, 0);
        if (target == null) {
            lower.reception().deliverToProtocols(frame);
        } else {
            target.take(frame);
        }
    }

    /** Not one of its own, back from outside ({@code ipvlan_external_frame()}). */
    private boolean isExternal(Frame frame) {
        return EthernetHeader.source(frame) != lower.mac() || owner(frame, 0, false) == null;
    }

    /** {@code ipvlan_multicast_enqueue()}; flow control is for the lower device's link alone. */
    private boolean enqueue(Stage queue, Frame frame) {
        if (EthernetHeader.type(frame) == EthernetHeader.TYPE_PAUSE) {
            lower.drop(frame, DropReason.NOT_SPECIFIED);
            return false;
        }
        if (waiting == QUEUE_LENGTH) {
            lower.counters().rxDropped++;
            lower.drop(frame, DropReason.NOT_SPECIFIED);
            return false;
        }
        waiting++;
        frame.scrub();
        queue.receive(frame);
        return true;
    }

    /** A broadcast from outside has its turn ({@code ipvlan_process_multicast()}). */
    private void shareReceived(Frame frame) {
        waiting--;
        frame.history().setDeferred();
        long destination = EthernetHeader.destination(frame);
        Ipvlan previous = null;
        for (Ipvlan each : members) {
            if (each.isUp() && each.listensTo(destination)) {
                if (previous != null) {
                    previous.takeShared(kernel.copy(frame), destination);
                }
                previous = each;
            }
        }
        if (previous == null) {
            lower.drop(frame, DropReason.NOT_SPECIFIED);
        } else {
            previous.takeShared(frame, destination);
        }
    }

    /** One of an ipvlan: the others hear it, then it leaves. The lower device's own stack does not. */
    void broadcastFrom(Ipvlan from, Frame frame) {
        if (enqueue(sent, frame)) {
            senders.add(from);
        }
    }

    private void shareSent(Frame frame) {
        waiting--;
        frame.history().setDeferred();
        long destination = EthernetHeader.destination(frame);
        Ipvlan sender = senders.remove();
        for (Ipvlan each : members) {
            if (each != sender && each.isUp() && each.listensTo(destination)) {
                each.takeLocal(kernel.copy(frame), lower, true);
            }
        }
        lower.transmit().receive(frame);
    }

    /** For the lower device's own stack, by way of its receiving side; false when that takes no such frame. */
    boolean toLower(Frame frame, Ipvlan from) {
        if (!lower.accepts(frame)) {
            lower.counters().rxDropped++;
            lower.drop(frame, DropReason.NOT_SPECIFIED);
            return false;
        }
        MacvlanReceive.crossTo(lower, frame, from);
        toLower.receive(frame);
        return true;
    }

    /** The ipvlan that is to get a packet by mode l3s, null for none ({@code ipvlan_skb_to_addr()}). */
    public Ipvlan ownerInL3s(int destination) {
        return mode == IpvlanMode.L3S ? byAddress.get(destination) : null;
    }

    /** @param slack by how much the kernel takes a frame that is on its way out for longer than its packet may be */
    Ipvlan ownerOfDestination(Frame frame, int slack) {
        return owner(frame, slack, true);
    }

    /** {@code ipvlan_get_L3_hdr(), ipvlan_addr_lookup()}. */
    private Ipvlan owner(Frame frame, int slack, boolean destination) {
        int at = EthernetHeader.LENGTH;
        int bytes = frame.length() - at;
        switch (EthernetHeader.type(frame)) {
            case EthernetHeader.TYPE_IPV4 -> {
                boolean whole = bytes >= Ipv4Header.MIN_LENGTH
                        && Ipv4Header.hasSoundStart(frame, at)
                        && bytes + slack >= Ipv4Header.totalLength(frame, at)
                        && Ipv4Header.totalLength(frame, at) >= Ipv4Header.headerLength(frame, at);
                return whole
                        ? byAddress.get(destination ? Ipv4Header.destination(frame, at) : Ipv4Header.source(frame, at))
                        : null;
            }
            case EthernetHeader.TYPE_ARP -> {
                return bytes < ArpHeader.LENGTH
                        ? null
                        : byAddress.get(destination ? ArpHeader.targetIp(frame, at) : ArpHeader.senderIp(frame, at));
            }
            default -> {
                return null;
            }
        }
    }

    void join(Ipvlan ipvlan) {
        members = Arrays.copyOf(members, members.length + 1);
        members[members.length - 1] = ipvlan;
        lower.uppers().add(ipvlan);
    }

    void leave(Ipvlan ipvlan) {
        members = Arrays.stream(members).filter(each -> each != ipvlan).toArray(Ipvlan[]::new);
        lower.uppers().remove(ipvlan);
        addressesChanged();
        if (members.length == 0) {
            lower.reception().setHandler(null);
            lower.reception().setIpvlans(null);
        }
    }

    /** Only the addresses of those that are up are found. */
    void addressesChanged() {
        byAddress.clear();
        for (Ipvlan each : members) {
            if (each.isUp()) {
                for (int address : each.addresses()) {
                    byAddress.put(address, each);
                }
            }
        }
    }

    boolean isBusy(int address) {
        for (Ipvlan each : members) {
            for (int other : each.addresses()) {
                if (other == address) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Only in mode l2 do they speak ARP ({@code ipvlan_set_port_mode()}). */
    public void setMode(IpvlanMode mode) {
        if (this.mode != mode) {
            this.mode = mode;
            for (Ipvlan each : members) {
                each.setArp(mode == IpvlanMode.L2);
            }
        }
    }

    public IpvlanMode mode() {
        return mode;
    }

    public void setIsolation(IpvlanIsolation isolation) {
        this.isolation = isolation;
    }

    public IpvlanIsolation isolation() {
        return isolation;
    }

    /** In the order in which they were made. */
    public List<Ipvlan> members() {
        return new ArrayList<>(List.of(members));
    }

    Device lower() {
        return lower;
    }
}

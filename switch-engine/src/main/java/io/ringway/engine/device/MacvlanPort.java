package io.ringway.engine.device;

import io.ringway.engine.core.Kernel;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.MacAddress;
import io.ringway.packet.PacketType;
import io.ringway.packet.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * What a device with macvlans on top does with what it receives ({@code macvlan.c:macvlan_handle_frame()}): a unicast
 * frame goes to the macvlan that has the address, else up as if there were none; a broadcast goes up at once, and to the
 * macvlans by way of a work queue.
 */
final class MacvlanPort {
    private static final long GOLDEN_RATIO = 0x61c8_8646_80b5_83ebL;
    private static final int HASH_SHIFT = 64 - 8;

    private final Kernel kernel;
    private final Device lower;
    private final Stage broadcasts;
    private final Stage forwarded;
    private final List<Macvlan> members = new ArrayList<>();
    private final Long2ObjectHashMap<Macvlan> byMac = new Long2ObjectHashMap<>();

    /** Those that are up, in the order of the kernel's hash table; new ones stand first in their bucket. */
    private Macvlan[] listening = {};

    private final MacvlanSources sources = new MacvlanSources();
    private long queueLength;
    private int waiting;

    private MacvlanPort(Kernel kernel, Device lower) {
        this.kernel = kernel;
        this.lower = lower;
        broadcasts = kernel.executor().deferred(this::share, lower);
        forwarded = kernel.executor().queued(lower.reception(), lower);
        lower.reception().setHandler(kernel.executor().direct(this::handle));
    }

    /** That of the device, made if there is none yet. */
    static MacvlanPort of(Kernel kernel, Device lower) {
        MacvlanPort existing = find(lower);
        return existing == null ? new MacvlanPort(kernel, lower) : existing;
    }

    static boolean existsOn(Device lower) {
        return find(lower) != null;
    }

    static boolean mayJoin(Device lower, MacvlanMode mode) {
        MacvlanPort port = find(lower);
        return port == null || (mode != MacvlanMode.PASSTHRU && !port.isPassthru());
    }

    private static MacvlanPort find(Device lower) {
        for (Device upper : lower.uppers().all()) {
            if (upper instanceof Macvlan macvlan) {
                return macvlan.sharedPort();
            }
        }
        return null;
    }

    private void handle(Frame frame) {
        long destination = EthernetHeader.destination(frame);
        if (MacAddress.isMulticast(destination)) {
            Frame whole = lower.dependents().wholeForMacvlans(frame);
            if (whole != null && !isConsumed(whole)) {
                handleMulticast(whole, destination);
            }
            return;
        }
        if (isConsumed(frame)) {
            return;
        }
        Macvlan target = isPassthru() ? members.get(0) : byMac.get(destination);
        if (target == null || target.mode() == MacvlanMode.SOURCE) {
            lower.reception().deliverToProtocols(frame);
        } else if (!target.isUp()) {
            lower.drop(frame, DropReason.NOT_SPECIFIED);
        } else {
            frame.setPacketType(PacketType.HOST);
            target.receive().take(frame, Device.countedBytes(frame));
        }
    }

    /** Whether a macvlan in source mode keeps the frame for itself. */
    private boolean isConsumed(Frame frame) {
        boolean consumed = sources.forward(frame);
        if (consumed) {
            lower.drop(frame, DropReason.NOT_SPECIFIED);
        }
        return consumed;
    }

    private void handleMulticast(Frame frame, long destination) {
        Macvlan source = byMac.get(EthernetHeader.source(frame));
        if (source != null && source.mode() != MacvlanMode.VEPA && source.mode() != MacvlanMode.BRIDGE) {
            source.receive().takeReflected(frame, destination);
            return;
        }
        enqueue(frame, source, destination);
        lower.reception().deliverToProtocols(frame);
    }

    private void enqueue(Frame frame, Macvlan source, long destination) {
        boolean heard = isHeard(source, destination);
        if (isPause(frame) || !(heard || letsAllIn())) {
            return;
        }
        if (waiting >= queueLength) {
            lower.counters().rxDropped++;
            lower.drop(kernel.copy(frame), DropReason.NOT_SPECIFIED);
            return;
        }
        if (heard) {
            waiting++;
            broadcasts.receive(kernel.copy(frame));
        }
    }

    /** Then the work queue gets groups that nobody wants too, and lets go of them ({@code macvlan_compute_filter()}). */
    private boolean letsAllIn() {
        return lower.filter().isPromiscuous() || lower.filter().isAllMulticast();
    }

    /** The work queue's turn ({@code macvlan_process_broadcast()}). */
    private void share(Frame frame) {
        waiting--;
        frame.history().setDeferred();
        Macvlan source = byMac.get(EthernetHeader.source(frame));
        long destination = EthernetHeader.destination(frame);
        Macvlan previous = null;
        for (Macvlan each : listening) {
            if (hears(each, source, destination)) {
                if (previous != null) {
                    previous.receive().takeShared(kernel.copy(frame), destination);
                }
                previous = each;
            }
        }
        if (previous == null) {
            lower.drop(frame, DropReason.NO_TX_TARGET);
        } else {
            previous.receive().takeShared(frame, destination);
        }
    }

    /** Flow control is for the lower device's link alone ({@code macvlan_broadcast()}). */
    private static boolean isPause(Frame frame) {
        return EthernetHeader.type(frame) == EthernetHeader.TYPE_PAUSE;
    }

    private boolean isHeard(Macvlan source, long destination) {
        for (Macvlan each : listening) {
            if (hears(each, source, destination)) {
                return true;
            }
        }
        return false;
    }

    /** In bridge mode the others saw it on its way out, in vepa mode they see it only now ({@code macvlan_multicast_rx()}). */
    private static boolean hears(Macvlan each, Macvlan source, long destination) {
        if (each == source || each.mode() == MacvlanMode.SOURCE || !each.listensTo(destination)) {
            return false;
        }
        boolean late = source == null || each.mode() == MacvlanMode.VEPA;
        return late || (source.mode() == MacvlanMode.VEPA && each.mode() == MacvlanMode.BRIDGE);
    }

    /** A broadcast on its way out of one in bridge mode; the frame stays with the caller. */
    void shareFrom(Macvlan source, Frame frame, long destination) {
        if (isPause(frame)) {
            return;
        }
        for (Macvlan each : listening) {
            if (each != source && each.mode() == MacvlanMode.BRIDGE && each.listensTo(destination)) {
                each.receive().takeLocal(kernel.copy(frame), source);
            }
        }
    }

    boolean isReachedDirectly(long mac) {
        Macvlan target = byMac.get(mac);
        return target != null && target.mode() == MacvlanMode.BRIDGE;
    }

    /** To a sibling: the lower device receives it, so that its taps see it ({@code dev_forward_skb()}). */
    void forward(Frame frame, Macvlan from) {
        if (!lower.accepts(frame)) {
            lower.counters().rxDropped++;
            lower.drop(frame, DropReason.NOT_SPECIFIED);
            return;
        }
        MacvlanReceive.crossTo(lower, frame, from);
        forwarded.receive(frame);
    }

    MacvlanSources sources() {
        return sources;
    }

    long queueLength() {
        return queueLength;
    }

    /** {@code update_port_bc_queue_len()}. */
    void queueLengthChanged() {
        queueLength = members.stream()
                .mapToLong(each -> each.options().broadcastQueue())
                .max()
                .orElse(0);
    }

    void join(Macvlan macvlan) {
        members.add(macvlan);
        lower.uppers().add(macvlan);
        queueLengthChanged();
    }

    void leave(Macvlan macvlan) {
        members.remove(macvlan);
        sources.flush(macvlan);
        queueLengthChanged();
        lower.uppers().remove(macvlan);
        if (members.isEmpty()) {
            lower.reception().setHandler(null);
        }
    }

    void listening(Macvlan macvlan, boolean on) {
        List<Macvlan> all = new ArrayList<>(List.of(listening));
        if (on) {
            byMac.put(macvlan.mac(), macvlan);
            all.add(0, macvlan);
        } else {
            byMac.remove(macvlan.mac());
            all.remove(macvlan);
        }
        all.sort(Comparator.comparingInt(each -> bucket(each.mac())));
        listening = all.toArray(new Macvlan[0]);
    }

    /** {@code macvlan_eth_hash()}: the octets as a little-endian number, moved up, times the golden ratio. */
    static int bucket(long mac) {
        return (int) ((Long.reverseBytes(mac) * GOLDEN_RATIO) >>> HASH_SHIFT);
    }

    boolean isBusy(long mac) {
        return byMac.get(mac) != null || (!isPassthru() && lower.mac() == mac);
    }

    private boolean isPassthru() {
        return !members.isEmpty() && members.get(0).mode() == MacvlanMode.PASSTHRU;
    }

    Device lower() {
        return lower;
    }
}

package io.ringway.engine.ipv4;

import io.ringway.engine.core.Timer;
import io.ringway.engine.device.Device;
import io.ringway.engine.setting.InterfaceSettings.Setting;
import io.ringway.packet.ArpHeader;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.PacketType;
import io.ringway.packet.Randomness;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers for others: {@code proxy_arp}, {@code proxy_arp_pvlan} and {@code ip neigh add proxy} ({@code arp.c:
 * arp_process(), arp_fwd_proxy()}; {@code neighbour.c:pneigh_enqueue()}).
 */
public final class ArpProxy {
    private static final long CENTISECOND_NS = 10_000_000;

    /**
     * An address that is answered for.
     *
     * @param device null for any
     */
    public record Entry(int address, Device device) {}

    private final Ipv4Stack stack;
    private final Arp arp;
    private final Randomness delays;
    private final List<Entry> entries = new ArrayList<>();
    private int waiting;
    private long asked;

    ArpProxy(Ipv4Stack stack, Arp arp) {
        this.stack = stack;
        this.arp = arp;
        delays = stack.kernel().randomness().stream(stack.name()).stream("proxy_delay");
    }

    /** In the order of {@code ip neigh show proxy}: those without a device first. */
    public List<Entry> entries() {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort(java.util.Comparator.<Entry>comparingInt(
                        entry -> entry.device() == null ? 0 : entry.device().ifindex())
                .thenComparingLong(entry -> entry.address() & 0xffff_ffffL));
        return sorted;
    }

    public void add(int address, Device device) {
        Entry entry = new Entry(address, device);
        if (!entries.contains(entry)) {
            entries.add(entry);
        }
    }

    /** False when there is no such entry. */
    public boolean remove(int address, Device device) {
        return entries.remove(new Entry(address, device));
    }

    void forget(Device device) {
        entries.removeIf(entry -> entry.device() == device);
    }

    /** Whether a request for an address that is not this host's is answered nevertheless. */
    boolean answersFor(Device in, int sender, int target) {
        if (!stack.settings().forwards(in)) {
            return false;
        }
        Device out = stack.inputRoute().forwardsBy(in, sender, target);
        if (out == null) {
            return false;
        }
        if (out == in) {
            return sender != target && stack.settings().proxiesArpOnOneLink(in);
        }
        return stack.settings().proxiesArp(in)
                || entries.contains(new Entry(target, in))
                || entries.contains(new Entry(target, null));
    }

    /** Answers now, or after a random part of {@code proxy_delay} if everybody was asked. */
    void answer(Frame request, Device in) {
        long delay = stack.settings().of(in).get(Setting.PROXY_DELAY) * CENTISECOND_NS;
        if (request.packetType() == PacketType.HOST || delay <= 0) {
            reply(request, in);
            return;
        }
        if (waiting >= stack.settings().of(in).get(Setting.PROXY_QLEN)) {
            return;
        }
        waiting++;
        Frame kept = stack.kernel().copy(request);
        Timer timer = new Timer(() -> {
            waiting--;
            if (in.isUp()) {
                reply(kept, in);
            }
            stack.drop(kept, "arp", DropReason.ARP_CONSUMED);
        });
        long ticks = Math.max(1, delay / 4_000_000);
        long drawn = delays.below((int) ticks, ++asked) * 4_000_000L;
        stack.kernel().timers().arm(timer, stack.kernel().nowNs() + drawn);
    }

    private void reply(Frame request, Device in) {
        int at = EthernetHeader.LENGTH;
        arp.reply(
                request,
                in,
                ArpHeader.targetIp(request, at),
                ArpHeader.senderMac(request, at),
                ArpHeader.senderIp(request, at));
    }
}

package io.ringway.replay.report;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.core.Accounts;
import io.ringway.engine.device.Counters;
import io.ringway.engine.device.Device;
import io.ringway.packet.DropReason;
import io.ringway.replay.conversation.Conversation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a replay did.
 *
 * @param splitFrames frames that fragmentation made beyond those that it cut
 * @param mergedFrames frames that went into another one by reassembly
 * @param dropped frames by the kernel's name of the reason
 * @param storm the devices that a loop led by, in order: {@code br0:va -> br1:vb -> br0:va}; "" for none
 * @param held frames that still waited for something when the run ended
 * @param translated frames whose addresses or ports NAT rewrote
 * @param commands what {@code --at} did, in its order
 * @param warnings what the user should know: a capture cut off, a clock that ran backwards
 * @param shortfall why little came through; null where enough did
 * @param wallMs real time from the first frame to the last event
 */
public record ReplayReport(
        long seed,
        long injectedFrames,
        long injectedBytes,
        long deliveredFrames,
        long deliveredBytes,
        long originatedFrames,
        long copiedFrames,
        long splitFrames,
        long mergedFrames,
        long droppedFrames,
        long heldFrames,
        long translatedFrames,
        Map<String, Long> dropped,
        String storm,
        List<InterfaceCounts> interfaces,
        List<Conversation> conversations,
        List<Done> commands,
        List<String> warnings,
        Shortfall shortfall,
        long virtualNs,
        double wallMs) {

    /**
     * A lab command that was done during the replay.
     *
     * @param atNs since the first frame
     * @param printed its stdout and stderr
     */
    public record Done(long atNs, String command, String printed) {}

    /** Counters of one interface, as {@code ip -s link} shows them. */
    public record InterfaceCounts(
            String name, long rxFrames, long rxBytes, long rxDropped, long txFrames, long txBytes, long txDropped) {
        private static InterfaceCounts of(Namespace namespace, Device device) {
            Counters counters = device.counters();
            return new InterfaceCounts(
                    namespace.name() + ":" + device.name(),
                    counters.rxPackets(),
                    counters.rxBytes(),
                    counters.rxDropped(),
                    counters.txPackets(),
                    counters.txBytes(),
                    counters.txDropped());
        }
    }

    /** Whether any frame of a capture, ARP aside, reached the stack that it was for. */
    public boolean arrived() {
        return conversations.stream()
                .anyMatch(each -> each.delivered() > 0 && !each.protocol().equals("arp"));
    }

    public static ReplayReport of(
            Network network,
            long seed,
            List<Conversation> conversations,
            List<Done> commands,
            List<String> warnings,
            Shortfall shortfall,
            long virtualNs,
            double wallMs) {
        Accounts accounts = network.accounts();
        return new ReplayReport(
                seed,
                accounts.injectedFrames(),
                accounts.injectedBytes(),
                accounts.deliveredFrames(),
                accounts.deliveredBytes(),
                accounts.originatedFrames(),
                accounts.copiedFrames(),
                accounts.splitFrames(),
                accounts.mergedFrames(),
                accounts.droppedFrames(),
                accounts.heldFrames(),
                accounts.translatedFrames(),
                dropsByReason(accounts),
                accounts.stormCycle(),
                interfaces(network),
                conversations,
                List.copyOf(commands),
                warnings,
                shortfall,
                virtualNs,
                wallMs);
    }

    private static Map<String, Long> dropsByReason(Accounts accounts) {
        Map<String, Long> dropped = new TreeMap<>();
        for (DropReason reason : DropReason.values()) {
            if (accounts.droppedFrames(reason) > 0) {
                dropped.put(reason.kernelName(), accounts.droppedFrames(reason));
            }
        }
        return dropped;
    }

    private static List<InterfaceCounts> interfaces(Network network) {
        List<InterfaceCounts> counts = new ArrayList<>();
        for (Namespace namespace : network.namespaces()) {
            for (Device device : namespace.devices()) {
                counts.add(InterfaceCounts.of(namespace, device));
            }
        }
        return counts;
    }
}

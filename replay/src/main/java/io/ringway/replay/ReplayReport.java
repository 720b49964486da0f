package io.ringway.replay;

import java.util.List;
import java.util.Map;

/**
 * What a replay did.
 *
 * @param splitFrames frames that fragmentation made beyond those that it cut
 * @param mergedFrames frames that went into another one by reassembly
 * @param dropped frames by the kernel's name of the reason
 * @param held frames that still waited for something when the run ended
 * @param translated frames whose addresses or ports NAT rewrote
 * @param warnings what the user should know: a capture cut off, a clock that ran backwards
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
        List<InterfaceCounts> interfaces,
        List<Conversation> conversations,
        List<String> warnings,
        long virtualNs,
        double wallMs) {

    /** Counters of one interface, as {@code ip -s link} shows them. */
    public record InterfaceCounts(
            String name, long rxFrames, long rxBytes, long rxDropped, long txFrames, long txBytes, long txDropped) {}
}

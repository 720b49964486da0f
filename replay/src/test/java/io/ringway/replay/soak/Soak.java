package io.ringway.replay.soak;

import io.ringway.engine.Network;
import io.ringway.engine.core.Accounts;
import io.ringway.engine.device.Device;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.pcap.CaptureReader;
import io.ringway.replay.Ringway;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The demo's captures through the demo's host again and again, a week of virtual time apart, so that every connection,
 * neighbour and fdb entry of one round is gone before the next. Each round must then do what the one before did, frame
 * for frame by the accounts, out of a pool that does not grow.
 */
public final class Soak {
    private static final Path DEMO = Path.of("../examples/docker-host");
    private static final List<String> ENDS = List.of("nginx", "api", "db", "internet");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int SETTLED = 2;

    private final Ringway ringway = Ringway.load(DEMO);
    private final Network network = ringway.network();
    private final List<Sent> frames = new ArrayList<>();
    private Map<String, Long> before = new TreeMap<>();
    private Map<String, Long> settled;
    private int cells;

    private record Sent(Device device, long timestampNs, byte[] octets) {}

    Soak() throws IOException {
        for (String end : ENDS) {
            ringway.mute(end, true);
            read(network.namespace(end).device("eth0"), DEMO.resolve(end + ".pcap"));
        }
        frames.sort(Comparator.comparingLong(Sent::timestampNs));
    }

    /** Runs for so many seconds; prints a line at the end. */
    public static void main(String[] arguments) throws IOException {
        long endNs = System.nanoTime() + Long.parseLong(arguments[0]) * 1_000_000_000L;
        Soak soak = new Soak();
        int rounds = 0;
        long heapBytes = 0;
        while (soak.hasTime() && (System.nanoTime() < endNs || rounds < 10)) {
            soak.round();
            rounds++;
            if (rounds == 10) {
                heapBytes = usedBytes();
            }
        }
        long grownBytes = usedBytes() - heapBytes;
        System.out.printf(
                "   %d rounds, %d weeks of virtual time, %d frames each alike, heap %+d KiB after round 10%n",
                rounds, rounds, soak.frames.size(), grownBytes / 1024);
        if (grownBytes > 4 << 20) {
            System.out.println("the heap grows");
            System.exit(1);
        }
    }

    /** Nanoseconds since 1970 end in the year 2262, which is some 15,000 rounds away. */
    private boolean hasTime() {
        return network.kernel().nowNs() < Long.MAX_VALUE - WEEK.toNanos() * 4;
    }

    /** Sends every frame once more, and checks what became of them. */
    void round() {
        long startNs = network.kernel().nowNs();
        long firstNs = frames.get(0).timestampNs;
        for (Sent sent : frames) {
            Frame frame = network.kernel().pool().allocate(sent.octets.length);
            frame.put(0, sent.octets);
            network.inject(sent.device, frame, startNs + sent.timestampNs - firstNs);
        }
        ringway.run(WEEK);
        check();
    }

    /** What a round did, by the accounts. */
    Map<String, Long> settled() {
        return settled;
    }

    private void check() {
        Map<String, Long> now = totals();
        Map<String, Long> round = new TreeMap<>();
        now.forEach((name, value) -> round.put(name, value - before.getOrDefault(name, 0L)));
        boolean first = before.isEmpty();
        before = now;
        FramePool pool = network.kernel().pool();
        if (pool.freeCells() != pool.totalCells()) {
            throw new IllegalStateException((pool.totalCells() - pool.freeCells()) + " frames were not given back");
        }
        if (first) {
            return;
        }
        if (settled == null) {
            settled = round;
            cells = pool.totalCells();
        } else if (!settled.equals(round)) {
            throw new IllegalStateException("a round did " + round + ", round " + SETTLED + " did " + settled);
        } else if (pool.totalCells() != cells) {
            throw new IllegalStateException("the pool grew from " + cells + " to " + pool.totalCells() + " cells");
        }
    }

    private Map<String, Long> totals() {
        Accounts accounts = network.accounts();
        Map<String, Long> totals = new TreeMap<>();
        totals.put("originated", accounts.originatedFrames());
        totals.put("copied", accounts.copiedFrames());
        totals.put("split", accounts.splitFrames());
        totals.put("merged", accounts.mergedFrames());
        totals.put("delivered", accounts.deliveredFrames());
        totals.put("delivered bytes", accounts.deliveredBytes());
        totals.put("translated", accounts.translatedFrames());
        for (DropReason reason : DropReason.values()) {
            totals.put("dropped " + reason, accounts.droppedFrames(reason));
        }
        return totals;
    }

    private void read(Device device, Path file) throws IOException {
        FramePool pool = new FramePool();
        try (CaptureReader reader = CaptureReader.open(file)) {
            while (reader.hasNext()) {
                long timestampNs = reader.peekTimestampNs();
                Frame frame = reader.next(pool);
                frames.add(new Sent(device, timestampNs, frame.toBytes()));
                frame.free();
            }
        }
    }

    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}

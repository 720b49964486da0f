package io.ringway.conformance;

import io.ringway.conformance.compare.FrameComparison;
import io.ringway.conformance.compare.Sighting;
import io.ringway.conformance.kernel.KernelFrame;
import io.ringway.packet.Frame;
import io.ringway.replay.request.Direction;
import io.ringway.replay.request.InterfaceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What every watched interface showed on either side, cause by cause. A cause is an injected frame and all that happens
 * until the next one.
 */
final class Sightings {
    private final FrameComparison comparison;
    private final Map<String, Direction> compared = new TreeMap<>();
    private final Map<InterfaceName, Record> records = new LinkedHashMap<>();
    private final Witness witness;
    private long missing;

    /** One interface: all that was seen, and where in it the present cause begins. */
    private static final class Record {
        final List<Sighting> kernel = new ArrayList<>();
        final List<Sighting> model = new ArrayList<>();
        int kernelStart;
        int modelStart;

        int missing() {
            return Math.max(0, model.size() - modelStart - (kernel.size() - kernelStart));
        }
    }

    Sightings(FrameComparison comparison, Witness witness) {
        this.comparison = comparison;
        this.witness = witness;
    }

    /** @param direction what of it is compared; null to watch only */
    void watch(InterfaceName name, Direction direction) {
        records.putIfAbsent(name, new Record());
        if (direction != null) {
            compared.put(name.toString(), direction);
            comparison.expect(name.toString());
        }
    }

    void kernel(InterfaceName name, KernelFrame frame) {
        Record record = records.get(name);
        missing -= record.missing();
        record.kernel.add(new Sighting(frame.bytes(), frame.outgoing(), false, frame.timeNs()));
        missing += record.missing();
    }

    void model(InterfaceName name, Frame frame, boolean outgoing, long timeNs) {
        Record record = records.get(name);
        missing -= record.missing();
        record.model.add(Sighting.of(frame, outgoing, timeNs));
        missing += record.missing();
    }

    /** How many frames the kernel has yet to show to be where the model is, in the present cause. */
    long missing() {
        return missing;
    }

    /**
     * Compares what the present cause brought, and begins the next one.
     *
     * @param cause what began it, in words
     * @param injected the frame that began it, empty for a command
     * @param decided false when a timer was too near: nothing of it is compared
     */
    void endCause(String cause, long timeNs, byte[] injected, boolean decided) {
        Map<InterfaceName, List<Sighting>> seen = new LinkedHashMap<>();
        Map<String, List<Sighting>> kernel = new TreeMap<>();
        Map<String, List<Sighting>> model = new TreeMap<>();
        for (Map.Entry<InterfaceName, Record> one : records.entrySet()) {
            Record record = one.getValue();
            Direction direction = compared.get(one.getKey().toString());
            seen.put(one.getKey(), List.copyOf(record.kernel.subList(record.kernelStart, record.kernel.size())));
            if (direction != null) {
                put(kernel, one.getKey(), record.kernel, record.kernelStart, direction);
                put(model, one.getKey(), record.model, record.modelStart, direction);
            }
            record.kernelStart = record.kernel.size();
            record.modelStart = record.model.size();
        }
        missing = 0;
        witness.ended(timeNs, seen);
        if (decided) {
            comparison.compare(cause, injected, kernel, model);
        }
    }

    private static void put(
            Map<String, List<Sighting>> map, InterfaceName name, List<Sighting> all, int start, Direction direction) {
        List<Sighting> wanted = new ArrayList<>();
        for (Sighting one : all.subList(start, all.size())) {
            if (direction.wants(one.outgoing())) {
                wanted.add(one);
            }
        }
        if (!wanted.isEmpty()) {
            map.put(name.toString(), wanted);
        }
    }

    /** What the kernel showed in the present cause at all interfaces of a namespace. */
    List<Sighting> ofKernelNow(String namespace) {
        List<Sighting> all = new ArrayList<>();
        records.forEach((name, record) -> {
            if (name.namespace().equals(namespace)) {
                all.addAll(record.kernel.subList(record.kernelStart, record.kernel.size()));
            }
        });
        return all;
    }

    List<InterfaceName> watched() {
        return new ArrayList<>(records.keySet());
    }

    List<Sighting> ofKernel(InterfaceName name) {
        return records.get(name).kernel;
    }

    List<Sighting> ofModel(InterfaceName name) {
        return records.get(name).model;
    }
}

package io.ringway.conformance.expect;

import io.ringway.conformance.compare.FrameLine;
import io.ringway.conformance.compare.FrameRule;
import io.ringway.conformance.compare.FrameText;
import io.ringway.conformance.compare.Ipv4Bytes;
import io.ringway.conformance.compare.Rules;
import io.ringway.conformance.compare.Sighting;
import io.ringway.conformance.expect.ExpectReport.Changed;
import io.ringway.conformance.expect.ExpectReport.Field;
import io.ringway.conformance.expect.ExpectReport.Odd;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds for each captured frame the model's, by ever less strict {@link FrameIdentity identities}, and says what differs;
 * what {@link Rules} excuse of a live comparison is excused here too.
 */
public final class ExpectComparison {
    private final ExpectedCapture capture;
    private final Rules rules;
    private final int[] modelOf;
    private final boolean[] taken;
    private final Map<String, Long> excused = new LinkedHashMap<>();
    private final List<Changed> changed = new ArrayList<>();
    private final boolean[] joined;
    private final List<StreamRuns.Run> runs = new ArrayList<>();
    private int same;
    private int recut;
    private int recutModel;

    private ExpectComparison(ExpectedCapture capture, Rules rules) {
        this.capture = capture;
        this.rules = rules;
        modelOf = new int[capture.real().size()];
        joined = new boolean[modelOf.length];
        taken = new boolean[capture.model().size()];
        Arrays.fill(modelOf, -1);
    }

    /** @param rules which know what the model's NAT drew */
    public static ExpectReport of(ExpectedCapture capture, Rules rules) {
        return new ExpectComparison(capture, rules).run();
    }

    private ExpectReport run() {
        for (FrameIdentity identity : FrameIdentity.values()) {
            if (identity == FrameIdentity.ID_PLACE_ENDS) {
                joinRuns(true);
                joinRuns(false);
            }
            pair(identity);
        }
        judgePairs();
        runs.forEach(run -> modelOf[run.captured().get(0)] = run.model().get(0));
        List<Odd> missing = new ArrayList<>();
        for (ExpectedCapture.Real real : capture.real()) {
            if (isOpen(real.number() - 1)) {
                missing.add(new Odd(real.number(), FrameLine.of(real.bytes())));
            }
        }
        List<Odd> extra = new ArrayList<>();
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                extra.add(new Odd(i + 1, FrameLine.of(capture.model().get(i).bytes())));
            }
        }
        List<Odd> reordered = new ArrayList<>(reordered(true));
        reordered.addAll(reordered(false));
        return new ExpectReport(
                capture.interfaceName(),
                capture.file().toString(),
                modelOf.length,
                taken.length,
                same,
                recut,
                recutModel,
                excused,
                changed,
                missing,
                extra,
                reordered);
    }

    /** Of frames with one identity, the first captured is the model's first. */
    private void pair(FrameIdentity identity) {
        Map<Object, Deque<Integer>> models = new HashMap<>();
        for (int i = 0; i < taken.length; i++) {
            Object key = taken[i] ? null : identity.of(capture.model().get(i).bytes());
            if (key != null) {
                models.computeIfAbsent(key, any -> new ArrayDeque<>()).add(i);
            }
        }
        for (int i = 0; i < modelOf.length; i++) {
            Object key = !isOpen(i) ? null : identity.of(capture.real().get(i).bytes());
            Deque<Integer> open = key == null ? null : models.get(key);
            if (open != null && !open.isEmpty()) {
                modelOf[i] = open.poll();
                taken[modelOf[i]] = true;
            }
        }
    }

    private boolean isOpen(int captured) {
        return modelOf[captured] < 0 && !joined[captured];
    }

    /** What one side shows in fewer frames than the other. */
    private void joinRuns(boolean sameEnds) {
        List<byte[]> open = new ArrayList<>();
        for (ExpectedCapture.Real real : capture.real()) {
            open.add(isOpen(real.number() - 1) && !real.snapped() ? real.bytes() : null);
        }
        List<byte[]> openModel = new ArrayList<>();
        for (int i = 0; i < taken.length; i++) {
            openModel.add(taken[i] ? null : capture.model().get(i).bytes());
        }
        for (StreamRuns.Run run : new StreamRuns(open, openModel, sameEnds).find()) {
            run.captured().forEach(i -> joined[i] = true);
            run.model().forEach(i -> taken[i] = true);
            runs.add(run);
            ExpectedCapture.Real first = capture.real().get(run.captured().get(0));
            Sighting shown = capture.model().get(run.model().get(0));
            byte[] real =
                    StreamRuns.joined(run.captured().stream().map(open::get).toList());
            byte[] model =
                    StreamRuns.joined(run.model().stream().map(openModel::get).toList());
            boolean alike = judge(
                    new ExpectedCapture.Real(first.number(), real, false, first.timeNs()),
                    new Sighting(model, shown.outgoing(), shown.originated(), shown.timeNs()),
                    run.model().get(0) + 1);
            if (alike) {
                same += run.captured().size();
                recut += run.captured().size();
                recutModel += run.model().size();
            }
        }
    }

    private void judgePairs() {
        for (int i = 0; i < modelOf.length; i++) {
            if (modelOf[i] >= 0 && judge(capture.real().get(i), capture.model().get(modelOf[i]), modelOf[i] + 1)) {
                same++;
            }
        }
    }

    private boolean judge(ExpectedCapture.Real real, Sighting model, int modelNumber) {
        Sighting seen = new Sighting(real.bytes(), model.outgoing(), false, real.timeNs());
        Sighting shown = cut(model, real);
        byte[] bytes = real.bytes();
        if (!Arrays.equals(bytes, shown.bytes())) {
            for (FrameRule rule : rules.forFrames()) {
                byte[] aligned = rule.align(new byte[0], shown, seen, bytes);
                if (aligned != bytes) {
                    excused.merge(rule.name(), 1L, Long::sum);
                    bytes = aligned;
                }
            }
        }
        if (Arrays.equals(bytes, shown.bytes())) {
            return true;
        }
        Sighting rest = new Sighting(bytes, model.outgoing(), false, real.timeNs());
        changed.add(new Changed(real.number(), modelNumber, FrameLine.of(real.bytes()), fields(rest, shown)));
        return false;
    }

    /** Of a frame that was cut by a snapshot length, only what is there can be compared. */
    private static Sighting cut(Sighting model, ExpectedCapture.Real real) {
        if (!real.snapped() || real.bytes().length >= model.bytes().length) {
            return model;
        }
        byte[] bytes = Arrays.copyOf(model.bytes(), real.bytes().length);
        return new Sighting(bytes, model.outgoing(), model.originated(), model.timeNs());
    }

    private static List<Field> fields(Sighting real, Sighting model) {
        Map<String, String> captured = FrameText.fields(real);
        Map<String, String> shown = FrameText.fields(model);
        Map<String, String> all = new LinkedHashMap<>(captured);
        shown.forEach(all::putIfAbsent);
        List<Field> fields = new ArrayList<>();
        for (String name : all.keySet()) {
            String left = captured.getOrDefault(name, "-");
            String right = shown.getOrDefault(name, "-");
            if (!left.equals(right)) {
                fields.add(new Field(name, left, right));
            }
        }
        int payload = payload(real.bytes());
        int at = Arrays.mismatch(tail(real.bytes(), payload), tail(model.bytes(), payload(model.bytes())));
        if (at >= 0 || fields.isEmpty()) {
            int first = at >= 0 ? payload + at : Arrays.mismatch(real.bytes(), model.bytes());
            fields.add(new Field(
                    at >= 0 ? "payload" : "header",
                    octet(real.bytes(), first) + " at " + first,
                    octet(model.bytes(), first)));
        }
        return fields;
    }

    private static String octet(byte[] bytes, int at) {
        return at >= 0 && at < bytes.length ? String.format("0x%02x", bytes[at] & 0xff) : "nothing";
    }

    private static byte[] tail(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, Math.min(from, bytes.length), bytes.length);
    }

    /** Where the bytes begin that no field names. */
    private static int payload(byte[] frame) {
        int at = Ipv4Bytes.header(frame);
        if (at < 0) {
            return Math.min(frame.length, 42);
        }
        int transport = at + Ipv4Bytes.headerLength(frame, at);
        boolean tcp = (frame[at + Ipv4Bytes.PROTOCOL] & 0xff) == 6 && frame.length > transport + 12;
        return transport + (tcp ? ((frame[transport + 12] >> 4) & 0xf) * 4 : 8);
    }

    /**
     * Of one direction, the fewest frames without which the others have the same order on both sides. ARP is left out: when
     * it is sent hangs on timers.
     */
    private List<Odd> reordered(boolean outgoing) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < modelOf.length; i++) {
            byte[] bytes = capture.real().get(i).bytes();
            boolean arp = bytes.length >= 14 && Ipv4Bytes.u16(bytes, 12) == 0x0806;
            if (modelOf[i] >= 0 && !arp && capture.model().get(modelOf[i]).outgoing() == outgoing) {
                all.add(i);
            }
        }
        boolean[] kept = longestRise(all);
        List<Odd> odd = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            if (!kept[i]) {
                odd.add(new Odd(
                        all.get(i) + 1,
                        FrameLine.of(capture.real().get(all.get(i)).bytes())));
            }
        }
        return odd;
    }

    /** Patience sorting: which of them form the longest sequence that rises in the model as well. */
    private boolean[] longestRise(List<Integer> all) {
        int[] ends = new int[all.size()];
        int[] before = new int[all.size()];
        int length = 0;
        for (int i = 0; i < all.size(); i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (modelOf[all.get(ends[middle])] < modelOf[all.get(i)]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? -1 : ends[low - 1];
            ends[low] = i;
            length = Math.max(length, low + 1);
        }
        boolean[] kept = new boolean[all.size()];
        for (int i = length == 0 ? -1 : ends[length - 1]; i >= 0; i = before[i]) {
            kept[i] = true;
        }
        return kept;
    }
}

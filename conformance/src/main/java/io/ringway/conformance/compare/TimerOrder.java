package io.ringway.conformance.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of what timers of one moment bring: the kernel keeps timers that are seconds away in slots of 32 or 256 ms,
 * and those of one slot fire together, the youngest first ({@code timer.c:expire_timers()}). What each of the model's
 * moments brought keeps its order; only moments within a slot of each other may change places, and on the kernel what
 * changed places came within a few ticks of its clock.
 */
final class TimerOrder implements Rule {
    private static final long SLOT_NS = 256_000_000;
    private static final long BURST_NS = 12_000_000;

    @Override
    public String name() {
        return "order of what timers of one moment bring";
    }

    @Override
    public String reason() {
        return "timers of one slot of the kernel's wheel fire in no order of their own";
    }

    /** The kernel's frames in the model's order; the very list if the rule does not apply. */
    List<Sighting> align(List<Sighting> kernel, List<Sighting> model) {
        if (kernel.size() != model.size()) {
            return kernel;
        }
        List<Sighting> aligned = new ArrayList<>();
        int from = 0;
        boolean moved = false;
        for (int i = 1; i <= model.size(); i++) {
            boolean apart = i == model.size()
                    || model.get(i).timeNs() - model.get(i - 1).timeNs() > SLOT_NS;
            if (apart) {
                List<Sighting> kernels = kernel.subList(from, i);
                List<Sighting> ordered = inOrderOf(model.subList(from, i), kernels);
                moved |= ordered != kernels;
                aligned.addAll(ordered);
                from = i;
            }
        }
        return moved ? aligned : kernel;
    }

    /** One slot's worth. */
    private static List<Sighting> inOrderOf(List<Sighting> model, List<Sighting> kernel) {
        Map<Long, List<Integer>> moments = new LinkedHashMap<>();
        for (int i = 0; i < model.size(); i++) {
            moments.computeIfAbsent(model.get(i).timeNs(), time -> new ArrayList<>())
                    .add(i);
        }
        Sighting[] ordered = new Sighting[model.size()];
        if (moments.size() < 2 || !place(kernel, model, moments, ordered)) {
            return kernel;
        }
        List<Sighting> result = Arrays.asList(ordered);
        return result.equals(kernel) || !isBurst(kernel, result) ? kernel : result;
    }

    /** Each of the kernel's frames goes to the first moment whose next frame it is. */
    private static boolean place(
            List<Sighting> kernel, List<Sighting> model, Map<Long, List<Integer>> moments, Sighting[] ordered) {
        for (Sighting frame : kernel) {
            boolean placed = false;
            for (List<Integer> left : moments.values()) {
                if (!placed && !left.isEmpty() && FrameShape.isAlike(frame, model.get(left.get(0)))) {
                    ordered[left.remove(0)] = frame;
                    placed = true;
                }
            }
            if (!placed) {
                return false;
            }
        }
        return true;
    }

    /** Whether all that changed places came at once. */
    private static boolean isBurst(List<Sighting> kernel, List<Sighting> ordered) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < kernel.size(); i++) {
            if (kernel.get(i) != ordered.get(i)) {
                first = Math.min(first, kernel.get(i).timeNs());
                last = Math.max(last, kernel.get(i).timeNs());
            }
        }
        return last - first <= BURST_NS;
    }
}

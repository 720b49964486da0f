package io.ringway.conformance.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of what timers of one moment bring: the kernel keeps timers that are seconds away in slots of 32 or 256 ms,
 * and those of one slot fire together, the youngest first ({@code timer.c:expire_timers()}); the 30 s of a reassembly end in
 * slots of 2048 ms. What each of the model's
 * moments brought keeps its order; only moments within a slot of each other may change places, and on the kernel what
 * changed places came within a few ticks of its clock.
 */
final class TimerOrder implements Rule {
    private static final long SLOT_NS = 256_000_000;
    private static final long REASSEMBLY_SLOT_NS = 2_048_000_000L;
    private static final int REASSEMBLY_TIMEOUT = 11 << 8 | 1;
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
            if (i == model.size() || areApart(model.get(i - 1), model.get(i))) {
                List<Sighting> kernels = kernel.subList(from, i);
                List<Sighting> ordered = inOrderOf(model.subList(from, i), kernels);
                moved |= ordered != kernels;
                aligned.addAll(ordered);
                from = i;
            }
        }
        return moved ? aligned : kernel;
    }

    private static boolean areApart(Sighting before, Sighting after) {
        boolean ofReassembly = isReassemblyTimeout(before.bytes()) && isReassemblyTimeout(after.bytes());
        return after.timeNs() - before.timeNs() > (ofReassembly ? REASSEMBLY_SLOT_NS : SLOT_NS);
    }

    private static boolean isReassemblyTimeout(byte[] frame) {
        int at = Ipv4Bytes.header(frame);
        int quoted = at < 0 ? -1 : Ipv4Bytes.quoted(frame, at);
        return quoted >= 0 && Ipv4Bytes.u16(frame, quoted - 8) == REASSEMBLY_TIMEOUT;
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
            List<Integer> chosen = null;
            for (List<Integer> left : moments.values()) {
                Sighting next = left.isEmpty() ? null : model.get(left.get(0));
                boolean fits = next != null && FrameShape.isAlike(frame, next);
                if (fits && (chosen == null || quotesTheSame(frame, next))) {
                    chosen = left;
                    if (quotesTheSame(frame, next)) {
                        break;
                    }
                }
            }
            if (chosen == null) {
                return false;
            }
            ordered[chosen.remove(0)] = frame;
        }
        return true;
    }

    /** Errors about packets that were injected tell by the ID which is which. */
    private static boolean quotesTheSame(Sighting kernel, Sighting model) {
        int at = Ipv4Bytes.header(model.bytes());
        int quoted = at < 0 ? -1 : Ipv4Bytes.quoted(model.bytes(), at);
        return quoted < 0
                || Ipv4Bytes.u16(kernel.bytes(), quoted + Ipv4Bytes.ID)
                        == Ipv4Bytes.u16(model.bytes(), quoted + Ipv4Bytes.ID);
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

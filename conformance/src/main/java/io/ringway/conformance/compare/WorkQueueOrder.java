package io.ringway.conformance.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * The place of a frame that waited for a work queue among the others of its moment. A macvlan's port leaves broadcasts to
 * one that any processor may run ({@code macvlan.c:macvlan_broadcast_enqueue()}), while this one goes on with what they
 * bring: who asked by ARP may have its answer, and its packet be here, before the question. Those that waited keep
 * their order, the others keep theirs, and the same frames are on both sides.
 */
final class WorkQueueOrder implements Rule {
    @Override
    public String name() {
        return "place of what a work queue brings";
    }

    @Override
    public String reason() {
        return "another processor may run the queue, sooner or later than this one goes on";
    }

    /** The kernel's frames in the model's order; the very list if the rule does not apply. */
    List<Sighting> align(List<Sighting> kernel, List<Sighting> model) {
        long waited = model.stream().filter(Sighting::deferred).count();
        if (waited == 0 || waited == model.size() || kernel.size() != model.size()) {
            return kernel;
        }
        List<Sighting> others = new ArrayList<>(kernel);
        List<Sighting> queued = new ArrayList<>();
        int from = 0;
        for (Sighting frame : model) {
            if (frame.deferred()) {
                from = find(frame, others, from);
                if (from < 0) {
                    return kernel;
                }
                queued.add(others.remove(from));
            }
        }
        List<Sighting> aligned = new ArrayList<>();
        for (Sighting frame : model) {
            aligned.add((frame.deferred() ? queued : others).remove(0));
        }
        return aligned.equals(kernel) ? kernel : aligned;
    }

    private static int find(Sighting wanted, List<Sighting> frames, int from) {
        for (int i = from; i < frames.size(); i++) {
            Sighting one = frames.get(i);
            if (one.outgoing() == wanted.outgoing() && FrameShape.isAlike(one, wanted)) {
                return i;
            }
        }
        return -1;
    }
}

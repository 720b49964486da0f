package io.ringway.conformance.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The order of ARP messages that timers of one moment bring: the kernel keeps timers that are seconds away in slots of
 * 32 or 256 ms, and those of one slot fire together, the youngest first ({@code timer.c:expire_timers()}). Only where the
 * model's own requests are among them, and the same messages are on both sides; everything else keeps its place.
 */
final class ArpOrder implements Rule {
    @Override
    public String name() {
        return "order of ARP messages of one moment";
    }

    @Override
    public String reason() {
        return "timers of one slot of the kernel's wheel fire in no order of their own";
    }

    /** The kernel's frames with ARP in the model's order; the very list if the rule does not apply. */
    List<Sighting> align(List<Sighting> kernel, List<Sighting> model) {
        if (kernel.size() != model.size()
                || model.stream().filter(ArpOrder::isOwnRequest).count() < 2) {
            return kernel;
        }
        List<Sighting> left = new ArrayList<>(kernel);
        left.removeIf(frame -> !isArp(frame));
        List<Sighting> aligned = new ArrayList<>();
        boolean moved = false;
        for (int i = 0; i < model.size(); i++) {
            Sighting frame = kernel.get(i);
            if (isArp(frame) != isArp(model.get(i))) {
                return kernel;
            }
            if (isArp(frame)) {
                Sighting same = take(left, model.get(i));
                if (same == null) {
                    return kernel;
                }
                moved |= same != frame;
                frame = same;
            }
            aligned.add(frame);
        }
        return moved ? aligned : kernel;
    }

    private static Sighting take(List<Sighting> left, Sighting wanted) {
        for (Sighting one : left) {
            if (one.outgoing() == wanted.outgoing() && Arrays.equals(one.bytes(), wanted.bytes())) {
                left.remove(one);
                return one;
            }
        }
        return null;
    }

    private static boolean isArp(Sighting frame) {
        byte[] bytes = frame.bytes();
        return bytes.length >= 22 && Ipv4Bytes.u16(bytes, 12) == 0x0806;
    }

    private static boolean isOwnRequest(Sighting frame) {
        return isArp(frame) && frame.originated() && Ipv4Bytes.u16(frame.bytes(), 20) == 1;
    }
}

package io.ringway.engine.device;

import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.Stage;
import io.ringway.packet.TransmitOutcome;

/** The way of a frame from the stack into a device's driver, past the taps ({@code net/core/dev.c:__dev_queue_xmit()}). */
final class Transmission implements Stage {
    private final Device device;
    private final Taps taps;

    Transmission(Device device, Taps taps) {
        this.device = device;
        this.taps = taps;
    }

    @Override
    public void receive(Frame frame) {
        if (!device.carrier().isActive()) {
            // The queue of a device that is down or without carrier takes nothing: sch_generic.c:noop_enqueue().
            device.counters().txDropped++;
            TransmitOutcome.tellSent(frame);
            device.drop(frame, device.isUp() ? DropReason.DEV_READY : DropReason.DEV_DOWN);
            return;
        }
        taps.show(frame, true);
        if (frame.outcome() != null) {
            tell(frame);
        }
        device.xmit(frame);
    }

    private void tell(Frame frame) {
        if (device.answer(frame) == Handover.REFUSED) {
            TransmitOutcome.tellRefused(frame, DropReason.NOT_SPECIFIED);
        } else {
            TransmitOutcome.tellSent(frame);
        }
    }
}

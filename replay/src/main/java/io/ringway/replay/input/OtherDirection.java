package io.ringway.replay.input;

import io.ringway.packet.Frame;

/**
 * Of a capture with both directions in it, what arrived at its interface: all but what its namespace sent.
 *
 * @param ifindex of the interface, where the capture has those of others too and tells them apart by it; else 0
 */
record OtherDirection(Entrance inner, OwnDirection own, int ifindex) implements Entrance {
    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public int mtu() {
        return inner.mtu();
    }

    @Override
    public boolean takes(Frame frame) {
        boolean here = ifindex == 0 || frame.history().capturedIfindex() == ifindex;
        return here && !own.isOwn(frame) && inner.takes(frame);
    }

    @Override
    public boolean leavesOthersOut() {
        return true;
    }

    @Override
    public String skipped() {
        String elsewhere = ifindex == 0 ? "" : ", or were not captured at interface number " + ifindex;
        return "frames are from " + own.namespace().name() + " itself" + elsewhere + ", and were left out";
    }

    @Override
    public void enter(Frame frame, long timeNs) {
        inner.enter(frame, timeNs);
    }
}

package io.ringway.benchmarks;

import io.ringway.engine.Network;
import io.ringway.engine.core.Kernel;
import io.ringway.engine.device.Device;
import io.ringway.lab.Lab;
import io.ringway.lab.LabRunner;
import io.ringway.packet.Frame;
import java.nio.ByteBuffer;

/**
 * One path through a model, driven as a replay drives it: the next of the prepared frames is copied into the pool, sent
 * by the first device, seen by an observer at the last, and freed by the mute stack behind it.
 */
final class ModelledPath {
    /** One frame a microsecond: 1,000 flows are seen again every millisecond, and no connection expires. */
    private static final long GAP_NS = 1_000;

    private final Network network;
    private final Device entry;
    private final ByteBuffer frames;
    private final int frameBytes;
    private final int count;
    private final int burst;
    private long seen;
    private long sent;
    private long timeNs;
    private int next;

    /**
     * @param lab builds the model
     * @param entryName device of namespace {@code from} that sends
     * @param exitName device of namespace {@code to} where the frames are observed
     * @param burst 0 runs inline; else staged, with that many frames to a burst
     */
    ModelledPath(String lab, String from, String entryName, String to, String exitName, TestFrames made, int burst) {
        network = new Network(burst == 0 ? new Kernel(1) : new Kernel(1, burst));
        new LabRunner(network).run(Lab.parse("benchmark", lab));
        this.burst = Math.max(1, burst);
        entry = network.namespace(from).device(entryName);
        network.namespace(from).stack().localEnd().setMute(true);
        network.namespace(to).stack().localEnd().setMute(true);
        network.namespace(to).device(exitName).addTap((frame, outgoing) -> seen += outgoing ? 0 : 1, false);
        frames = made.bytes();
        frameBytes = made.frameBytes();
        count = made.count();
    }

    /** Sends {@code burst} frames and lets them come to rest; says how many. */
    int sendBurst() {
        timeNs += GAP_NS * burst;
        if (burst == 1) {
            network.inject(entry, copyNext(), timeNs);
        } else {
            network.kernel().advanceTo(timeNs);
            for (int i = 0; i < burst; i++) {
                network.enter(entry, copyNext());
            }
            network.kernel().executor().settle();
        }
        sent += burst;
        return burst;
    }

    private Frame copyNext() {
        Frame frame = network.kernel().pool().allocate(frameBytes);
        frame.put(0, frames, next * frameBytes, frameBytes);
        next = next + 1 == count ? 0 : next + 1;
        return frame;
    }

    /** The baseline: what {@link #sendBurst} spends before the model sees the frames. */
    int copyBurst() {
        for (int i = 0; i < burst; i++) {
            copyNext().free();
        }
        return burst;
    }

    /** Sends every frame once, so that neighbours, bridge and connections know them. */
    void warm() {
        for (int i = 0; i < count; i += burst) {
            sendBurst();
        }
    }

    /**
     * @throws AssertionError unless every frame came out, and was translated where {@code translated} says so
     */
    void verify(boolean translated) {
        long wantedTranslated = translated ? sent : 0;
        if (seen != sent
                || network.accounts().deliveredFrames() != sent
                || network.accounts().droppedFrames() != 0
                || network.accounts().translatedFrames() != wantedTranslated) {
            throw new AssertionError("sent " + sent + ", observed " + seen + ", delivered "
                    + network.accounts().deliveredFrames() + ", translated "
                    + network.accounts().translatedFrames() + ", dropped "
                    + network.accounts().droppedFrames() + ", held "
                    + network.accounts().heldFrames());
        }
    }
}

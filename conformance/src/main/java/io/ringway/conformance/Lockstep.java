package io.ringway.conformance;

import io.ringway.conformance.compare.Sighting;
import io.ringway.conformance.kernel.Injector;
import io.ringway.conformance.kernel.KernelTaps;
import io.ringway.conformance.kernel.KernelTicks;
import io.ringway.conformance.kernel.Refusal;
import io.ringway.conformance.model.ModelLab;
import io.ringway.lab.LabCommand;
import io.ringway.packet.Frame;
import io.ringway.replay.input.StackEntrance;
import io.ringway.replay.request.InterfaceName;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Moves both sides through time together. The kernel's clock leads: a frame is sent there and its time noted, then the
 * model gets the same frame at that time. Times are nanoseconds since the start of the run.
 *
 * <p>No frame is sent near a timer of the model: the kernel's timer wheel fires late, by up to 256 ms for a timer of 5 s,
 * so that nobody could say which came first.
 */
final class Lockstep {
    private static final long MS = 1_000_000;

    /** Kept free between a frame and the next timer. */
    private static final long BEFORE_TIMER_NS = 300 * MS;

    /** Kept free after a timer, which the kernel fires late but never early; a chain of them adds up. */
    private static final long AFTER_TIMER_NS = 500 * MS;

    /** Kept free after a timer's slot of the kernel's wheel, 2,048 ms for one of 30 s. */
    private static final long AFTER_SLOT_NS = 100 * MS;

    /** Timers of minutes, which bring no frames, are later still and not waited for. */
    private static final long LATEST_NS = 2_500 * MS;

    /** A timer is never waited for longer than this: where one follows another, the frame's outcome stays undecided. */
    private static final long PATIENCE_NS = 10_000 * MS;

    /** With nothing missing and nothing new for so long, the kernel is quiet. */
    private static final long QUIET_NS = MS / 2;

    /** What the model expects and the kernel has not shown by then does not come. */
    private static final long OVERDUE_NS = 100 * MS;

    /** So long before and after a timer the CPU is kept busy: another one would do what an idle one has to do then. */
    private static final long BUSY_NS = 12 * MS;

    private final long startNs = System.nanoTime();
    private final ModelLab model;
    private final KernelTaps taps;
    private final Sightings sightings;
    private final Witness witness;
    private String cause = "the lab's last command";
    private long frames;
    private boolean decided = true;
    private long undecided;
    private long refused;
    private long overdueNs = OVERDUE_NS;
    private byte[] injected = new byte[0];
    private long lastEventNs;
    private boolean ticksKnown;
    private Refusal kernelRefusal = Refusal.NONE;
    private Refusal modelRefusal = Refusal.NONE;

    Lockstep(ModelLab model, KernelTaps taps, Sightings sightings, Witness witness) {
        this.model = model;
        this.taps = taps;
        this.sightings = sightings;
        this.witness = witness;
    }

    /** Lets the model's timers fire with the kernel's, if that says when; false if not. */
    boolean followTicks() {
        OptionalLong zeroNs = KernelTicks.zeroNs();
        ticksKnown = zeroNs.isPresent();
        zeroNs.ifPresent(zero -> {
            model.followTicks(zero - startNs);
            witness.ticks(zero - startNs);
        });
        return ticksKnown;
    }

    long nowNs() {
        return System.nanoTime() - startNs;
    }

    /** When the kernel, too, is done with the timers that fired. */
    private long afterTimersNs() {
        long last = model.lastTimerNs();
        long slot = Math.min(model.kernelTimerNs() + AFTER_SLOT_NS, last + LATEST_NS);
        return Math.max(last + AFTER_TIMER_NS, slot);
    }

    /** Lets both sides go on until then. */
    void runUntil(long timeNs) {
        for (long left = timeNs - nowNs(); left > 0; left = timeNs - nowNs()) {
            if (isTimerNear()) {
                taps.drain(0);
                Thread.yield();
            } else {
                taps.drain(Math.min(left, 5 * MS));
            }
            model.advanceTo(nowNs());
        }
    }

    private boolean isTimerNear() {
        long now = nowNs();
        return ticksKnown && (model.nextTimerNs() - now < BUSY_NS || now - model.lastTimerNs() < BUSY_NS);
    }

    /** Waits until no timer is near, and for at least {@code clearNs} none will be; false when there is no such moment. */
    boolean keepAwayFromTimers(long clearNs) {
        long deadline = nowNs() + PATIENCE_NS;
        while (true) {
            long now = nowNs();
            model.advanceTo(now);
            long after = afterTimersNs();
            long next = model.nextTimerNs();
            if (now >= after && next - clearNs > now) {
                return true;
            }
            if (now > deadline) {
                return false;
            }
            runUntil(now < after ? after : next + AFTER_TIMER_NS);
        }
    }

    /**
     * Sends a frame on both sides and waits until both are quiet. Takes the frame.
     *
     * @param outside whether it comes from outside by a tap, rather than leaves by the interface
     * @return false when only one side took it, or they refused it for different reasons
     */
    boolean inject(Injector injector, InterfaceName name, Frame frame, boolean outside, boolean timersFar) {
        if (name.isStack() && !StackEntrance.cutToPacket(frame)) {
            frame.free();
            return true;
        }
        injected = frame.toBytes();
        frames++;
        long timeNs = begin("injected frame " + frames + " at " + name, timersFar);
        kernelRefusal = outside ? injector.arrive(name, injected) : injector.send(name, injected);
        modelRefusal = outside ? model.arrive(name, frame, timeNs) : model.inject(name, frame, timeNs);
        if (kernelRefusal != Refusal.NONE) {
            refused++;
        }
        witness.injected(name, injected, timeNs, kernelRefusal);
        settle();
        return kernelRefusal == modelRefusal;
    }

    /** Runs a command on both sides and waits until both are quiet. */
    void command(CommandPair pair, LabCommand command, LabCommand forModel, boolean timersFar) {
        injected = new byte[0];
        long timeNs = begin("the command " + String.join(" ", command.hostArgv()), timersFar);
        int exitCode = pair.run(command, forModel, timeNs);
        pair.bringLinkNews();
        witness.commanded(command, timeNs, exitCode);
        settle();
    }

    private long begin(String what, boolean timersFar) {
        cause = what;
        decided = timersFar;
        if (ticksKnown) {
            KernelTicks.awaitBeginning();
        }
        lastEventNs = nowNs();
        return lastEventNs;
    }

    /** Waits for what the model already showed, then for a moment without any frame. */
    private void settle() {
        long deadline = nowNs() + overdueNs;
        while (sightings.missing() > 0 && nowNs() < deadline) {
            taps.drain(MS);
        }
        if (sightings.missing() > 0) {
            overdueNs = Math.max(5 * MS, overdueNs / 2);
        }
        while (taps.drain(QUIET_NS) > 0) {
            // More may follow.
        }
    }

    /** What is being sent, and what the kernel showed of it so far at the interfaces of a namespace. */
    List<Sighting> shownByKernel(String namespace) {
        taps.drain(0);
        List<Sighting> shown = new ArrayList<>(List.of(new Sighting(injected, false, false, lastEventNs)));
        shown.addAll(sightings.ofKernelNow(namespace));
        return shown;
    }

    /** Both sides are past the present frame's consequences: compare them. */
    void endCause() {
        settle();
        sightings.endCause(cause, nowNs(), injected, decided);
        if (!decided) {
            undecided++;
        }
        decided = true;
    }

    /** Goes on while something waits in the model, for at most that long. */
    void linger(long lingerNs) {
        long deadline = nowNs() + lingerNs;
        while (model.heldFrames() > 0 && model.nextTimerNs() <= deadline) {
            runUntil(model.nextTimerNs() + AFTER_TIMER_NS);
        }
        runUntil(afterTimersNs());
    }

    /** The time of the next event is counted from now. */
    void startEvents() {
        lastEventNs = nowNs();
    }

    /** When the last frame was sent, or the last command run. */
    long lastEventNs() {
        return lastEventNs;
    }

    /** How the two sides received the last frame. */
    String refusals() {
        return "kernel " + kernelRefusal + ", model " + modelRefusal;
    }

    /** How many frames were sent. */
    long frames() {
        return frames;
    }

    /** What happened last. */
    String cause() {
        return cause;
    }

    /** Frames that the kernel would not send: too long, too short, or by an interface that is down. */
    long refused() {
        return refused;
    }

    /** Frames and commands whose outcome hung on a timer. */
    long undecided() {
        return undecided;
    }

    static long beforeTimerNs() {
        return BEFORE_TIMER_NS;
    }
}

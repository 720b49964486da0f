package io.ringway.engine.core;

import io.ringway.nat.PortDraw;
import io.ringway.nat.conntrack.TrackingLimits;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.packet.Randomness;
import java.util.function.Consumer;

/**
 * What all namespaces of one model share: virtual time with its timers, the executor, the frame pool, randomness, the
 * accounts and the trace. One thread drives it.
 */
public final class Kernel {
    /** Backlog entries in one instant; a flood of 64 ports through 64 bridges stays far below it. */
    private static final int STEP_BUDGET = 1 << 17;

    private final FramePool pool = new FramePool();
    private final TimerQueue timers = new TimerQueue();
    private final Accounts accounts = new Accounts();
    private final LinkWatch linkWatch = new LinkWatch(this);
    private final Executor executor;
    private final Randomness randomness;
    private final TrackingLimits trackingLimits = new TrackingLimits();
    private Trace trace;
    private PacketLog packetLog;
    private Consumer<PortDraw> drawWatcher;
    private DropWatch dropWatch;
    private long nowNs;
    private long epochNs;
    private TimerWheel wheel = new TimerWheel(0);

    /** Runs inline. */
    public Kernel(long seed) {
        executor = new InlineExecutor(accounts, STEP_BUDGET);
        randomness = new Randomness(seed);
    }

    /** Runs staged on the calling thread, each stage taking up to {@code burst} frames at a time. */
    public Kernel(long seed, int burst) {
        executor = new StagedExecutor(accounts, burst, Math.max(1024, 4 * burst), 32 * STEP_BUDGET);
        randomness = new Randomness(seed);
    }

    public FramePool pool() {
        return pool;
    }

    public TimerQueue timers() {
        return timers;
    }

    /** News of carriers. */
    public LinkWatch linkWatch() {
        return linkWatch;
    }

    public Accounts accounts() {
        return accounts;
    }

    public Executor executor() {
        return executor;
    }

    public Randomness randomness() {
        return randomness;
    }

    /** How much every namespace may track. */
    public TrackingLimits trackingLimits() {
        return trackingLimits;
    }

    /** Null while tracing is off. */
    public Trace trace() {
        return trace;
    }

    public void setTrace(Trace trace) {
        this.trace = trace;
        executor.setTrace(trace);
    }

    /** Null while nobody reads what rules log. */
    public PacketLog packetLog() {
        return packetLog;
    }

    public void setPacketLog(PacketLog packetLog) {
        this.packetLog = packetLog;
    }

    /** Told of every port that NAT draws at random; null while nobody asks. */
    public Consumer<PortDraw> drawWatcher() {
        return drawWatcher;
    }

    public void setDrawWatcher(Consumer<PortDraw> drawWatcher) {
        this.drawWatcher = drawWatcher;
    }

    /** Null for nobody. */
    public void setDropWatch(DropWatch dropWatch) {
        this.dropWatch = dropWatch;
    }

    /** Nanoseconds of virtual time since the lab's first command. */
    public long nowNs() {
        return nowNs;
    }

    /** Nanoseconds since 1970 of virtual time: what captures are stamped with. */
    public long wallNs() {
        return epochNs + nowNs;
    }

    /** Fixes the calendar: this very moment is {@code wallNs}. */
    public void setWallNs(long wallNs) {
        epochNs = wallNs - nowNs;
    }

    /** Virtual time in ticks of 4 ms (HZ=250), which is what rate limits count in. */
    public long jiffies() {
        return wheel.tick(nowNs);
    }

    /** The present as the kernel's clock of ticks shows it, where ticks are followed: when the last one was. */
    public long tickNs() {
        return timers.isLate() ? inTicksNs(0) : nowNs;
    }

    /** When the tick is that comes so many after the present one. */
    public long inTicksNs(long ticks) {
        return wheel.timeNs(jiffies() + ticks);
    }

    /** When a timer that is set now for then ends, with the lateness of the kernel's where that is followed. */
    public long timerEndNs(long deadlineNs) {
        return timers.isLate() ? wheel.endNs(deadlineNs, wheel.level(nowNs, deadlineNs)) : deadlineNs;
    }

    /**
     * Lets timers be as late as those of a kernel, rather than in time.
     *
     * @param zeroNs virtual time at which that kernel's count of ticks was 0
     */
    public void followTicks(long zeroNs) {
        wheel = new TimerWheel(zeroNs);
        timers.follow(wheel);
    }

    /**
     * Fires every timer due until then, the moment itself included, and leaves the clock there. Those of one moment fire
     * before anything that they bring is received ({@code TIMER_SOFTIRQ} comes before {@code NET_RX_SOFTIRQ}).
     */
    public void advanceTo(long timeNs) {
        linkWatch.catchUp();
        while (timers.nextDeadlineNs() <= timeNs) {
            nowNs = Math.max(nowNs, timers.nextDeadlineNs());
            timers.passTo(nowNs);
            do {
                timers.poll().fire();
            } while (timers.nextDeadlineNs() <= nowNs);
            executor.settle();
            linkWatch.catchUp();
        }
        nowNs = Math.max(nowNs, timeNs);
        timers.passTo(nowNs);
    }

    /** A new frame made by the model itself, its bytes not cleared. */
    public Frame originate(int lengthBytes) {
        Frame frame = pool.allocate(lengthBytes);
        frame.setTimestampNs(wallNs());
        frame.history().setOriginated();
        accounts.originated();
        return frame;
    }

    /** One more of a frame, for a flood. */
    public Frame copy(Frame frame) {
        accounts.copied();
        return pool.copy(frame);
    }

    /** The same frame with the headroom of a new one ({@code skb_cow_head()}); takes the old one. */
    public Frame withHeadroom(Frame frame) {
        Frame roomy = pool.copy(frame);
        frame.free();
        return roomy;
    }

    /** The frame goes where the model ends; it counts as delivered. */
    public void leave(Frame frame, String namespace, String where, String what) {
        if (trace != null) {
            trace.hop(frame, namespace, where, what);
        }
        accounts.deliver(frame);
    }

    public void drop(Frame frame, String namespace, String where, DropReason reason) {
        if (trace != null) {
            trace.dropped(frame, namespace, where, reason);
        }
        if (dropWatch != null) {
            dropWatch.dropped(frame, namespace, where, reason);
        }
        accounts.drop(frame, reason);
    }
}

package io.ringway.engine.route;

/**
 * What ICMP messages taught about one destination behind a nexthop ({@code struct fib_nh_exception}): a gateway that is
 * better, a path MTU, until when. Times in jiffies.
 */
public final class LearnedPath {
    private int gateway;
    private int mtu;
    private boolean mtuLocked;
    private long expires;

    LearnedPath() {}

    /** From a redirect, 0 for none. */
    public int gateway() {
        return gateway;
    }

    /** From "fragmentation needed", 0 for none. */
    public int mtu() {
        return mtu;
    }

    /** Whether the MTU that was told is below what is believed, so that packets may be fragmented on their way. */
    public boolean mtuLocked() {
        return mtuLocked;
    }

    public long expires() {
        return expires;
    }

    /** How long it is still believed, in s; -1 when it is not shown. */
    public long secondsLeft(long jiffies) {
        long ticks = (expires - jiffies) * 2 / 5;
        return ticks <= 0 ? -1 : ticks / 100;
    }

    /** What {@code ip route get} shows beside what the route says ({@code route.c:rt_fill_info()}). */
    public RouteMetrics over(RouteMetrics metrics, long jiffies) {
        return mtu == 0 || jiffies >= expires ? metrics : metrics.with(RouteMetrics.Metric.MTU, mtu, mtuLocked);
    }

    public void redirect(int towards, long until) {
        gateway = towards;
        expires = until;
    }

    public void shrink(int bytes, boolean locked, long until) {
        mtu = bytes;
        mtuLocked = locked;
        expires = until;
    }

    /** The interface's MTU changed ({@code fib_semantics.c:fib_nhc_update_mtu()}). */
    public void follow(int before, int now) {
        if (mtuLocked) {
            if (now <= mtu) {
                mtu = now;
                mtuLocked = false;
            }
        } else if (now < mtu || before == mtu) {
            mtu = now;
        }
    }
}

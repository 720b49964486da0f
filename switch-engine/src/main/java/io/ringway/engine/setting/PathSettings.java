package io.ringway.engine.setting;

/** What a host makes of the path MTU that it is told, with the kernel's defaults ({@code route.c:netns_ip_rt_init()}). */
public final class PathSettings {
    private int noDiscovery;
    private boolean forwardsByPathMtu;
    private int minMtu = 552;
    private int expiresSeconds = 600;

    PathSettings() {}

    /** {@code ip_no_pmtu_disc}: 1 distrusts the size told, 2 the whole message, 3 those without checks of their own. */
    public int noDiscovery() {
        return noDiscovery;
    }

    public void setNoDiscovery(int mode) {
        noDiscovery = mode;
    }

    /** {@code ip_forward_use_pmtu}. */
    public boolean forwardsByPathMtu() {
        return forwardsByPathMtu;
    }

    public void setForwardsByPathMtu(boolean forwards) {
        forwardsByPathMtu = forwards;
    }

    /** {@code route.min_pmtu}: less than that is not believed. */
    public int minMtu() {
        return minMtu;
    }

    public void setMinMtu(int bytes) {
        minMtu = bytes;
    }

    /** {@code route.mtu_expires}. */
    public int expiresSeconds() {
        return expiresSeconds;
    }

    public void setExpiresSeconds(int seconds) {
        expiresSeconds = seconds;
    }
}

package io.ringway.engine.device;

/** The options of a bridge that have no class of their own; times in hundredths of a second, as netlink has them. */
public final class BridgeSettings {
    public long forwardDelay = 1500;
    public long helloTime = 200;
    public long maxAge = 2000;
    public int priority = 0x8000;

    /** A bit for each of 01:80:c2:00:00:0X that is forwarded nevertheless ({@code group_fwd_mask}). */
    public int groupForwardMask;

    /** Whether the host's rules see what this bridge forwards, whatever they do elsewhere ({@code nf_call_iptables}). */
    public boolean callsIptables;

    /** Whether the sources of link-local frames are not learned ({@code no_linklocal_learn}). */
    public boolean noLinkLocalLearn;
}

package io.ringway.engine.ipv4;

import io.ringway.packet.Randomness;

/** What is remembered about a remote address to limit what it is sent ({@code struct inet_peer}). Times in jiffies. */
final class Peer {
    private static final long JIFFIES_PER_SECOND = 250;
    private static final int BURST_FACTOR = 6;
    private static final long ERROR_COST = JIFFIES_PER_SECOND;
    private static final long ERROR_BURST = 5 * JIFFIES_PER_SECOND;
    private static final long REDIRECT_LOAD = JIFFIES_PER_SECOND / 50;
    private static final long REDIRECT_SILENCE = REDIRECT_LOAD << 10;
    private static final int REDIRECT_NUMBER = 9;

    private long tokens;
    private long lastUsed;
    private int redirects;
    private int ipId = -1;
    private int fragments;

    Peer(long now) {
        lastUsed = now - 60 * JIFFIES_PER_SECOND;
    }

    /** The next IP identification for packets to it, from a random start ({@code route.c:__ip_select_ident()}). */
    int nextIpId(Randomness randomness, int address) {
        ipId = ipId < 0 ? randomness.below(0x1_0000, address) : (ipId + 1 & 0xffff);
        // So that 0 always means "none".
        ipId = Math.max(ipId, 1);
        return ipId;
    }

    /** Counts a fragment from it that waits for reassembly ({@code inet_peer->rid}). */
    int nextFragment() {
        return ++fragments;
    }

    /** Whether one more ICMP message may be sent ({@code inet_peer_xrlim_allow()}). */
    boolean allowsIcmp(long now, long ratelimitMs) {
        long cost = ratelimitMs * JIFFIES_PER_SECOND / 1000;
        tokens = Math.min(tokens + now - lastUsed, BURST_FACTOR * cost);
        lastUsed = now;
        if (tokens < cost) {
            return false;
        }
        tokens -= cost;
        return true;
    }

    /** Whether one more "no route" may be reported ({@code route.c:ip_error()}). */
    boolean allowsRouteError(long now) {
        tokens = Math.min(tokens + now - lastUsed, ERROR_BURST);
        lastUsed = now;
        if (tokens < ERROR_COST) {
            return false;
        }
        tokens -= ERROR_COST;
        return true;
    }

    /** Whether a redirect may be sent, ever more rarely while it is ignored ({@code route.c:ip_rt_send_redirect()}). */
    boolean allowsRedirect(long now) {
        if (now > lastUsed + REDIRECT_SILENCE) {
            tokens = 0;
            redirects = 0;
        }
        if (redirects >= REDIRECT_NUMBER) {
            lastUsed = now;
            return false;
        }
        if (redirects != 0 && now <= lastUsed + (REDIRECT_LOAD << redirects)) {
            return false;
        }
        lastUsed = now;
        redirects++;
        return true;
    }
}

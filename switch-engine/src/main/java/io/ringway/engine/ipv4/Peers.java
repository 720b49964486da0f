package io.ringway.engine.ipv4;

import io.ringway.engine.core.Kernel;
import org.agrona.collections.Int2ObjectHashMap;

/** The {@link Peer} of each remote address, made when first asked for ({@code inetpeer.c:inet_getpeer_v4()}). */
final class Peers {
    private final Kernel kernel;
    private final Int2ObjectHashMap<Peer> byAddress = new Int2ObjectHashMap<>();

    Peers(Kernel kernel) {
        this.kernel = kernel;
    }

    Peer get(int address) {
        Peer peer = byAddress.get(address);
        if (peer == null) {
            peer = new Peer(kernel.jiffies());
            byAddress.put(address, peer);
        }
        return peer;
    }
}

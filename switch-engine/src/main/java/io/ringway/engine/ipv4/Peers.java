package io.ringway.engine.ipv4;

import io.ringway.engine.core.Kernel;
import io.ringway.packet.Randomness;
import org.agrona.collections.Int2ObjectHashMap;

/** The {@link Peer} of each remote address, made when first asked for ({@code inetpeer.c:inet_getpeer_v4()}). */
final class Peers {
    private final Kernel kernel;
    private final Randomness ipIds;
    private final Int2ObjectHashMap<Peer> byAddress = new Int2ObjectHashMap<>();

    Peers(Kernel kernel, String namespace) {
        this.kernel = kernel;
        ipIds = kernel.randomness().stream(namespace).stream("ip id");
    }

    Peer get(int address) {
        Peer peer = byAddress.get(address);
        if (peer == null) {
            peer = new Peer(kernel.jiffies());
            byAddress.put(address, peer);
        }
        return peer;
    }

    /** The IP ID of the next packet to that destination. */
    int nextIpId(int destination) {
        return get(destination).nextIpId(ipIds, destination);
    }
}

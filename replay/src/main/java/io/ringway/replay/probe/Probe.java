package io.ringway.replay.probe;

import io.ringway.replay.request.ReplayException;

/**
 * What a trace asks: whether one conversation's first packet arrives, and what comes back.
 *
 * @param id the asker's own name for it, may be ""
 * @param from a namespace, or an address that one of them has
 * @param to a namespace, or an address
 * @param protocol {@code tcp}, {@code udp} or {@code icmp}
 * @param port the destination's; 0 for icmp
 * @param sourcePort the sender's, or the id of an echo request
 */
public record Probe(String id, String from, String to, String protocol, int port, int sourcePort) {
    public static final int DEFAULT_SOURCE_PORT = 40_000;

    private static final int MAX_PORT = 65_535;

    /**
     * @param to may end in {@code :PORT}, which then is the port
     * @throws ReplayException for a port that is none, and where two are given
     */
    public static Probe of(String id, String from, String to, String protocol, int port, int sourcePort) {
        String host = to;
        int wanted = port;
        int colon = to.lastIndexOf(':');
        if (colon > 0 && to.substring(colon + 1).matches("\\d{1,5}")) {
            int behind = Integer.parseInt(to.substring(colon + 1));
            if (port > 0 && port != behind) {
                throw ReplayException.usage("\"" + to + "\" and port " + port + ": which of the two?");
            }
            wanted = behind;
            host = to.substring(0, colon);
        }
        boolean hasPorts = !protocol.equals("icmp");
        if (hasPorts && (wanted < 1 || wanted > MAX_PORT)) {
            throw ReplayException.usage("port " + wanted + " of " + to + ": ports are 1 to 65535");
        }
        if (sourcePort < 0 || sourcePort > MAX_PORT) {
            throw ReplayException.usage("source port " + sourcePort + ": ports are 0 to 65535");
        }
        return new Probe(id, from, host, protocol, hasPorts ? wanted : 0, sourcePort);
    }
}

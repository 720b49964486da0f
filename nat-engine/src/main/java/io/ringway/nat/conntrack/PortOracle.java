package io.ringway.nat.conntrack;

/**
 * Knows where a search for a free port or ICMP id ended elsewhere, on a kernel beside the model: the search begins there,
 * in place of a draw. What is not free, or out of the range, is not taken.
 */
public interface PortOracle {
    int UNKNOWN = -1;

    /**
     * @param tuple the connection's original one in the words of {@code conntrack -L}, a space at its end
     * @param source whether the source is rewritten, else the destination
     */
    int port(int protocol, String tuple, int zone, boolean source);
}

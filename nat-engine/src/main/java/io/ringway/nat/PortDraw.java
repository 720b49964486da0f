package io.ringway.nat;

/**
 * A port or ICMP id that NAT drew at random for a connection: the kernel, drawing by itself, takes any of the same range.
 *
 * @param source of the packets as they leave after it, as are the other ends; an ICMP id is the source port
 * @param ofSource whether the source port was drawn, else that of the destination
 * @param low the least that could be drawn
 * @param size how many there are from there on
 * @param own the port that the packet came with, which only {@code --random} may draw again
 */
public record PortDraw(
        int protocol,
        int source,
        int sourcePort,
        int destination,
        int destinationPort,
        boolean ofSource,
        int low,
        int size,
        int own,
        boolean mayKeep) {
    public int drawn() {
        return ofSource ? sourcePort : destinationPort;
    }

    /** Whether it might have been this one. */
    public boolean allows(int port) {
        return port >= low && port < low + size && (mayKeep || port != own);
    }
}

package io.ringway.nat.conntrack;

/** What one end of a TCP connection has sent and may send ({@code struct ip_ct_tcp_state}); numbers are unsigned, modulo 2^32. */
final class TcpSide {
    static final int WINDOW_SCALE = 0x01;
    static final int SACK_PERMITTED = 0x02;

    /** This end sent the first FIN. */
    static final int CLOSE_INITIATED = 0x04;

    /** Windows are not checked, because scale factors were never seen. */
    static final int BE_LIBERAL = 0x08;

    static final int DATA_UNACKNOWLEDGED = 0x10;
    static final int MAX_ACK_SET = 0x20;

    /** One past the highest byte sent. */
    int end;

    /** One past the highest byte that the peer's window allows. */
    int maxEnd;

    /** The largest window announced, scaled; 0 as long as nothing was seen from this end. */
    int maxWindow;

    int maxAck;
    int scale;
    int flags;

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Forgets all but liberality ({@code nf_ct_tcp_state_reset()}). */
    void reset() {
        end = 0;
        maxEnd = 0;
        maxWindow = 0;
        maxAck = 0;
        scale = 0;
        flags &= BE_LIBERAL;
    }
}

package io.ringway.conformance.kernel;

/**
 * Whether and how a packet socket, or a raw one, refused to send ({@code af_packet.c:packet_snd()},
 * {@code raw.c:raw_sendmsg()}).
 */
public enum Refusal {
    NONE(0),
    RUNT(Libc.EINVAL),
    OVER_MTU(Libc.EMSGSIZE),
    DOWN(Libc.ENETDOWN),
    /** A raw socket's packet has nowhere to go. */
    NO_ROUTE(Libc.ENETUNREACH),
    TAP_DOWN(Libc.EIO);

    private final int error;

    Refusal(int error) {
        this.error = error;
    }

    /** {@code ENOBUFS} says that the device took the frame and dropped it ({@code net_xmit_errno()}): a drop as any other. */
    static Refusal of(int error) {
        if (error == Libc.ENOBUFS) {
            return NONE;
        }
        for (Refusal refusal : values()) {
            if (refusal.error == error) {
                return refusal;
            }
        }
        throw new KernelException("a frame could not be sent: error " + error);
    }
}

package io.ringway.replay.conversation;

/**
 * Conversations as rows of 16 longs, two cache lines each.
 *
 * <pre>
 *   ADDRESSES, PORTS        the ends as the capture has them, without their order: see {@link FlowKey}
 *   PACKETS + end           sent by that end (upper half), of them arrived (lower half)
 *   FRAMES + end            frames sent by that end, fragments counted (upper half); the last packet that arrived (lower half)
 *   BYTES + end             sent by that end
 *   ENDED                   frames delivered (upper half) and dropped (lower half), copies counted
 *   FLAGS                   translated frames (upper half); reason of the last drop, and the bits below
 *   LOSS                    the first packet that did not arrive: its sender and number (upper half), its cause (lower half)
 *   EXPIRED                 packets that ended on their way as in the capture: the initiator's (upper half), the responder's
 *   VIEW_ADDRESSES + 2·end  how the end sees it in the model: its own address, the other's
 *   VIEW_PORTS + 2·end      its own port, the other's (lower half); its namespace's number from 1, 0 for an unknown view
 * </pre>
 */
public final class ConversationStore extends Rows {
    public static final int ADDRESSES = 0;
    public static final int PORTS = 1;
    public static final int PACKETS = 2;
    public static final int FRAMES = 4;
    public static final int BYTES = 6;
    public static final int ENDED = 8;
    public static final int FLAGS = 9;
    public static final int LOSS = 10;
    public static final int EXPIRED = 11;
    public static final int VIEW_ADDRESSES = 12;
    public static final int VIEW_PORTS = 13;

    /** Bits of {@link #FLAGS}: the end that sends first is the first of the key; packets came out of order. */
    public static final int INITIATOR_FIRST = 0x100;

    public static final int DISORDERED = 0x200;
    public static final int REASON_MASK = 0xff;
    public static final long UPPER_ONE = 1L << 32;

    private static final int FIELD_BITS = 4;

    ConversationStore() {
        super(FIELD_BITS);
    }

    void setFlags(int number, long bits) {
        set(number, FLAGS, get(number, FLAGS) | bits);
    }

    /** Whether these ends are those that the capture has, or what its first translated packet had: no table need be asked. */
    boolean isNamed(int number, FlowKey key) {
        long ports = get(number, PORTS);
        if (get(number, ADDRESSES) == key.addresses() && ports == key.ports()) {
            return true;
        }
        long view = UPPER_ONE | (long) key.destinationPort() << 16 | key.sourcePort();
        return get(number, VIEW_PORTS + 2) == view
                && get(number, VIEW_ADDRESSES + 2) == FlowKey.pack(key.destination(), key.source())
                && FlowKey.protocolOf(ports) == key.protocol();
    }
}

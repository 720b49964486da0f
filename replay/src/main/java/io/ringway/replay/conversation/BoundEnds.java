package io.ringway.replay.conversation;

import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;

/** Who knows the ends of conversations in the model, where the capture's hosts are bound to it. */
public interface BoundEnds {
    /**
     * A packet of a conversation's end has reached the stack of a namespace.
     *
     * @return {@link Conversations#NONE} when it reached the other end; else the cause of its loss
     */
    int arrived(int flow, Frame frame, String namespace);

    /** A packet's time to live has ended at a router of the model, which is a loss for that cause unless it had done so before. */
    void expired(long tag, int cause);

    /** A frame of that packet has ended, in whichever way. */
    void ended(long tag, DropReason reason);

    /** The namespace of an end, "" where it has none. */
    String hostName(int number, int end);
}

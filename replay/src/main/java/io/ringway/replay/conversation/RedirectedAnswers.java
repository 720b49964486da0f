package io.ringway.replay.conversation;

import static io.ringway.replay.conversation.ConversationStore.VIEW_ADDRESSES;
import static io.ringway.replay.conversation.ConversationStore.VIEW_PORTS;

import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;

/**
 * Where both sides of conversations are replayed at interfaces, and the model translates what one of them sends: the
 * recorded answers of the other go to the ends that its side really saw, as do the packets that its ICMP errors quote.
 */
public final class RedirectedAnswers {
    private final Conversations conversations;
    private final ConversationStore store;
    private long redirected;

    public RedirectedAnswers(Conversations conversations) {
        this.conversations = conversations;
        store = conversations.store();
    }

    /** Answers that had other ends than their side saw. */
    public long redirected() {
        return redirected;
    }

    /** A frame that has been filed, and is about to be sent. */
    void redirect(Frame frame) {
        if (frame.length() < EthernetHeader.LENGTH || EthernetHeader.type(frame) != EthernetHeader.TYPE_IPV4) {
            return;
        }
        int quoted = PacketEnds.quotedAt(frame, EthernetHeader.LENGTH);
        if (quoted != 0) {
            redirectError(frame, quoted);
            return;
        }
        int flow = (int) (frame.history().tag() >>> 32) - 1;
        int number = flow >>> 1;
        if ((flow & 1) == 0 || !isTranslated(number)) {
            return;
        }
        FlowKey recorded = conversations.key();
        boolean asSeen = recorded.isLaterFragment()
                ? recorded.destination() == other(number)
                : recorded.destination() == other(number) && recorded.destinationPort() == otherPort(number);
        redirected += asSeen && recorded.source() == own(number) ? 0 : 1;
        PacketEnds.write(frame, own(number), other(number), ownPort(number), otherPort(number));
    }

    /** The answering end quotes what it saw. */
    private void redirectError(Frame frame, int quoted) {
        int flow = conversations.locateQuoted(frame, quoted);
        int number = flow >>> 1;
        if (flow == Conversations.NONE || (flow & 1) != 0 || !isTranslated(number)) {
            return;
        }
        redirected++;
        PacketEnds.writeQuoted(frame, quoted, other(number), own(number), otherPort(number), ownPort(number));
        PacketEnds.write(frame, own(number), other(number), 0, 0);
    }

    private boolean isTranslated(int number) {
        return store.get(number, VIEW_PORTS + 2) != 0;
    }

    private int own(int number) {
        return store.upper(number, VIEW_ADDRESSES + 2);
    }

    private int other(int number) {
        return store.lower(number, VIEW_ADDRESSES + 2);
    }

    private int ownPort(int number) {
        return store.lower(number, VIEW_PORTS + 2) >>> 16;
    }

    private int otherPort(int number) {
        return store.lower(number, VIEW_PORTS + 2) & 0xffff;
    }
}

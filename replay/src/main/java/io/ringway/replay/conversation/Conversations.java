package io.ringway.replay.conversation;

import static io.ringway.replay.conversation.ConversationStore.ADDRESSES;
import static io.ringway.replay.conversation.ConversationStore.BYTES;
import static io.ringway.replay.conversation.ConversationStore.DISORDERED;
import static io.ringway.replay.conversation.ConversationStore.ENDED;
import static io.ringway.replay.conversation.ConversationStore.EXPIRED;
import static io.ringway.replay.conversation.ConversationStore.FLAGS;
import static io.ringway.replay.conversation.ConversationStore.FRAMES;
import static io.ringway.replay.conversation.ConversationStore.INITIATOR_FIRST;
import static io.ringway.replay.conversation.ConversationStore.LOSS;
import static io.ringway.replay.conversation.ConversationStore.PACKETS;
import static io.ringway.replay.conversation.ConversationStore.PORTS;
import static io.ringway.replay.conversation.ConversationStore.REASON_MASK;
import static io.ringway.replay.conversation.ConversationStore.UPPER_ONE;
import static io.ringway.replay.conversation.ConversationStore.VIEW_ADDRESSES;
import static io.ringway.replay.conversation.ConversationStore.VIEW_PORTS;

import io.ringway.engine.core.Accounts;
import io.ringway.nat.rules.LastDrop;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import java.util.AbstractList;
import java.util.List;

/**
 * Accounts by conversation. A frame belongs to the conversation of the addresses that it was sent with; where NAT
 * changed them, the addresses that it arrived with become another name of the same conversation, so that the answers
 * find it. Flat arrays: nothing is allocated for a packet, and about 150 bytes for a conversation.
 *
 * <p>A frame carries its packet as a tag: conversation and sending end (upper half), number within that direction (lower half).
 */
public final class Conversations implements Accounts.FrameEnd {
    public static final int NONE = -1;

    private final ConversationStore store = new ConversationStore();
    private final FlowIndex byEnds = new FlowIndex(store, ADDRESSES, PORTS, -1L);
    private final FlowAliases aliases = new FlowAliases();
    private final FragmentFlows fragments = new FragmentFlows();
    private final FlowKey key = new FlowKey();
    private final Losses losses = new Losses();
    private BoundEnds bound;
    private RedirectedAnswers answers;

    /** From now on packets count as arrived where {@code ends} says so. */
    public void judgeBy(BoundEnds ends) {
        bound = ends;
    }

    /** From now on filed answers go to whom their side saw. */
    public void redirectBy(RedirectedAnswers redirected) {
        answers = redirected;
    }

    public ConversationStore store() {
        return store;
    }

    public Losses losses() {
        return losses;
    }

    /** What was read of the frame that was located or filed last. */
    public FlowKey key() {
        return key;
    }

    /** The frame's conversation and the end that sends it, as {@code 2 · number + end}; {@link #NONE} for a new one. */
    public int locate(Frame frame) {
        key.read(frame);
        if (key.isLaterFragment()) {
            int flow = fragments.find(key);
            if (flow != FragmentFlows.NONE) {
                return flow;
            }
        }
        return locateKey();
    }

    /** The same for the ends that {@link #key} holds. */
    private int locateKey() {
        int number = byEnds.find(key.addresses(), key.ports());
        if (number != NONE) {
            boolean initiatorFirst = (store.get(number, FLAGS) & INITIATOR_FIRST) != 0;
            return number << 1 | (key.ordered() == initiatorFirst ? 0 : 1);
        }
        int alias = aliases.isEmpty() ? FlowAliases.NONE : aliases.find(key.addresses(), key.ports());
        return alias == FlowAliases.NONE ? NONE : alias ^ (key.ordered() ? 1 : 0);
    }

    /** The same for a packet that is quoted in another one. */
    public int locateQuoted(Frame frame, int at) {
        key.readQuoted(frame, at);
        return locateKey();
    }

    /** Files the frame that is about to be injected; returns what {@link #locate} says of it from now on. */
    public int file(Frame frame) {
        int flow = locate(frame);
        if (flow == NONE) {
            flow = add() << 1;
        }
        int number = flow >>> 1;
        int end = flow & 1;
        if (key.isFirstFragment()) {
            fragments.remember(key, flow);
        }
        if (!key.isLaterFragment() || store.upper(number, PACKETS + end) == 0) {
            store.add(number, PACKETS + end, UPPER_ONE);
        }
        store.add(number, FRAMES + end, UPPER_ONE);
        store.add(number, BYTES + end, frame.length());
        frame.history().setTag((long) (flow + 1) << 32 | store.upper(number, PACKETS + end));
        if (answers != null) {
            answers.redirect(frame);
        }
        return flow;
    }

    private int add() {
        int number = store.add();
        store.set(number, ADDRESSES, key.addresses());
        store.set(number, PORTS, key.ports());
        store.set(number, FLAGS, key.ordered() ? INITIATOR_FIRST : 0);
        byEnds.put(number);
        return number;
    }

    /** @param rules where the namespace's rules keep which of them dropped the frame; null where they did not */
    public void dropped(Frame frame, String namespace, String where, DropReason reason, LastDrop rules) {
        long tag = frame.history().tag();
        if (tag == 0 || reason == DropReason.OTHERHOST) {
            return;
        }
        if (reason == DropReason.NO_SOCKET || reason == DropReason.IP_NOPROTO) {
            // It reached the stack that it was for; whether somebody listens there is the recorded host's affair.
            if (bound == null) {
                countArrival(tag);
            } else {
                arrived(frame, namespace);
            }
        } else if (bound != null && reason == DropReason.IP_INHDR && where.equals("forward")) {
            bound.expired(tag, losses.of(frame, namespace, where, reason, rules));
        } else if (isFirstLoss(tag)) {
            lose(tag, losses.of(frame, namespace, where, reason, rules));
        }
    }

    /** A packet ended on its way as it had done where it was captured: that is no loss. */
    public void expired(long tag) {
        int flow = (int) (tag >>> 32) - 1;
        store.add(flow >>> 1, EXPIRED, (flow & 1) == 0 ? UPPER_ONE : 1);
    }

    /** A packet was lost a while ago: before one of the same sender, and before an answer that was not sent for it. */
    public void lost(long tag, int cause) {
        int flow = (int) (tag >>> 32) - 1;
        int first = store.upper(flow >>> 1, LOSS);
        boolean sameSender = (first & 1) == (flow & 1);
        boolean earlier = sameSender
                ? lossOf(flow & 1, (int) tag) < first
                : losses.get(store.lower(flow >>> 1, LOSS)).namespace().isEmpty();
        if (isFirstLoss(tag) || (first != 0 && earlier)) {
            lose(tag, cause);
        }
    }

    @Override
    public void arrived(Frame frame, String namespace) {
        long tag = frame.history().tag();
        if (tag == 0 || bound == null) {
            return;
        }
        int flow = (int) (tag >>> 32) - 1;
        int cause = bound.arrived(flow, frame, namespace);
        if (cause == NONE) {
            countArrival(tag);
        } else if (isFirstLoss(tag)) {
            lose(tag, cause);
        }
    }

    /** Whether the frame, one of a capture, is its conversation's first. */
    public boolean isFirst(Frame frame) {
        int number = ((int) (frame.history().tag() >>> 32) - 1) >>> 1;
        return number >= 0 && store.upper(number, FRAMES) + store.upper(number, FRAMES + 1) == 1;
    }

    @Override
    public void ended(Frame frame, DropReason reason) {
        long tag = frame.history().tag();
        if (tag == 0) {
            return;
        }
        int number = ((int) (tag >>> 32) - 1) >>> 1;
        if (reason == null) {
            store.add(number, ENDED, UPPER_ONE);
            store.add(number, FLAGS, frame.history().translated() ? UPPER_ONE : 0);
            if (bound == null) {
                countArrival(tag);
            }
        } else if (reason != DropReason.OTHERHOST) {
            store.add(number, ENDED, 1);
            store.set(number, FLAGS, (store.get(number, FLAGS) & ~REASON_MASK) | (reason.ordinal() + 1));
        }
        if (bound != null) {
            bound.ended(tag, reason);
        } else if (frame.history().translated() && frame.length() > 0) {
            alsoKnownAs(frame, (int) (tag >>> 32) - 1);
        }
    }

    /** The ends that a translated packet has now are another name of its conversation. */
    private void alsoKnownAs(Frame frame, int flow) {
        key.read(frame);
        int number = flow >>> 1;
        if (key.isLaterFragment() || store.isNamed(number, key) || locateKey() != NONE) {
            return;
        }
        alsoKnownAs(flow, key.addresses(), key.ports(), key.ordered());
        if (store.get(number, VIEW_PORTS + 2) == 0) {
            store.set(number, VIEW_ADDRESSES + 2, FlowKey.pack(key.destination(), key.source()));
            store.set(number, VIEW_PORTS + 2, UPPER_ONE | (long) key.destinationPort() << 16 | key.sourcePort());
        }
    }

    /**
     * Packets between two ends that belong to no conversation yet are of a known one.
     *
     * @param flow whose packets those are that the first end of the two sends, if {@code ordered}, else the second
     */
    public void alsoKnownAs(int flow, long addresses, long ports, boolean ordered) {
        boolean initiatorFirst = ordered == ((flow & 1) == 0);
        aliases.put(addresses, ports, (flow & ~1) | (initiatorFirst ? 1 : 0));
    }

    /** Copies of a packet that has arrived are not counted again. */
    private void countArrival(long tag) {
        int flow = (int) (tag >>> 32) - 1;
        int number = flow >>> 1;
        int end = flow & 1;
        int last = store.lower(number, FRAMES + end);
        int packet = (int) tag;
        if (packet == last) {
            return;
        }
        store.add(number, PACKETS + end, 1);
        if (packet < last) {
            store.setFlags(number, DISORDERED);
        } else {
            store.setLower(number, FRAMES + end, packet);
        }
        if (store.upper(number, LOSS) == lossOf(end, packet)) {
            store.set(number, LOSS, 0);
        }
    }

    /** Whether nothing was lost before, and this packet has not arrived in another copy. */
    private boolean isFirstLoss(long tag) {
        int flow = (int) (tag >>> 32) - 1;
        return store.upper(flow >>> 1, LOSS) == 0 && store.lower(flow >>> 1, FRAMES + (flow & 1)) != (int) tag;
    }

    private void lose(long tag, int cause) {
        int flow = (int) (tag >>> 32) - 1;
        store.set(flow >>> 1, LOSS, (long) lossOf(flow & 1, (int) tag) << 32 | cause);
    }

    private static int lossOf(int end, int packet) {
        return packet << 1 | end;
    }

    /** A packet that was filed is not sent, for that cause. */
    public void notSent(Frame frame, int cause) {
        if (isFirstLoss(frame.history().tag())) {
            lose(frame.history().tag(), cause);
        }
    }

    /** In the order of their first frames; each is made when it is asked for. */
    public List<Conversation> all() {
        return new AbstractList<>() {
            @Override
            public Conversation get(int number) {
                return new Conversation(store, number, losses, bound);
            }

            @Override
            public int size() {
                return store.size();
            }
        };
    }
}

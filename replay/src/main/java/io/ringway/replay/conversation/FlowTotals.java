package io.ringway.replay.conversation;

/**
 * How many conversations have addresses, which is a flow to tcpreplay, and how many frames these sent so far.
 *
 * @param frames fragments counted
 */
public record FlowTotals(int flows, long frames) {
    public static FlowTotals of(Conversations conversations) {
        ConversationStore store = conversations.store();
        int flows = 0;
        long frames = 0;
        for (int i = 0; i < store.size(); i++) {
            if (FlowKey.protocolOf(store.get(i, ConversationStore.PORTS)) < FlowKey.ARP) {
                flows++;
                frames += store.upper(i, ConversationStore.FRAMES) + store.upper(i, ConversationStore.FRAMES + 1);
            }
        }
        return new FlowTotals(flows, frames);
    }
}

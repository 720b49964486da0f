package io.ringway.replay.conversation;

import io.ringway.packet.DropReason;

/** What went to and fro between two ends, by whichever addresses they knew each other; as it stood when it was asked for. */
public final class Conversation {
    /** Number and sender of the first packet that did not arrive, with the cause. */
    public record Lost(boolean fromInitiator, int packet, Loss loss) {}

    private static final Loss DISORDER = new Loss("", "", "", "a packet arrived behind a later one", null);
    private static final Loss WAITING = new Loss("", "", "", "still on its way when the replay ended", null);

    private final int protocol;
    private final long addresses;
    private final long ports;
    private final long[] viewAddresses = new long[2];
    private final long[] viewPorts = new long[2];
    private final String[] hosts = {"", ""};
    private final int[] packets = new int[2];
    private final int[] arrived = new int[2];
    private final int[] expired = new int[2];
    private final int[] frames = new int[2];
    private final long[] bytes = new long[2];
    private final long ended;
    private final long flags;
    private final Lost lost;

    Conversation(ConversationStore store, int number, Losses losses, BoundEnds bound) {
        flags = store.get(number, ConversationStore.FLAGS);
        boolean inOrder = (flags & ConversationStore.INITIATOR_FIRST) != 0;
        long keyAddresses = store.get(number, ConversationStore.ADDRESSES);
        long keyPorts = store.get(number, ConversationStore.PORTS);
        protocol = FlowKey.protocolOf(keyPorts);
        addresses = inOrder ? keyAddresses : Long.rotateLeft(keyAddresses, 32);
        ports = inOrder ? keyPorts & 0xffff_ffffL : (keyPorts >>> 16 & 0xffff) | (keyPorts & 0xffff) << 16;
        for (int end = 0; end < 2; end++) {
            packets[end] = store.upper(number, ConversationStore.PACKETS + end);
            arrived[end] = store.lower(number, ConversationStore.PACKETS + end);
            frames[end] = store.upper(number, ConversationStore.FRAMES + end);
            bytes[end] = store.get(number, ConversationStore.BYTES + end);
            viewAddresses[end] = store.get(number, ConversationStore.VIEW_ADDRESSES + 2 * end);
            viewPorts[end] = store.get(number, ConversationStore.VIEW_PORTS + 2 * end);
            hosts[end] = bound == null ? "" : bound.hostName(number, end);
        }
        expired[0] = store.upper(number, ConversationStore.EXPIRED);
        expired[1] = store.lower(number, ConversationStore.EXPIRED);
        ended = store.get(number, ConversationStore.ENDED);
        lost = lost(store.get(number, ConversationStore.LOSS), losses);
    }

    private Lost lost(long recorded, Losses losses) {
        int packet = (int) (recorded >>> 33);
        if (packet != 0) {
            return new Lost((recorded >>> 32 & 1) == 0, packet, losses.get((int) recorded));
        }
        for (int end = 0; end < 2; end++) {
            if (arrived[end] + expired[end] < packets[end]) {
                return new Lost(end == 0, arrived[end] + 1, WAITING);
            }
        }
        return (flags & ConversationStore.DISORDERED) == 0 ? null : new Lost(true, 0, DISORDER);
    }

    /** tcp, udp, icmp, arp, ip/N or other. */
    public String protocol() {
        return FlowKey.protocolName(protocol);
    }

    public int protocolNumber() {
        return protocol;
    }

    public int initiatorAddress() {
        return (int) (addresses >>> 32);
    }

    public int responderAddress() {
        return (int) addresses;
    }

    public int initiatorPort() {
        return (int) (ports >>> 16) & 0xffff;
    }

    public int responderPort() {
        return (int) ports & 0xffff;
    }

    /** Address and port of the end that was seen to send first, as it sent. */
    public String initiator() {
        return end(initiatorAddress(), initiatorPort());
    }

    public String responder() {
        return end(responderAddress(), responderPort());
    }

    /** The ends on arrival of the first translated frame; "" where nothing was translated. */
    public String initiatorOnArrival() {
        return viewPorts[1] == 0 ? "" : otherEnd(1);
    }

    public String responderOnArrival() {
        return viewPorts[1] == 0 ? "" : ownEnd(1);
    }

    /** The initiator's namespace, where the capture's hosts are bound to the model's; "" elsewhere. */
    public String initiatorHost() {
        return hosts[0];
    }

    /** The namespace where the initiator's packets arrived; the one that they were meant for where none did. */
    public String responderHost() {
        return hosts[1];
    }

    /** Both ends in the model as the initiator sees them, itself first. */
    public String tupleAtInitiator() {
        return viewPorts[0] == 0 ? initiator() + " > " + responder() : ownEnd(0) + " > " + otherEnd(0);
    }

    /** Both ends in the model as the responder sees them, the initiator first; "" where nothing arrived. */
    public String tupleAtResponder() {
        if (viewPorts[1] != 0) {
            return otherEnd(1) + " > " + ownEnd(1);
        }
        return arrived[0] == 0 ? "" : tupleAtInitiator();
    }

    private String ownEnd(int end) {
        return end((int) (viewAddresses[end] >>> 32), (int) (viewPorts[end] >>> 16) & 0xffff);
    }

    private String otherEnd(int end) {
        return end((int) viewAddresses[end], (int) viewPorts[end] & 0xffff);
    }

    private String end(int address, int port) {
        return FlowKey.text(protocol, address, port);
    }

    /** Packets that the initiator sent, and those of them that arrived; a packet in fragments is one. */
    public int packetsOfInitiator() {
        return packets[0];
    }

    public int packetsOfResponder() {
        return packets[1];
    }

    public int arrivedOfInitiator() {
        return arrived[0];
    }

    public int arrivedOfResponder() {
        return arrived[1];
    }

    /** Packets of the initiator whose time to live ended on the way, in the capture and in the model. */
    public int expiredOfInitiator() {
        return expired[0];
    }

    public int expiredOfResponder() {
        return expired[1];
    }

    public long bytesOfInitiator() {
        return bytes[0];
    }

    public long bytesOfResponder() {
        return bytes[1];
    }

    public Verdict verdict() {
        if (lost == null) {
            return Verdict.COMPLETE;
        }
        return lost.fromInitiator() && lost.packet() == 1 ? Verdict.NEVER_STARTED : Verdict.CUT;
    }

    /** What was lost first; null for a complete conversation. */
    public Lost lost() {
        return lost;
    }

    public long frames() {
        return (long) frames[0] + frames[1];
    }

    public long bytes() {
        return bytes[0] + bytes[1];
    }

    public long delivered() {
        return ended >>> 32;
    }

    public long dropped() {
        return (int) ended;
    }

    public long translated() {
        return flags >>> 32;
    }

    /** Kernel name of the reason of the last drop, "" without one. */
    public String lastDropReason() {
        int reason = (int) flags & ConversationStore.REASON_MASK;
        return reason == 0 ? "" : DropReason.values()[reason - 1].kernelName();
    }
}

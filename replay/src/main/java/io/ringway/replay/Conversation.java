package io.ringway.replay;

/** What went to and fro between two ends, by whichever addresses they knew each other. */
public final class Conversation {
    private final String protocol;
    private final String initiator;
    private final String responder;
    private String responderSeen = "";
    private String initiatorSeen = "";
    private long frames;
    private long bytes;
    private long delivered;
    private long dropped;
    private long translated;
    private String lastDropReason = "";

    Conversation(String protocol, String initiator, String responder) {
        this.protocol = protocol;
        this.initiator = initiator;
        this.responder = responder;
    }

    void injected(int lengthBytes) {
        frames++;
        bytes += lengthBytes;
    }

    void delivered(boolean wasTranslated) {
        delivered++;
        translated += wasTranslated ? 1 : 0;
    }

    void dropped(String reason) {
        dropped++;
        lastDropReason = reason;
    }

    /** Remembers the first translated packet's ends as they arrived. */
    void arrivedAs(String source, String destination) {
        if (initiatorSeen.isEmpty()) {
            initiatorSeen = source;
            responderSeen = destination;
        }
    }

    /** tcp, udp, icmp, arp, ip/N or other. */
    public String protocol() {
        return protocol;
    }

    /** Address and port of the end that was seen to send first, as it sent. */
    public String initiator() {
        return initiator;
    }

    public String responder() {
        return responder;
    }

    /** The ends on arrival of the first translated frame; "" where nothing was translated. */
    public String initiatorOnArrival() {
        return initiatorSeen;
    }

    public String responderOnArrival() {
        return responderSeen;
    }

    public long frames() {
        return frames;
    }

    public long bytes() {
        return bytes;
    }

    public long delivered() {
        return delivered;
    }

    public long dropped() {
        return dropped;
    }

    public long translated() {
        return translated;
    }

    /** Kernel name of the reason of the last drop, "" without one. */
    public String lastDropReason() {
        return lastDropReason;
    }
}

package io.ringway.replay.binding;

/** Somebody has said in a conversation to which end of his the other one is to open a connection. */
final class Announcement {
    /** The conversation, and which end of it says so. */
    final int number;

    final int end;

    /** Of the connection to come. */
    final int protocol;

    /** Both ends by their addresses in the capture. */
    final int teller;

    final int hearer;

    /** The address that it names, 0 for none. */
    private final int said;

    /** The segment that says so: where it begins, and how long its payload is. */
    final int sequence;

    final int bytes;

    private boolean heard;
    private int heardAddress;
    private int heardPort;

    Announcement(int number, int end, int protocol, int teller, int hearer, int said, int sequence, int bytes) {
        this.number = number;
        this.end = end;
        this.protocol = protocol;
        this.teller = teller;
        this.hearer = hearer;
        this.said = said;
        this.sequence = sequence;
        this.bytes = bytes;
    }

    /** It has reached the other end, which read this. */
    void hear(int address, int port) {
        heard = true;
        heardAddress = address;
        heardPort = port;
    }

    /** Whether it names the teller's own address; the other end calls that one in any case, or it would not be announced. */
    boolean isTrue() {
        return said == teller;
    }

    boolean isHeard() {
        return heard;
    }

    int heardAddress() {
        return heardAddress;
    }

    int heardPort() {
        return heardPort;
    }

    /** Two segments of the same bytes: one was sent again. */
    boolean isSameLine(Announcement other) {
        return number == other.number && end == other.end && bytes != 0 && sequence == other.sequence;
    }
}

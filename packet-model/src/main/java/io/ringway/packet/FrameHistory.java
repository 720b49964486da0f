package io.ringway.packet;

/** Where a frame comes from and what happened to it, as far as the model remembers it and the kernel does not. */
public final class FrameHistory {
    private long id;
    private long tag;
    private boolean translated;
    private boolean linkless;
    private boolean deferred;
    private int missingBytes;
    private CapturedWay capturedWay = CapturedWay.UNKNOWN;
    private int capturedIfindex;

    /** A bit for each layer, the outermost in bit 0: whether the model made that packet. */
    private int originated;

    private byte wraps;

    FrameHistory() {}

    void reset() {
        id = 0;
        tag = 0;
        translated = false;
        linkless = false;
        deferred = false;
        missingBytes = 0;
        capturedWay = CapturedWay.UNKNOWN;
        capturedIfindex = 0;
        originated = 0;
        wraps = 0;
    }

    void copy(FrameHistory other) {
        id = other.id;
        tag = other.tag;
        translated = other.translated;
        linkless = other.linkless;
        deferred = other.deferred;
        missingBytes = other.missingBytes;
        capturedWay = other.capturedWay;
        capturedIfindex = other.capturedIfindex;
        originated = other.originated;
        wraps = other.wraps;
    }

    /** Number of the injected frame that this one is, or was caused by; 0 when a timer or a command caused it. */
    public long id() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    /** What the injector recognises the frame by; copies carry it, the model never looks at it. */
    public long tag() {
        return tag;
    }

    public void setTag(long tag) {
        this.tag = tag;
    }

    /** Whether NAT rewrote any address or port of this packet on its way. */
    public boolean translated() {
        return translated;
    }

    public void setTranslated() {
        translated = true;
    }

    /** Whether it was captured without the addresses of an Ethernet header. */
    public boolean isLinkless() {
        return linkless;
    }

    public void setLinkless() {
        linkless = true;
    }

    /** Whether it waited for a work queue, which the kernel may run on another processor in the meantime. */
    public boolean isDeferred() {
        return deferred;
    }

    public void setDeferred() {
        deferred = true;
    }

    /** How many bytes at its end the capture does not hold, because of a snapshot length. */
    public int missingBytes() {
        return missingBytes;
    }

    public void setMissingBytes(int bytes) {
        missingBytes = bytes;
    }

    /** Which way it went where it was captured. */
    public CapturedWay capturedWay() {
        return capturedWay;
    }

    public void setCapturedWay(CapturedWay way) {
        capturedWay = way;
    }

    /**
     * The number of the interface where it was captured, as the machine had it; below 0 one that only the capture counts so; 0
     * where it does not tell.
     */
    public int capturedIfindex() {
        return capturedIfindex;
    }

    public void setCapturedIfindex(int ifindex) {
        capturedIfindex = ifindex;
    }

    /** Whether the model itself made this packet, so that its IP ID is the model's choice. */
    public boolean originated() {
        return (originated & 1) != 0;
    }

    public void setOriginated() {
        originated |= 1;
    }

    /** The packet became the payload of one that the model made around it. */
    public void wrapped() {
        originated = originated << 1 | 1;
        wraps++;
    }

    /** The payload stands alone again. */
    public void unwrapped() {
        originated >>>= 1;
        wraps--;
    }

    /** How many encapsulations of the model are around the innermost packet. */
    public int wraps() {
        return wraps;
    }

    /** Whether the packet inside an encapsulation is one that the model made. */
    public boolean innerOriginated() {
        return (originated & 2) != 0;
    }
}

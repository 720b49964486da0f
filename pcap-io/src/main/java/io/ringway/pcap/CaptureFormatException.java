package io.ringway.pcap;

import java.io.IOException;

/**
 * A capture that cannot be read on: not a capture at all, a format or link type that cannot be replayed, or damage.
 * The message is one line and names the capture; frames delivered before it was thrown are whole.
 */
public final class CaptureFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long byteOffset;

    CaptureFormatException(String capture, long byteOffset, String found) {
        super(capture + ": " + found);
        this.byteOffset = byteOffset;
    }

    /** Where the offending header, block or record begins. */
    public long byteOffset() {
        return byteOffset;
    }
}

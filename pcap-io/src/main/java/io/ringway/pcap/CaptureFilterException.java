package io.ringway.pcap;

import java.io.IOException;

/** A filter that libpcap does not understand, or a libpcap that is not there. */
public final class CaptureFilterException extends IOException {
    private static final long serialVersionUID = 1L;

    CaptureFilterException(String message, Throwable cause) {
        super(message, cause);
    }
}

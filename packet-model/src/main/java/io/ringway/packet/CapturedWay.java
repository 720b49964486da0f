package io.ringway.packet;

/** Which way a frame went where it was captured, as far as the capture tells. */
public enum CapturedWay {
    UNKNOWN,
    SENT,
    RECEIVED
}

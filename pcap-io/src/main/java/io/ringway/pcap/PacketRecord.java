package io.ringway.pcap;

import io.ringway.packet.CapturedWay;

/** The packet that a format found last, whole in the input's buffer; overwritten by the next one. */
final class PacketRecord {
    /** Counts from 1. */
    long number;

    long timestampNs;

    /** What the packet begins with. */
    LinkLayer link = LinkLayer.ETHERNET;

    /** Its number in the capture. */
    int linkType = LinkType.ETHERNET;

    /** As the capture says beside the packet. */
    CapturedWay way = CapturedWay.UNKNOWN;

    /** Which of the capture's interfaces it was captured at, from 1; 0 where the capture has but one. */
    int interfaceNumber;

    /** Where the link layer's header begins in the input's buffer. */
    int dataIndex;

    /** Without a frame check sequence. */
    int capturedBytes;

    /** On the wire, unsigned 32 bits, without a frame check sequence. */
    long originalBytes;

    /** Index in the input's buffer behind the record. */
    int endIndex;

    /** Takes lengths as recorded, and cuts off the frame check sequence or what the snapshot length left of it. */
    void setLengths(int captured, long original, int fcsBytes) {
        originalBytes = Math.max(0, original - fcsBytes);
        capturedBytes = fcsBytes == 0 ? captured : (int) Math.min(captured, originalBytes);
    }

    /** Bytes of the frame that it becomes. */
    int frameBytes() {
        return capturedBytes + link.growth();
    }

    boolean isSnapped() {
        return capturedBytes < originalBytes;
    }
}

package io.ringway.pcap;

import java.io.IOException;
import java.nio.ByteOrder;

/**
 * Classic pcap (draft-ietf-opsawg-pcap), in either byte order, with microseconds or nanoseconds.
 *
 * <pre>
 *   file:    magic 4 | major 2 | minor 2 | reserved 8 | snaplen 4 | FCS words 4 bits, R, P, reserved 10, link type 16
 *   record:  seconds 4 | fraction 4 | captured 4 | original 4 | captured bytes
 * </pre>
 */
final class PcapFormat implements RecordFormat {
    static final int MICROSECOND_MAGIC = 0xa1b2c3d4;
    static final int NANOSECOND_MAGIC = 0xa1b23c4d;
    static final int FILE_HEADER_BYTES = 24;
    static final int RECORD_HEADER_BYTES = 16;

    private static final int FCS_LENGTH_PRESENT = 0x0400_0000;

    private final CaptureInput input;
    private final int fractionNs;
    private final int fcsBytes;
    private final int linkType;
    private final LinkLayer link;

    /** Reads the file header; the input stands at its magic, which was recognized. */
    PcapFormat(CaptureInput input) throws IOException {
        this.input = input;
        if (!input.require(FILE_HEADER_BYTES)) {
            throw input.refuse(
                    0, "ends inside its file header: " + input.available() + " of " + FILE_HEADER_BYTES + " bytes");
        }
        input.setOrder(ByteOrder.BIG_ENDIAN);
        int magic = input.buffer.getInt(0);
        if (magic != MICROSECOND_MAGIC && magic != NANOSECOND_MAGIC) {
            input.setOrder(ByteOrder.LITTLE_ENDIAN);
            magic = input.buffer.getInt(0);
        }
        fractionNs = magic == NANOSECOND_MAGIC ? 1 : 1000;
        int major = input.u16(4);
        if (major != 2) {
            throw input.refuse(4, "pcap version " + major + "." + input.u16(6) + ", where only 2.x is known");
        }
        int network = input.buffer.getInt(20);
        linkType = network & 0xffff;
        link = LinkLayer.of(linkType);
        if (link == null) {
            throw input.refuse(20, LinkType.refusal(linkType));
        }
        fcsBytes = (network & FCS_LENGTH_PRESENT) == 0 ? 0 : (network >>> 28) * 2;
        input.index = FILE_HEADER_BYTES;
    }

    int linkType() {
        return linkType;
    }

    @Override
    public boolean advance(PacketRecord record) throws IOException {
        if (!input.require(RECORD_HEADER_BYTES)) {
            return input.available() > 0 && input.cutOff(record, input.offset(), RECORD_HEADER_BYTES);
        }
        long length = input.u32(input.index + 8);
        input.checkLength(record, length);
        int captured = (int) length;
        int bytes = RECORD_HEADER_BYTES + captured;
        if (!input.require(bytes)) {
            return input.cutOff(record, input.offset(), bytes);
        }
        int at = input.index;
        record.number++;
        record.link = link;
        record.linkType = linkType;
        record.timestampNs = input.u32(at) * 1_000_000_000L + input.u32(at + 4) * fractionNs;
        record.dataIndex = at + RECORD_HEADER_BYTES;
        record.endIndex = at + bytes;
        record.setLengths(captured, input.u32(at + 12), fcsBytes);
        return true;
    }
}

package io.ringway.pcap;

import io.ringway.packet.CapturedWay;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * pcapng (draft-ietf-opsawg-pcapng): sections, each with its byte order and its interfaces; packets among other blocks.
 *
 * <pre>
 *   block:     type 4 | length 4 | body, padded to 4 bytes | length 4
 *   section:   body = byte order magic 4 | major 2 | minor 2 | section length 8 | options
 *   enhanced:  body = interface 4            | time high 4 | time low 4 | captured 4 | original 4 | data | options
 *   obsolete:  body = interface 2 | drops 2  | time high 4 | time low 4 | captured 4 | original 4 | data | options
 *   simple:    body = original 4 | data
 * </pre>
 *
 * A link type that cannot be replayed is refused at the first packet that has it: tools declare interfaces that never
 * see one. The packet of a simple block, which has no time, takes that of the packet before.
 */
final class PcapngFormat implements RecordFormat {
    static final int SECTION_HEADER = 0x0a0d0d0a;

    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int OBSOLETE_PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;

    private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
    private static final int SECTION_MIN_BYTES = 28;
    private static final int BLOCK_MIN_BYTES = 12;
    private static final int MAX_INTERFACES = 1 << 16;

    /** Type, length, interface, time, captured, original. */
    private static final int PACKET_HEADER_BYTES = 28;

    /** Type, length, original. */
    private static final int SIMPLE_HEADER_BYTES = 12;

    private static final int EPB_FLAGS = 2;

    private final CaptureInput input;
    private final List<PcapngInterface> interfaces = new ArrayList<>();

    /** Reads the first section's header; the input stands at its type. */
    PcapngFormat(CaptureInput input) throws IOException {
        this.input = input;
        if (!startSection(new PacketRecord())) {
            throw input.refuse(0, "ends inside its first section header");
        }
    }

    @Override
    public boolean advance(PacketRecord record) throws IOException {
        while (input.require(8)) {
            int type = input.buffer.getInt(input.index);
            switch (type) {
                case ENHANCED_PACKET:
                case OBSOLETE_PACKET:
                    return packet(record, type == ENHANCED_PACKET);
                case SIMPLE_PACKET:
                    return simplePacket(record);
                case INTERFACE_DESCRIPTION:
                    if (!declareInterface(record)) {
                        return false;
                    }
                    break;
                case SECTION_HEADER:
                    if (!startSection(record)) {
                        return false;
                    }
                    break;
                default:
                    if (!skipBlock(record, BLOCK_MIN_BYTES)) {
                        return false;
                    }
                    break;
            }
        }
        return input.available() > 0 && input.cutOff(record, input.offset(), 8);
    }

    static int padded(int bytes) {
        return bytes + 3 & ~3;
    }

    private boolean startSection(PacketRecord record) throws IOException {
        if (!input.require(16)) {
            return input.cutOff(record, input.offset(), 16);
        }
        ByteBuffer buffer = input.buffer;
        int at = input.index;
        input.setOrder(ByteOrder.BIG_ENDIAN);
        if (buffer.getInt(at + 8) != BYTE_ORDER_MAGIC) {
            input.setOrder(ByteOrder.LITTLE_ENDIAN);
        }
        if (buffer.getInt(at + 8) != BYTE_ORDER_MAGIC) {
            throw input.damaged(record, "a section header without pcapng's byte order magic");
        }
        if (input.u16(at + 12) != 1) {
            throw input.refuse(
                    input.offset(),
                    "pcapng version " + input.u16(at + 12) + "." + input.u16(at + 14) + ", where only 1.x is known");
        }
        interfaces.clear();
        return skipBlock(record, SECTION_MIN_BYTES);
    }

    private boolean declareInterface(PacketRecord record) throws IOException {
        int bytes = wholeBlock(record, PcapngInterface.MIN_BYTES);
        if (bytes < 0) {
            return false;
        }
        if (interfaces.size() == MAX_INTERFACES) {
            throw input.damaged(record, "more than " + MAX_INTERFACES + " interfaces in a section");
        }
        interfaces.add(PcapngInterface.read(input, bytes));
        input.index += bytes;
        return true;
    }

    private boolean packet(PacketRecord record, boolean enhanced) throws IOException {
        int bytes = wholeBlock(record, PACKET_HEADER_BYTES + 4);
        if (bytes < 0) {
            return false;
        }
        int at = input.index;
        PcapngInterface source = source(record, enhanced ? input.buffer.getInt(at + 8) : input.u16(at + 8));
        long captured = input.u32(at + 20);
        if (captured > bytes - PACKET_HEADER_BYTES - 4) {
            throw input.damaged(record, captured + " captured bytes in a block of " + bytes);
        }
        int options = at + PACKET_HEADER_BYTES + padded((int) captured);
        int end = at + bytes;
        int flags = flags(options, end - 4);
        int fcsBytes = (flags >>> 5 & 0xf) == 0 ? source.fcsBytes() : flags >>> 5 & 0xf;
        record.way = way(flags & 3);
        input.checkLength(record, captured);
        record.number++;
        record.timestampNs = source.clock().toNs(input.u32(at + 12) << 32 | input.u32(at + 16));
        record.dataIndex = at + PACKET_HEADER_BYTES;
        record.endIndex = end;
        record.setLengths((int) captured, input.u32(at + 24), fcsBytes);
        return true;
    }

    private boolean simplePacket(PacketRecord record) throws IOException {
        int bytes = wholeBlock(record, SIMPLE_HEADER_BYTES + 4);
        if (bytes < 0) {
            return false;
        }
        int at = input.index;
        PcapngInterface source = source(record, 0);
        long original = input.u32(at + 8);
        long captured = source.snaplen() == 0 ? original : Math.min(original, source.snaplen());
        if (captured > bytes - SIMPLE_HEADER_BYTES - 4) {
            throw input.damaged(record, captured + " captured bytes in a block of " + bytes);
        }
        input.checkLength(record, captured);
        record.number++;
        record.way = CapturedWay.UNKNOWN;
        record.dataIndex = at + SIMPLE_HEADER_BYTES;
        record.endIndex = at + bytes;
        record.setLengths((int) captured, original, source.fcsBytes());
        return true;
    }

    /** The word of flags among a packet's options, 0 where there is none. */
    private int flags(int options, int end) {
        int flags = options < end ? PcapngOptions.find(input, options, end, EPB_FLAGS, 4) : -1;
        return flags < 0 ? 0 : input.buffer.getInt(flags);
    }

    private static CapturedWay way(int bits) {
        return switch (bits) {
            case 1 -> CapturedWay.RECEIVED;
            case 2 -> CapturedWay.SENT;
            default -> CapturedWay.UNKNOWN;
        };
    }

    private PcapngInterface source(PacketRecord record, int number) throws CaptureFormatException {
        if (Integer.compareUnsigned(number, interfaces.size()) >= 0) {
            throw input.damaged(
                    record, "a packet of interface " + Integer.toUnsignedString(number) + ", which was not declared");
        }
        PcapngInterface source = interfaces.get(number);
        if (source.link() == null) {
            String name = source.name() == null ? "" : " (" + source.name() + ")";
            throw input.refuse(
                    input.offset(),
                    "frame " + (record.number + 1) + ", at byte " + input.offset() + ", is from interface " + number
                            + name + " with " + LinkType.refusal(source.linkType()));
        }
        record.link = source.link();
        record.linkType = source.linkType();
        record.interfaceNumber = number + 1;
        return source;
    }

    /** The length of the block at the index once it is in the buffer as a whole, -1 when it is cut off. */
    private int wholeBlock(PacketRecord record, int minBytes) throws IOException {
        long length = blockLength(record, minBytes);
        if (length > CaptureInput.WINDOW_BYTES) {
            throw input.damaged(record, "a packet or interface block of " + length + " bytes");
        }
        int bytes = (int) length;
        if (!input.require(bytes)) {
            input.cutOff(record, input.offset(), length);
            return -1;
        }
        checkTrailer(record, input.offset(), length, input.u32(input.index + bytes - 4));
        return bytes;
    }

    /** Consumes the block at the index, which may be of any size; false when it is cut off. */
    private boolean skipBlock(PacketRecord record, int minBytes) throws IOException {
        long length = blockLength(record, minBytes);
        long start = input.offset();
        if (!input.skip(length - 4) || !input.require(4)) {
            return input.cutOff(record, start, length);
        }
        checkTrailer(record, start, length, input.u32(input.index));
        input.index += 4;
        return true;
    }

    private long blockLength(PacketRecord record, int minBytes) throws CaptureFormatException {
        long length = input.u32(input.index + 4);
        if (length < minBytes || (length & 3) != 0) {
            throw input.damaged(record, "a block of type " + input.u32(input.index) + " with length " + length);
        }
        return length;
    }

    private void checkTrailer(PacketRecord record, long start, long length, long trailer)
            throws CaptureFormatException {
        if (trailer != length) {
            throw input.damaged(
                    record, start, "a block with length " + length + " at its head and " + trailer + " at its end");
        }
    }
}

package io.ringway.pcap;

import io.ringway.packet.CapturedWay;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Writes a pcapng of one section (draft-ietf-opsawg-pcapng): interfaces with names, frames with direction and comments,
 * names of hosts, statistics. Little endian, Ethernet, times in nanoseconds.
 *
 * <p>As with {@link PcapWriter}, the file appears at {@link #commit} or not at all, and the same calls make the same bytes.
 *
 * <pre>
 *   option: code 2 | length 2 | value, padded to 4 bytes
 * </pre>
 */
public final class PcapngWriter implements Closeable {
    private static final int SECTION_HEADER = 0x0a0d0d0a;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int NAME_RESOLUTION = 4;
    private static final int INTERFACE_STATISTICS = 5;
    private static final int ENHANCED_PACKET = 6;

    private static final int OPT_COMMENT = 1;
    private static final int SHB_HARDWARE = 2;
    private static final int SHB_OS = 3;
    private static final int SHB_USERAPPL = 4;
    private static final int IF_NAME = 2;
    private static final int IF_DESCRIPTION = 3;
    private static final int IF_MACADDR = 6;
    private static final int IF_TSRESOL = 9;
    private static final int EPB_FLAGS = 2;
    private static final int ISB_STARTTIME = 2;
    private static final int ISB_ENDTIME = 3;
    private static final int ISB_IFRECV = 4;
    private static final int ISB_IFDROP = 5;
    private static final int NRB_RECORD_IPV4 = 1;

    private static final int NANOSECONDS = 9;
    private static final int MAX_COMMENTS = 16;
    private static final int MAX_TEXT_BYTES = 4096;
    private static final int NAMES_BLOCK_BYTES = 1 << 15;

    private final CaptureOutput output;
    private final ByteBuffer chunk;
    private int interfaces;
    private long frames;

    /** Where the block that is being written begins and ends. */
    private int blockStart;

    private int at;

    private PcapngWriter(CaptureTarget target) {
        output = new CaptureOutput(target);
        chunk = output.chunk;
    }

    /**
     * Begins the file with its section.
     *
     * @param application what wrote it, with its version
     */
    public static PcapngWriter create(Path file, String hardware, String os, String application) throws IOException {
        PcapngWriter writer = new PcapngWriter(CaptureTarget.open(file));
        byte[][] texts = {utf8(hardware), utf8(os), utf8(application)};
        writer.begin(SECTION_HEADER, 16 + options(texts));
        writer.i32(0x1a2b3c4d);
        writer.i32(1);
        writer.i64(-1);
        writer.option(SHB_HARDWARE, texts[0]);
        writer.option(SHB_OS, texts[1]);
        writer.option(SHB_USERAPPL, texts[2]);
        writer.endOptions();
        writer.end();
        return writer;
    }

    /**
     * Describes one more interface.
     *
     * @param mac in the low 48 bits
     * @return its number in this file
     */
    public int addInterface(String name, String description, long mac) throws IOException {
        byte[][] texts = {utf8(name), utf8(description)};
        begin(INTERFACE_DESCRIPTION, 8 + options(texts) + 12 + 8);
        i32(LinkType.ETHERNET);
        i32(PcapWriter.SNAPLEN);
        option(IF_NAME, texts[0]);
        option(IF_DESCRIPTION, texts[1]);
        byte[] address = new byte[6];
        for (int i = 0; i < 6; i++) {
            address[i] = (byte) (mac >>> (40 - 8 * i));
        }
        option(IF_MACADDR, address);
        option(IF_TSRESOL, new byte[] {NANOSECONDS});
        endOptions();
        end();
        return interfaces++;
    }

    /** The names of IPv4 addresses, in the order of the map. */
    public void names(Map<Integer, List<String>> names) throws IOException {
        ByteBuffer records = ByteBuffer.allocate(NAMES_BLOCK_BYTES).order(chunk.order());
        for (Map.Entry<Integer, List<String>> entry : names.entrySet()) {
            byte[] text = utf8(String.join("\0", entry.getValue()) + "\0");
            text[text.length - 1] = 0;
            if (records.remaining() < 8 + PcapngFormat.padded(text.length + 4)) {
                namesBlock(records);
            }
            records.putShort((short) NRB_RECORD_IPV4).putShort((short) (4 + text.length));
            records.putInt(Integer.reverseBytes(entry.getKey())).put(text);
            records.position(PcapngFormat.padded(records.position()));
        }
        if (records.position() > 0) {
            namesBlock(records);
        }
    }

    private void namesBlock(ByteBuffer records) throws IOException {
        byte[] bytes = new byte[records.position()];
        records.get(0, bytes);
        begin(NAME_RESOLUTION, bytes.length + 4);
        chunk.put(at, bytes);
        at += bytes.length;
        i32(0);
        end();
        records.clear().put(new byte[records.capacity()]).clear();
    }

    /**
     * One frame.
     *
     * @param comments those beyond the sixteenth, and what is longer than 4 KiB, are cut off
     */
    public void write(int number, long timestampNs, byte[] frame, CapturedWay way, List<String> comments)
            throws IOException {
        byte[][] texts = new byte[Math.min(MAX_COMMENTS, comments.size())][];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = utf8(comments.get(i));
        }
        int data = PcapngFormat.padded(frame.length);
        begin(ENHANCED_PACKET, 20 + data + options(texts) + 8);
        i32(number);
        time(timestampNs);
        i32(frame.length);
        i32(frame.length);
        chunk.putInt(at + Math.max(0, data - 4), 0);
        chunk.put(at, frame);
        at += data;
        for (byte[] text : texts) {
            option(OPT_COMMENT, text);
        }
        chunk.putShort(at, (short) EPB_FLAGS);
        chunk.putShort(at + 2, (short) 4);
        at += 4;
        i32(way == CapturedWay.RECEIVED ? 1 : way == CapturedWay.SENT ? 2 : 0);
        endOptions();
        end();
        frames++;
    }

    /** What an interface saw from one time to another. */
    public void statistics(int number, long startNs, long endNs, long seen) throws IOException {
        begin(INTERFACE_STATISTICS, 12 + 4 * 12 + 4);
        i32(number);
        time(endNs);
        timeOption(ISB_STARTTIME, startNs);
        timeOption(ISB_ENDTIME, endNs);
        countOption(ISB_IFRECV, seen);
        countOption(ISB_IFDROP, 0);
        endOptions();
        end();
    }

    /** Frames written so far. */
    public long frames() {
        return frames;
    }

    public void flush() throws IOException {
        output.flush();
    }

    /** Writes the rest, closes, and puts the file in its place; nothing can be written afterwards. */
    public void commit() throws IOException {
        output.commit();
    }

    /** Without a {@link #commit} before: throws away what was written. */
    @Override
    public void close() {
        output.close();
    }

    private void begin(int type, int bodyBytes) throws IOException {
        int length = 12 + bodyBytes;
        blockStart = output.take(length);
        chunk.putInt(blockStart, type);
        chunk.putInt(blockStart + 4, length);
        at = blockStart + 8;
    }

    private void end() {
        chunk.putInt(at, at + 4 - blockStart);
    }

    private void i32(int value) {
        chunk.putInt(at, value);
        at += 4;
    }

    private void i64(long value) {
        chunk.putLong(at, value);
        at += 8;
    }

    private void time(long timestampNs) {
        long timeNs = Math.max(0, timestampNs);
        i32((int) (timeNs >>> 32));
        i32((int) timeNs);
    }

    private void timeOption(int code, long timestampNs) {
        chunk.putShort(at, (short) code);
        chunk.putShort(at + 2, (short) 8);
        at += 4;
        time(timestampNs);
    }

    private void countOption(int code, long count) {
        chunk.putShort(at, (short) code);
        chunk.putShort(at + 2, (short) 8);
        at += 4;
        i64(count);
    }

    private void option(int code, byte[] value) {
        chunk.putShort(at, (short) code);
        chunk.putShort(at + 2, (short) value.length);
        at += 4;
        if (value.length > 0) {
            chunk.putInt(at + PcapngFormat.padded(value.length) - 4, 0);
            chunk.put(at, value);
            at += PcapngFormat.padded(value.length);
        }
    }

    private void endOptions() {
        i32(0);
    }

    /** Bytes of these options and of the end of the list. */
    private static int options(byte[]... values) {
        int bytes = 4;
        for (byte[] value : values) {
            bytes += 4 + PcapngFormat.padded(value.length);
        }
        return bytes;
    }

    /** Cut where a character ends. */
    private static byte[] utf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= MAX_TEXT_BYTES) {
            return bytes;
        }
        int end = MAX_TEXT_BYTES;
        while ((bytes[end] & 0xc0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }
}

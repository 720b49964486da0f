package io.ringway.pcap;

import java.nio.charset.StandardCharsets;

/**
 * What an Interface Description Block says about the packets that name it.
 *
 * <pre>
 *   type 4 | length 4 | link type 2 | reserved 2 | snaplen 4 | options | length 4
 * </pre>
 *
 * @param link null for a link type that cannot be replayed
 * @param snaplen 0 for no limit
 * @param fcsBytes of frame check sequence at each packet's end, unless the packet's flags say otherwise
 */
record PcapngInterface(int linkType, LinkLayer link, long snaplen, String name, TickClock clock, int fcsBytes) {
    static final int MIN_BYTES = 20;

    private static final int IF_NAME = 2;
    private static final int IF_TSRESOL = 9;
    private static final int IF_FCSLEN = 13;
    private static final int IF_TSOFFSET = 14;

    /** Reads a whole block of at least {@link #MIN_BYTES} at the input's index. */
    static PcapngInterface read(CaptureInput input, int blockBytes) {
        int at = input.index;
        int from = at + 16;
        int end = at + blockBytes - 4;
        int resolution = PcapngOptions.find(input, from, end, IF_TSRESOL, 1);
        int offset = PcapngOptions.find(input, from, end, IF_TSOFFSET, 8);
        int fcs = PcapngOptions.find(input, from, end, IF_FCSLEN, 1);
        TickClock clock = new TickClock(
                resolution < 0 ? TickClock.DEFAULT_RESOLUTION : input.buffer.get(resolution) & 0xff,
                offset < 0 ? 0 : input.buffer.getLong(offset));
        // In bits, unlike the octets of epb_flags.
        int fcsBytes = fcs < 0 ? 0 : (input.buffer.get(fcs) & 0xff) / 8;
        int linkType = input.u16(at + 8);
        return new PcapngInterface(
                linkType, LinkLayer.of(linkType), input.u32(at + 12), name(input, from, end), clock, fcsBytes);
    }

    private static String name(CaptureInput input, int from, int end) {
        int value = PcapngOptions.find(input, from, end, IF_NAME, 1);
        if (value < 0) {
            return null;
        }
        byte[] bytes = new byte[Math.min(64, input.u16(value - 2))];
        input.buffer.get(value, bytes);
        // Shown in one-line messages: no control characters.
        return new String(bytes, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "");
    }
}

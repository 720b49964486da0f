package io.ringway.pcap;

/**
 * The list of options at the end of a pcapng block. Total: a list that overruns its block ends where it does.
 *
 * <pre>
 *   code 2 | length 2 | value, padded to 4 bytes     (code 0 ends the list)
 * </pre>
 */
final class PcapngOptions {
    private static final int HEADER_BYTES = 4;

    private PcapngOptions() {}

    /**
     * @param from index in the input's buffer where the list begins
     * @param end index behind the list
     * @return the index of the value of the first option with this code and at least {@code bytes} of value, or -1
     */
    static int find(CaptureInput input, int from, int end, int code, int bytes) {
        int at = from;
        while (at + HEADER_BYTES <= end) {
            int found = input.u16(at);
            int length = input.u16(at + 2);
            int value = at + HEADER_BYTES;
            if (found == 0 || value + length > end) {
                return -1;
            }
            if (found == code && length >= bytes) {
                return value;
            }
            at = value + PcapngFormat.padded(length);
        }
        return -1;
    }
}

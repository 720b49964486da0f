package io.ringway.conformance.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Times in packets may differ by the two clocks' difference, and by nothing else. */
class TimesOfDayTest {
    private static final String HEAD = "020000000001020000000002" + "0800";
    private static final String START = "4600001800000000400100000a0000010a000002";
    private static final long KERNEL_MS = 1_000_000;
    private static final long MODEL_MS = 5_000;

    private final TimesOfDay rule = new TimesOfDay();

    @Test
    void takesATimeThatIsAsOldAsTheModels() {
        byte[] model = stamped(MODEL_MS - 3);
        assertThat(aligned(model, stamped(KERNEL_MS - 5))).isEqualTo(model);
    }

    @Test
    void catchesATimeThatIsOlderThanTheModels() {
        byte[] model = stamped(MODEL_MS);
        assertThat(aligned(model, stamped(KERNEL_MS))).isEqualTo(model);
        assertThat(aligned(model, stamped(KERNEL_MS - 200))).isNotEqualTo(model);
        assertThat(aligned(stamped(MODEL_MS - 200), stamped(KERNEL_MS))).isNotEqualTo(stamped(MODEL_MS - 200));
    }

    @Test
    void catchesAnotherBesideTheTime() {
        byte[] kernel = stamped(KERNEL_MS);
        kernel[22]++;
        byte[] model = stamped(MODEL_MS);
        assertThat(aligned(model, kernel)).isNotEqualTo(model);
    }

    @Test
    void aQuotedChecksumMayKnowNothingOfTheLastTime() {
        byte[] model = quoting(0x0123, MODEL_MS);
        assertThat(aligned(model, quoting(0x0123, KERNEL_MS))).isEqualTo(model);
        assertThat(aligned(model, quoting(0x0124, KERNEL_MS))).isNotEqualTo(model);
    }

    @Test
    void aQuotedChecksumThatKnowsTheTimesStaysWrongByTheSameAmount() {
        byte[] model = quoting(checksumOf(MODEL_MS) - 5, MODEL_MS);
        assertThat(aligned(model, quoting(checksumOf(KERNEL_MS) - 5, KERNEL_MS)))
                .isEqualTo(model);
        assertThat(aligned(model, quoting(checksumOf(KERNEL_MS) - 6, KERNEL_MS)))
                .isNotEqualTo(model);
    }

    @Test
    void aQuotedChecksumKnowsTimesThatOnlyTheEchoShows() {
        byte[] model = echoing(MODEL_MS, 0);
        assertThat(aligned(model, echoing(KERNEL_MS, 0))).isEqualTo(model);
        assertThat(aligned(model, echoing(KERNEL_MS, 1))).isNotEqualTo(model);
        assertThat(aligned(model, echoing(KERNEL_MS - 200, 0))).isNotEqualTo(model);
    }

    @Test
    void looksIntoAQuotedTimestampReply() {
        byte[] model = quotingReply(MODEL_MS, 0);
        assertThat(aligned(model, quotingReply(KERNEL_MS, 0))).isEqualTo(model);
        assertThat(aligned(model, quotingReply(KERNEL_MS - 200, 0))).isNotEqualTo(model);
        assertThat(aligned(model, quotingReply(KERNEL_MS, 1))).isNotEqualTo(model);
    }

    /** "Host unreachable" that echoes a full timestamp option and quotes its header but for the time; its checksum wrong by so much. */
    private static byte[] echoing(long timeMs, int fault) {
        String option = "440c0d1000000000" + HexFormat.of().toHexDigits((int) timeMs);
        byte[] header = HexFormat.of().parseHex("48000036102100000211" + "0000" + "0a020005" + "0a010075" + option);
        Ipv4Bytes.put(header, 10, (~Ipv4Bytes.sum(header, 0, header.length) + fault) & 0xffff);
        byte[] frame = HexFormat.of()
                .parseHex(HEAD + "4800004400000000400100000a0000010a000002" + option + "0301000000000000"
                        + HexFormat.of().formatHex(header, 0, 28));
        Ipv4Bytes.put(frame, 24, ~Ipv4Bytes.sum(frame, 14, 46) & 0xffff);
        Ipv4Bytes.put(frame, 48, ~Ipv4Bytes.sum(frame, 46, frame.length) & 0xffff);
        return frame;
    }

    /** "Host unreachable" about a timestamp reply of that time, its checksum wrong by so much. */
    private static byte[] quotingReply(long timeMs, int fault) {
        String time = HexFormat.of().toHexDigits((int) timeMs);
        String reply = "0e00000000000001" + "00000123" + time + time;
        String quoted = "4500002800000000400100000a0000020a000003";
        byte[] frame = HexFormat.of()
                .parseHex(HEAD + "4500004400000000400100000a0000010a000002" + "0301000000000000" + quoted + reply);
        Ipv4Bytes.put(frame, 64, (~Ipv4Bytes.sum(frame, 62, frame.length) + fault) & 0xffff);
        Ipv4Bytes.put(frame, 36, ~Ipv4Bytes.sum(frame, 34, frame.length) & 0xffff);
        return frame;
    }

    private static int checksumOf(long timeMs) {
        return Ipv4Bytes.u16(stamped(timeMs), 24);
    }

    /** "Port unreachable" about a stamped header with that checksum. */
    private static byte[] quoting(int checksum, long timeMs) {
        byte[] quoted = stamped(timeMs);
        Ipv4Bytes.put(quoted, 24, checksum);
        byte[] frame = Arrays.copyOf(
                HexFormat.of().parseHex(HEAD + START.replaceFirst("46", "45") + "0303000000000000"),
                14 + 28 + quoted.length - 14);
        System.arraycopy(quoted, 14, frame, 42, quoted.length - 14);
        Ipv4Bytes.put(frame, 16, frame.length - 14);
        Ipv4Bytes.put(frame, 36, ~Ipv4Bytes.sum(frame, 34, frame.length) & 0xffff);
        return frame;
    }

    private byte[] aligned(byte[] model, byte[] kernel) {
        return rule.align(
                model,
                new Sighting(model, true, true, MODEL_MS * 1_000_000),
                new Sighting(kernel, true, false, KERNEL_MS * 1_000_000),
                kernel);
    }

    /** A header of 28 bytes whose checksum is right, with one time in its options. */
    static byte[] stamped(long timeMs) {
        byte[] frame = HexFormat.of()
                .parseHex(HEAD + START.replaceFirst("46", "47") + "44080900"
                        + HexFormat.of().toHexDigits((int) timeMs));
        int sum = 0;
        for (int i = 14; i < frame.length; i += 2) {
            sum += i == 24 ? 0 : Ipv4Bytes.u16(frame, i);
        }
        Ipv4Bytes.put(frame, 24, ~(sum % 0xffff) & 0xffff);
        return frame;
    }
}

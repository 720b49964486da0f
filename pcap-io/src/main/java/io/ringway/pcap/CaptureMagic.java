package io.ringway.pcap;

import java.io.IOException;
import java.nio.ByteOrder;

/** Tells by a file's first bytes what it is: a capture to be read, or something to be refused by its name. */
final class CaptureMagic {
    private static final int MAGIC_BYTES = 4;

    private CaptureMagic() {}

    static RecordFormat recognize(CaptureInput input) throws IOException {
        if (!input.require(MAGIC_BYTES)) {
            int bytes = input.available();
            throw input.refuse(0, bytes == 0 ? "empty" : "not a capture file: only " + bytes + " bytes");
        }
        input.setOrder(ByteOrder.BIG_ENDIAN);
        int magic = input.buffer.getInt(0);
        int either = magic < 0 && (magic >>> 24) == 0xa1 ? magic : Integer.reverseBytes(magic);
        if (either == PcapFormat.MICROSECOND_MAGIC || either == PcapFormat.NANOSECOND_MAGIC) {
            return new PcapFormat(input);
        }
        if (magic == PcapngFormat.SECTION_HEADER) {
            return new PcapngFormat(input);
        }
        String known = foreign(magic, either);
        throw input.refuse(0, known == null ? "not a capture file: first bytes " + hex(magic) : known);
    }

    /** What other tools write, with what helps. */
    private static String foreign(int magic, int either) {
        switch (either) {
            case 0xa1b2cd34:
                return variant("Kuznetzov's modified pcap, which adds the interface to each record");
            case 0xa1b234cd:
                return variant("a pcap variant of the FMESQUID tools");
            case 0xa12b3c4d:
                return variant("a pcap variant of Navtel's tools");
            case 0xa1e2cb12:
                return variant("a pcap variant of unknown origin");
            default:
                break;
        }
        if (magic >>> 8 == 0x425a68) {
            return "compressed with bzip2: decompress it first";
        }
        return switch (magic) {
            case 0xfd377a58 -> "compressed with xz: decompress it first";
            case 0x04224d18 -> "compressed with lz4: decompress it first";
            case 0x504b0304 -> "a zip archive: unpack it first";
            case 0x736e6f6f -> variant("a snoop capture");
            case 0x474d4255, 0x52545353 -> variant("a Network Monitor capture");
            case 0x1c0001ac, 0xac01001c, 0x1c0001ab, 0xab01001c -> variant("a pcap variant of Ixia's tools");
            default -> null;
        };
    }

    private static String variant(String what) {
        return what + ": convert it with editcap -F pcap first";
    }

    private static String hex(int magic) {
        return String.format(
                "%02x %02x %02x %02x", magic >>> 24, magic >>> 16 & 0xff, magic >>> 8 & 0xff, magic & 0xff);
    }
}

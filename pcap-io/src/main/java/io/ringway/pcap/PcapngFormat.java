package io.ringway.pcap;

import java.io.IOException;

/** pcapng (draft-ietf-opsawg-pcapng). */
final class PcapngFormat implements RecordFormat {
    static final int SECTION_HEADER = 0x0a0d0d0a;

    private final CaptureInput input;

    PcapngFormat(CaptureInput input) throws IOException {
        this.input = input;
        throw input.refuse(0, "pcapng is not read yet");
    }

    @Override
    public boolean advance(PacketRecord record) throws IOException {
        return input.require(0);
    }
}

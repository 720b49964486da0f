package io.ringway.pcap;

import java.io.IOException;

/** What turns the bytes of a capture into packets; one for each file format. */
sealed interface RecordFormat permits PcapFormat, PcapngFormat {
    /**
     * Finds the next packet, leaving it whole in the input's buffer at the input's index.
     *
     * @return false at the end, whether the capture is whole or was cut off ({@link CaptureInput#truncation})
     * @throws CaptureFormatException when the capture makes no sense from here on
     */
    boolean advance(PacketRecord record) throws IOException;
}

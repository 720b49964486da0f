package io.ringway.pcap;

import java.io.IOException;
import java.io.InputStream;

/** What a {@link CaptureInput} holds from its index on, for readers of streams; closing it leaves the input open. */
final class CaptureStream extends InputStream {
    private final CaptureInput input;

    CaptureStream(CaptureInput input) {
        this.input = input;
    }

    @Override
    public int read() throws IOException {
        return input.require(1) ? input.buffer.get(input.index++) & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!input.require(1)) {
            return -1;
        }
        int bytes = Math.min(length, input.available());
        input.buffer.get(input.index, target, offset, bytes);
        input.index += bytes;
        return bytes;
    }

    @Override
    public int available() {
        return input.available();
    }
}

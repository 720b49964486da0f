package io.ringway.pcap;

import java.io.ByteArrayOutputStream;

/** Bytes in either order, and the headers of both formats, written down from their specifications alone. */
final class ByteBuilder {
    private final boolean littleEndian;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    ByteBuilder(boolean littleEndian) {
        this.littleEndian = littleEndian;
    }

    ByteBuilder number(long value, int sizeBytes) {
        for (int i = 0; i < sizeBytes; i++) {
            int shift = 8 * (littleEndian ? i : sizeBytes - 1 - i);
            bytes.write((int) (value >>> shift));
        }
        return this;
    }

    ByteBuilder u8(int value) {
        return number(value, 1);
    }

    ByteBuilder u16(int value) {
        return number(value, 2);
    }

    ByteBuilder u32(long value) {
        return number(value, 4);
    }

    ByteBuilder raw(byte[] raw) {
        bytes.writeBytes(raw);
        return this;
    }

    ByteBuilder pad() {
        while (bytes.size() % 4 != 0) {
            bytes.write(0);
        }
        return this;
    }

    ByteBuilder pcapHeader(long magic, long network) {
        return u32(magic).u16(2).u16(4).u32(0).u32(0).u32(65535).u32(network);
    }

    ByteBuilder pcapRecord(long seconds, long fraction, byte[] data, long original) {
        return u32(seconds).u32(fraction).u32(data.length).u32(original).raw(data);
    }

    ByteBuilder pcapRecord(long seconds, long fraction, byte[] data) {
        return pcapRecord(seconds, fraction, data, data.length);
    }

    ByteBuilder block(long type, byte[] body) {
        int length = 12 + (body.length + 3) / 4 * 4;
        return u32(type).u32(length).raw(body).pad().u32(length);
    }

    ByteBuilder section() {
        ByteBuilder body = same().u32(0x1a2b3c4d).u16(1).u16(0).number(-1, 8);
        return block(0x0a0d0d0a, body.build());
    }

    ByteBuilder anInterface(int linkType, long snaplen, byte[] options) {
        return block(1, same().u16(linkType).u16(0).u32(snaplen).raw(options).build());
    }

    ByteBuilder ethernet() {
        return anInterface(1, 0, new byte[0]);
    }

    ByteBuilder option(int code, byte[] value) {
        return u16(code).u16(value.length).raw(value).pad();
    }

    ByteBuilder endOfOptions() {
        return u16(0).u16(0);
    }

    ByteBuilder enhanced(long interfaceNumber, long ticks, byte[] data, long original, byte[] options) {
        ByteBuilder body = same().u32(interfaceNumber).u32(ticks >>> 32).u32(ticks);
        return block(
                6,
                body.u32(data.length).u32(original).raw(data).pad().raw(options).build());
    }

    ByteBuilder enhanced(long interfaceNumber, long ticks, byte[] data) {
        return enhanced(interfaceNumber, ticks, data, data.length, new byte[0]);
    }

    ByteBuilder obsolete(int interfaceNumber, long ticks, byte[] data) {
        ByteBuilder body =
                same().u16(interfaceNumber).u16(0xffff).u32(ticks >>> 32).u32(ticks);
        return block(2, body.u32(data.length).u32(data.length).raw(data).build());
    }

    ByteBuilder simple(byte[] data, long original) {
        return block(3, same().u32(original).raw(data).build());
    }

    ByteBuilder same() {
        return new ByteBuilder(littleEndian);
    }

    byte[] build() {
        return bytes.toByteArray();
    }
}

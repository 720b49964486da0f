package io.ringway.benchmarks;

import io.ringway.packet.Checksum;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.MacAddress;
import io.ringway.packet.UdpHeader;
import java.nio.ByteBuffer;

/**
 * Distinct UDP frames, prepared in one buffer: {@value #COUNT} of them, over a number of flows that differ in their
 * source port, each frame with a payload and an IP identification of its own.
 */
record TestFrames(ByteBuffer bytes, int frameBytes, int count) {
    static final int COUNT = 10_240;

    private static final int FIRST_PORT = 10_000;
    private static final int DESTINATION_PORT = 5_201;

    static TestFrames udp(
            String destinationMac, String sourceMac, String source, String destination, int flows, int frameBytes) {
        ByteBuffer all = ByteBuffer.allocateDirect(COUNT * frameBytes);
        FramePool pool = new FramePool();
        for (int i = 0; i < COUNT; i++) {
            Frame frame = pool.allocate(frameBytes);
            frame.fillZero(0, frameBytes);
            EthernetHeader.set(
                    frame, MacAddress.parse(destinationMac), MacAddress.parse(sourceMac), EthernetHeader.TYPE_IPV4);
            int total = frameBytes - EthernetHeader.LENGTH;
            Ipv4Header.write(
                    frame,
                    14,
                    0,
                    total,
                    i,
                    Ipv4Header.DONT_FRAGMENT,
                    64,
                    Ipv4Header.PROTOCOL_UDP,
                    Ipv4Address.parse(source),
                    Ipv4Address.parse(destination));
            int length = total - Ipv4Header.MIN_LENGTH;
            frame.putU16(34, FIRST_PORT + i % flows);
            frame.putU16(36, DESTINATION_PORT);
            frame.putU16(38, length);
            frame.putI32(42, i);
            long pseudo = Checksum.pseudoHeader(
                    Ipv4Header.source(frame, 14), Ipv4Header.destination(frame, 14), Ipv4Header.PROTOCOL_UDP, length);
            frame.putU16(34 + UdpHeader.CHECKSUM_OFFSET, Checksum.finish(pseudo + frame.sum(34, length)));
            frame.get(0, all, i * frameBytes, frameBytes);
            frame.free();
        }
        return new TestFrames(all, frameBytes, COUNT);
    }
}

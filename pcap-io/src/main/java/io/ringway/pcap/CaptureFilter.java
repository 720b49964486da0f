package io.ringway.pcap;

import io.ringway.packet.FramePool;
import java.io.Closeable;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.pcap4j.core.BpfProgram;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.Pcaps;
import org.pcap4j.packet.namednumber.DataLinkType;

/**
 * An expression in pcap-filter's language, compiled by libpcap for each link type that it meets and asked about packets
 * as they were captured. libpcap loads when the first link type is known; a packet costs a native call. One thread.
 */
public final class CaptureFilter implements Closeable {
    private static final int SNAPLEN = 262_144;
    private static final int SHORT_PACKET_BYTES = 2048;
    private static final int DLT_RAW = 12;

    private final String expression;
    private final Map<Integer, BpfProgram> programs = new HashMap<>();

    // JNA copies the whole array to libpcap, whatever the length.
    private final byte[] shortPacket = new byte[SHORT_PACKET_BYTES];
    private final byte[] longPacket = new byte[FramePool.MAX_FRAME_BYTES + SHORT_PACKET_BYTES];

    private int lastLinkType = -1;
    private BpfProgram lastProgram;

    public CaptureFilter(String expression) {
        this.expression = expression;
    }

    /** @throws CaptureFilterException in libpcap's words for an expression that it does not understand */
    void prepare(int linkType) throws CaptureFilterException {
        if (linkType != lastLinkType) {
            lastProgram = programs.get(linkType);
            if (lastProgram == null) {
                lastProgram = compile(linkType);
                programs.put(linkType, lastProgram);
            }
            lastLinkType = linkType;
        }
    }

    /** Whether the packet found last is one of those wanted. */
    boolean accepts(PacketRecord record, ByteBuffer buffer) throws CaptureFilterException {
        prepare(record.linkType);
        int bytes = record.capturedBytes;
        byte[] packet = bytes <= SHORT_PACKET_BYTES ? shortPacket : longPacket;
        buffer.get(record.dataIndex, packet, 0, bytes);
        if (record.link == LinkLayer.NULL && bytes >= 4) {
            familyInOwnOrder(packet);
        }
        return lastProgram.applyFilter(packet, (int) Math.min(Integer.MAX_VALUE, record.originalBytes), bytes);
    }

    /** A dead handle takes it that the address family was captured on a machine like this one. */
    private static void familyInOwnOrder(byte[] packet) {
        boolean little = packet[2] == 0 && packet[3] == 0;
        if (little != (ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN)) {
            byte first = packet[0];
            byte second = packet[1];
            packet[0] = packet[3];
            packet[1] = packet[2];
            packet[2] = second;
            packet[3] = first;
        }
    }

    private BpfProgram compile(int linkType) throws CaptureFilterException {
        // Numbers that files use for raw IP are other ones than this libpcap's own.
        int dataLink = linkType == 101 || linkType == 14 ? DLT_RAW : linkType;
        try (PcapHandle handle = Pcaps.openDead(dataLink(dataLink), SNAPLEN)) {
            return handle.compileFilter(expression, BpfCompileMode.OPTIMIZE, anyNetmask());
        } catch (PcapNativeException | NotOpenException e) {
            throw new CaptureFilterException(expression + ": " + e.getMessage(), e);
        } catch (LinkageError e) {
            throw new CaptureFilterException(
                    "filter \"" + expression
                            + "\": libpcap compiles it, and cannot be loaded; is the package libpcap0.8"
                            + " installed?",
                    e);
        }
    }

    private static DataLinkType dataLink(int number) {
        DataLinkType known = DataLinkType.getInstance(number);
        return known == null ? new DataLinkType(number, LinkType.describe(number)) : known;
    }

    private static Inet4Address anyNetmask() {
        try {
            return (Inet4Address) InetAddress.getByAddress(new byte[4]);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        programs.values().forEach(BpfProgram::free);
        programs.clear();
        lastLinkType = -1;
    }
}

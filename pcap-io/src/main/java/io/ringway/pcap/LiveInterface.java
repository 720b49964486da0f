package io.ringway.pcap;

import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.packet.PoolExhaustedException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;
import org.pcap4j.core.PcapStat;
import org.pcap4j.core.Pcaps;

/**
 * A network interface of the machine, captured and injected into through libpcap.
 *
 * <p>The only class that touches pcap4j, and with it libpcap, JNA and native access: they load when it is first used.
 * pcap4j allocates an array for each frame read and costs microseconds; this is the edge of live mode, not the data
 * path of a replay. One thread.
 */
public final class LiveInterface implements Closeable {
    private static final int NON_IMMEDIATE_TIMEOUT_MS = 1;
    private static final int SHORT_FRAME_BYTES = 2048;

    private final String name;
    private final PcapHandle handle;

    // JNA copies the whole array to libpcap, whatever the length.
    private final byte[] shortFrame = new byte[SHORT_FRAME_BYTES];
    private final byte[] longFrame = new byte[FramePool.MAX_FRAME_BYTES];
    private final ByteBuffer shortBuffer = ByteBuffer.wrap(shortFrame);
    private final ByteBuffer longBuffer = ByteBuffer.wrap(longFrame);

    private byte[] pending;
    private long snapped;

    private LiveInterface(String name, PcapHandle handle) {
        this.name = name;
        this.handle = handle;
    }

    /** @throws CaptureIoException when libpcap, the interface, or the permission is missing */
    public static LiveInterface open(String name, LiveSettings settings) throws IOException {
        try {
            PcapHandle handle = activate(name, settings);
            LiveInterface opened = new LiveInterface(name, handle);
            int linkType = handle.getDlt().value();
            if (linkType != LinkType.ETHERNET) {
                opened.close();
                throw new CaptureIoException(
                        name, "link type " + LinkType.describe(linkType) + " where frames have to be Ethernet's");
            }
            handle.setBlockingMode(PcapHandle.BlockingMode.NONBLOCKING);
            return opened;
        } catch (PcapNativeException | NotOpenException e) {
            throw refusal(name, e);
        } catch (LinkageError e) {
            throw libpcapMissing(name, e);
        }
    }

    /** The names of the machine's network interfaces, those that are up first; needs no permission. */
    public static List<String> list() throws IOException {
        try {
            // libpcap lists sources without a link layer too: any, nflog, dbus-system.
            return Pcaps.findAllDevs().stream()
                    .filter(device -> device.isLoopBack()
                            || !device.getLinkLayerAddresses().isEmpty())
                    .map(PcapNetworkInterface::getName)
                    .toList();
        } catch (PcapNativeException e) {
            throw refusal("interfaces", e);
        } catch (LinkageError e) {
            throw libpcapMissing("interfaces", e);
        }
    }

    /**
     * Takes what arrived, with its time in nanoseconds since 1970, and never waits.
     *
     * @return how many frames are in {@code out[0..limit)}; 0 when none is there now
     * @throws PoolExhaustedException when the pool has no room for even one; none is lost by that
     */
    public int readBurst(FramePool pool, Frame[] out, int limit) throws IOException {
        int count = 0;
        try {
            while (count < limit && poll()) {
                out[count] = take(pool);
                count++;
            }
        } catch (CaptureIoException | PoolExhaustedException e) {
            if (count == 0) {
                throw e;
            }
        }
        return count;
    }

    /** Sends the frame out of the interface; it stays the caller's. This capture does not see it. */
    public void inject(Frame frame) throws IOException {
        int bytes = frame.length();
        boolean isShort = bytes <= SHORT_FRAME_BYTES;
        frame.get(0, isShort ? shortBuffer : longBuffer, 0, bytes);
        try {
            handle.sendPacket(isShort ? shortFrame : longFrame, bytes);
        } catch (PcapNativeException | NotOpenException e) {
            throw refusal(name, e);
        }
    }

    public LiveStatistics statistics() throws IOException {
        try {
            PcapStat stat = handle.getStats();
            return new LiveStatistics(
                    stat.getNumPacketsReceived(), stat.getNumPacketsDropped(), stat.getNumPacketsDroppedByIf());
        } catch (PcapNativeException | NotOpenException e) {
            throw refusal(name, e);
        }
    }

    /** How many of the frames read are shorter than they were on the wire, because of the snapshot length. */
    public long snapped() {
        return snapped;
    }

    public String name() {
        return name;
    }

    @Override
    public void close() {
        handle.close();
    }

    private boolean poll() throws IOException {
        if (pending != null) {
            return true;
        }
        try {
            pending = handle.getNextRawPacketEx();
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (EOFException | PcapNativeException | NotOpenException e) {
            throw refusal(name, e);
        }
    }

    private Frame take(FramePool pool) {
        Frame frame = pool.allocate(pending.length);
        frame.put(0, pending);
        Timestamp time = handle.getTimestamp();
        frame.setTimestampNs(time.getTime() / 1000 * 1_000_000_000L + time.getNanos());
        if (handle.getOriginalLength() > pending.length) {
            snapped++;
        }
        pending = null;
        return frame;
    }

    private static PcapHandle activate(String name, LiveSettings settings) throws PcapNativeException {
        PcapHandle.Builder builder = new PcapHandle.Builder(name)
                .snaplen(settings.snaplenBytes())
                .bufferSize(settings.bufferBytes())
                .promiscuousMode(settings.promiscuous() ? PromiscuousMode.PROMISCUOUS : PromiscuousMode.NONPROMISCUOUS)
                .timestampPrecision(PcapHandle.TimestampPrecision.NANO)
                .direction(PcapHandle.PcapDirection.valueOf(settings.direction().name()));
        return settings.immediate()
                ? builder.immediateMode(true).build()
                : builder.timeoutMillis(NON_IMMEDIATE_TIMEOUT_MS).build();
    }

    private static CaptureIoException refusal(String name, Exception e) {
        String message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
        if (message.contains("not permitted") || message.contains("permission") || message.contains("CAP_NET")) {
            return new CaptureIoException(
                    name, "permission denied: a live interface needs root, or CAP_NET_RAW and CAP_NET_ADMIN", e);
        }
        if (message.contains("No such device")) {
            return new CaptureIoException(name, "no such interface" + others(), e);
        }
        return new CaptureIoException(name, message, e);
    }

    /** Those that libpcap lists instead; "" where it cannot. */
    private static String others() {
        try {
            return "; libpcap sees " + String.join(", ", list());
        } catch (IOException unlisted) {
            return "";
        }
    }

    private static CaptureIoException libpcapMissing(String name, LinkageError e) {
        return new CaptureIoException(name, "libpcap cannot be loaded; is the package libpcap0.8 installed?", e);
    }
}

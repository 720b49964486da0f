package io.ringway.conformance.kernel;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;

/**
 * The program's side of a tap device ({@code tun(4)}): gives it a carrier, writes frames that arrive there from outside,
 * and reads away what it sends, which the device counts only then. Must be opened inside the device's namespace.
 */
final class OutsideEnd implements AutoCloseable {
    private static final int LARGEST_FRAME = 1 << 17;
    private static final int NAME_BYTES = 16;
    private static final short TAP_WITHOUT_HEADER = 0x1002;

    private final Memory buffer = new Memory(LARGEST_FRAME);
    private final int fd;

    OutsideEnd(String device) {
        try (Memory request = new Memory(40)) {
            fd = Libc.open("/dev/net/tun", Libc.O_RDWR | Libc.O_CLOEXEC);
            request.clear();
            request.setString(0, device);
            request.setShort(NAME_BYTES, TAP_WITHOUT_HEADER);
            Libc.ioctl(fd, Libc.TUNSETIFF, request);
        } catch (LastErrorException e) {
            throw new KernelException("cannot attach to the tap " + device, e);
        }
        Thread reader = new Thread(this::readAll, "ringway-outside-" + device);
        reader.setDaemon(true);
        reader.start();
    }

    private void readAll() {
        try (Memory away = new Memory(LARGEST_FRAME)) {
            while (Libc.read(fd, away, LARGEST_FRAME) >= 0) {
                // A capture at the device has seen it already.
            }
        } catch (LastErrorException e) {
            // Closed, or the device is gone.
        }
    }

    /**
     * @return 0, or the error number with which {@code tun.c:tun_get_user()} refused the frame
     */
    int write(byte[] frame) {
        buffer.write(0, frame, 0, frame.length);
        try {
            Libc.write(fd, buffer, frame.length);
            return 0;
        } catch (LastErrorException e) {
            return e.getErrorCode();
        }
    }

    @Override
    public void close() {
        Libc.close(fd);
    }
}

package io.ringway.replay.fuzz;

import io.ringway.engine.core.Accounts;
import io.ringway.packet.FramePool;
import io.ringway.replay.Ringway;
import io.ringway.replay.SmallHost;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The model that fuzzed frames go through ({@link SmallHost} and {@code lab.sh} beside this class), and the laws that no frame may break: no
 * exception, conservation, and a pool that misses exactly what is held.
 */
final class FuzzedHost {
    static final String[] INTERFACES = {
        "a:eth0", "b:eth0", "out:eth0", "far:eth0", "host:eth0", "host:br0", "host:va", "out:lo"
    };

    /** Where frames by the interface of the same number have to go to be received. */
    private static final String[] NEXT_MAC = {
        "020000000001",
        "02000000000a",
        "020000000002",
        "020000000004",
        "020000000003",
        "02000000000b",
        "02000000000a",
        "000000000000"
    };

    private final Ringway ringway = Ringway.parse("fuzz/lab.sh", SmallHost.lab() + lab());

    static byte[] nextMac(int number) {
        byte[] mac = new byte[6];
        for (int octet = 0; octet < mac.length; octet++) {
            mac[octet] = (byte) Integer.parseInt(NEXT_MAC[number].substring(2 * octet, 2 * octet + 2), 16);
        }
        return mac;
    }

    void send(int number, byte[] frame) {
        ringway.inject(INTERFACES[number], frame);
    }

    void pass(long milliseconds) {
        ringway.run(Duration.ofMillis(milliseconds));
    }

    /** Throws when a frame was lost, or made of nothing. */
    void check() {
        Accounts accounts = ringway.accounts();
        FramePool pool = ringway.network().kernel().pool();
        int inUse = pool.totalCells() - pool.freeCells();
        if (inUse != accounts.heldFrames()) {
            throw new IllegalStateException(
                    inUse + " frames in use, " + accounts.heldFrames() + " held by the accounts");
        }
    }

    /** What a bug would do; for the test that shows that {@link #check} sees it. */
    void takeAFrameAway() {
        ringway.network().kernel().pool().allocate(60);
    }

    private static String lab() {
        try (InputStream lab = FuzzedHost.class.getResourceAsStream("lab.sh")) {
            return new String(lab.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

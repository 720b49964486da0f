package io.ringway.replay;

import io.ringway.packet.MacAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A Docker host in small: containers a (10.0.0.10) and b (10.0.0.11) on br0 (10.0.0.1); behind eth0 (192.168.9.1) the
 * outside, {@code out} (192.168.9.2). Port 8080 is published to b:80, and what leaves is masqueraded; 10.0.0.0/24 sends
 * no telnet out ({@code small.sh} beside this class). MACs end in the last byte of the address; the host's are 02:00:00:00:00:01 (br0) and :02 (eth0).
 */
public final class SmallHost {
    static final long A = mac(10);
    static final long B = mac(11);
    static final long BR0 = mac(1);
    static final long ETH0 = mac(2);
    static final long OUT = mac(3);

    private SmallHost() {}

    static Ringway load() {
        return Ringway.parse("small.sh", lab());
    }

    /** The commands that make it, for a model that needs more. */
    public static String lab() {
        try (InputStream lab = SmallHost.class.getResourceAsStream("small.sh")) {
            return new String(lab.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long mac(int lastOctet) {
        return MacAddress.parse("02:00:00:00:00:00") | lastOctet;
    }
}

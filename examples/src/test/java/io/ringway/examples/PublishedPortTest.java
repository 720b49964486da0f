package io.ringway.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.lab.LabException;
import io.ringway.packet.DropReason;
import io.ringway.replay.Capture;
import io.ringway.replay.Hop;
import io.ringway.replay.Ringway;
import io.ringway.replay.request.Direction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Ringway in somebody's own tests: is the published port reachable, and what does the firewall say of the others? */
class PublishedPortTest {
    /** A SYN from 203.0.113.77:40000 to 192.168.1.100:8080, by the host's gateway. */
    private static final byte[] SYN_TO_8080 = HexFormat.of()
            .parseHex("0200c0a801640200c0a801010800"
                    + "450000281234400040062a42cb00714dc0a80164"
                    + "9c401f90000003e8000000005002faf0f6de0000");

    private final Ringway ringway = Ringway.load(Path.of("docker-host/lab.sh"));

    @Test
    void reachesTheContainerBehindThePublishedPort() {
        Capture nginx = ringway.capture("nginx:eth0", Direction.IN);
        ringway.startTrace();
        ringway.inject("internet:eth0", SYN_TO_8080);
        ringway.run(Duration.ofSeconds(1));
        byte[] arrived = nginx.frames().get(nginx.frames().size() - 1).bytes();
        assertThat(port(arrived, 36)).as("destination port").isEqualTo(80);
        assertThat(ringway.trace()).extracting(Hop::what).anyMatch(what -> what.contains("172.17.0.2:80"));
        assertThat(ringway.state()).contains("[1:40] -A DOCKER ! -i docker0 -p tcp -m tcp --dport 8080 -j DNAT");
    }

    @Test
    void dropsWhatTriesToGoAroundThePublishedPort() {
        ringway.command("ip netns exec internet ip route add 172.17.0.0/16 via 192.168.1.100");
        ringway.command("ip netns exec internet ping -c 1 -W 1 172.17.0.3");
        assertThat(ringway.dropped(DropReason.NETFILTER_DROP)).isEqualTo(1);
    }

    @Test
    void countsWhatThePublishedPortTook() {
        ringway.inject("internet:eth0", SYN_TO_8080);
        assertThat(ringway.counters("host:eth0").rxPackets()).isGreaterThanOrEqualTo(1);
        assertThat(ringway.accounts().heldFrames()).isZero();
    }

    @Test
    void saysWhereALabIsWrong() {
        Assertions.assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> Ringway.parse("mine.sh", "ip netns add web\nip -n wbe link set lo up\n"))
                .withMessageContaining("mine.sh:2")
                .withMessageContaining("wbe");
    }

    private static int port(byte[] frame, int offset) {
        return (frame[offset] & 0xff) << 8 | (frame[offset + 1] & 0xff);
    }
}

package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ringway.lab.LabException;
import io.ringway.packet.DropReason;
import io.ringway.replay.request.Direction;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model as a library. */
class RingwayTest {
    @TempDir
    Path folder;

    @Test
    void readsALabFromAFileOrAFolder() throws IOException {
        Path lab = Files.writeString(folder.resolve("lab.sh"), "ip netns add web\n");
        assertThat(Ringway.load(lab).network().namespace("web")).isNotNull();
        assertThat(Ringway.load(folder).network().namespace("web")).isNotNull();
    }

    @Test
    void readsSeveralLabsOneAfterTheOther() throws IOException {
        Path first = Files.writeString(folder.resolve("first.sh"), "ip netns add web\n");
        Path second = Files.writeString(folder.resolve("second.sh"), "ip -n web link set lo up\n");
        assertThat(Ringway.load(first, second).network().namespace("web")).isNotNull();
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> Ringway.load(second, first))
                .withMessageStartingWith(second + ":1:");
    }

    @Test
    void injectsAndCapturesWithTheDirection() {
        Ringway ringway = SmallHost.load();
        Capture all = ringway.capture("host:va");
        Capture out = ringway.capture("host:va", Direction.OUT);
        ringway.inject("a:eth0", Packets.echoRequest(SmallHost.BR0, SmallHost.A, "10.0.0.10", "10.0.0.1"));
        assertThat(all.frames()).extracting(Capture.Seen::outgoing).containsExactly(false, true, false, true);
        assertThat(out.frames())
                .extracting(seen -> Packets.text(seen.bytes()))
                .containsExactly("arp request", "icmp 10.0.0.1 > 10.0.0.10 type 0");
    }

    @Test
    void letsVirtualTimePassOnlyWhenAsked() {
        Ringway ringway = SmallHost.load();
        ringway.inject("a:eth0", Packets.udp(SmallHost.BR0, SmallHost.A, "10.0.0.10:1", "192.168.9.77:2", 10));
        assertThat(ringway.accounts().heldFrames()).isEqualTo(1);
        ringway.run(Duration.ofMillis(2900));
        assertThat(ringway.accounts().heldFrames()).isEqualTo(1);
        ringway.run(Duration.ofMillis(200));
        assertThat(ringway.accounts().heldFrames()).isZero();
        assertThat(ringway.dropped(DropReason.NEIGH_FAILED)).isEqualTo(1);
    }

    @Test
    void tracesFromTheMomentItIsAskedTo() {
        Ringway ringway = SmallHost.load();
        byte[] frame = Packets.echoRequest(SmallHost.BR0, SmallHost.A, "10.0.0.10", "10.0.0.1");
        ringway.inject("a:eth0", frame);
        assertThat(ringway.trace()).isEmpty();
        ringway.startTrace();
        ringway.inject("a:eth0", frame);
        assertThat(ringway.trace()).extracting(Hop::frame).containsOnly(2L);
        assertThat(ringway.trace().get(0))
                .hasToString("#2 a eth0: " + ringway.trace().get(0).what());
    }

    @Test
    void doesOneMoreCommandAndSaysWhatItPrinted() {
        Ringway ringway = SmallHost.load();
        assertThat(ringway.command("ip netns exec b ping -c 1 10.0.0.10").exitCode())
                .isZero();
        assertThat(ringway.command("iptables-save -t filter").stdout()).contains("--dport 23 -j DROP");
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> ringway.command("ip link set nope up"))
                .withMessage("command:1:13: ip: Cannot find device \"nope\"");
    }

    @Test
    void saysWhatThereIsWhenAnInterfaceIsUnknown() {
        Ringway ringway = SmallHost.load();
        List<Runnable> calls = List.of(
                () -> ringway.inject("a:eth7", new byte[60]),
                () -> ringway.capture("a:eth7"),
                () -> ringway.counters("a:eth7"));
        for (Runnable call : calls) {
            assertThatExceptionOfType(ReplayException.class)
                    .isThrownBy(call::run)
                    .withMessage("no interface \"eth7\" in namespace a; it has lo, eth0");
        }
    }

    @Test
    void tellsTheSameStoryForTheSameSeed() throws IOException {
        Path lab =
                Files.writeString(folder.resolve("lab.sh"), "ip netns add web\nip link add v type veth peer name w\n");
        assertThat(Ringway.load(7, List.of(lab)).state())
                .isEqualTo(Ringway.load(7, List.of(lab)).state());
    }
}

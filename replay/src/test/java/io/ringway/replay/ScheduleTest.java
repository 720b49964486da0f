package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringway.lab.LabException;
import io.ringway.replay.report.ReplayReport;
import io.ringway.replay.request.Direction;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --at T CMD}: a sends to b each second, from second 0 on. */
class ScheduleTest {
    @TempDir
    Path folder;

    private final Ringway ringway = SmallHost.load();

    @Test
    void aCommandComesBeforeTheFramesOfItsMoment() throws IOException {
        assertThat(arrivals(replay(4).at(2, "ip link set va down"))).isEqualTo(2);
    }

    @Test
    void aFrameOneNanosecondEarlierComesBeforeTheCommand() throws IOException {
        assertThat(arrivals(replay(4).at(2.000000001, "ip link set va down"))).isEqualTo(3);
    }

    @Test
    void commandsOfOneMomentComeInTheOrderGivenOthersByTime() throws IOException {
        ReplayReport report = replay(2)
                .at(1, "echo third")
                .at(0.5, "echo first")
                .at(1, "echo fourth")
                .at(0.75, "echo second")
                .run();
        assertThat(report.commands())
                .extracting(ReplayReport.Done::printed)
                .containsExactly("first\n", "second\n", "third\n", "fourth\n");
        assertThat(report.commands())
                .extracting(ReplayReport.Done::atNs)
                .first()
                .isEqualTo(500_000_000L);
    }

    @Test
    void timersOfTheMomentComeBeforeTheCommand() throws IOException {
        Path a = new PcapBytes()
                .at(0, Packets.udp(SmallHost.BR0, SmallHost.A, "10.0.0.10:1", "192.168.9.77:2", 10))
                .write(folder.resolve("a.pcap"));
        ReplayReport report = ringway.replay()
                .in("a:eth0", a)
                .at(1, "ip neigh show 192.168.9.77")
                .at(3, "ip neigh show 192.168.9.77")
                .run();
        assertThat(report.commands().get(0).printed()).contains("INCOMPLETE");
        assertThat(report.commands().get(1).printed()).contains("FAILED");
    }

    @Test
    void commandsBehindTheLastFrameAreDoneToo() throws IOException {
        ReplayReport report = replay(1).at(60, "sysctl net.ipv4.ip_forward").run();
        assertThat(report.commands().get(0).printed()).isEqualTo("net.ipv4.ip_forward = 1\n");
        assertThat(report.virtualNs()).isEqualTo(60_000_000_000L);
    }

    @Test
    void aRefusedCommandEndsTheReplayNamingItsPlaceAndLeavesNoOutput() throws IOException {
        Path seen = folder.resolve("seen.pcap");
        Replay replay = replay(2).out("b:eth0", seen, Direction.IN).at(0.5, "ip link set foo up");
        assertThatThrownBy(replay::run)
                .isInstanceOf(LabException.class)
                .hasMessage("--at 0.5 'ip link set foo up': ip: Cannot find device \"foo\"");
        assertThat(Files.exists(seen)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, 31_536_001})
    void refusesATimeThatIsNone(double seconds) {
        assertThatThrownBy(() -> ringway.replay().at(seconds, "true"))
                .isInstanceOf(ReplayException.class)
                .hasMessageStartingWith("--at ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reboot", "sleep 1", "ping -c 1 10.0.0.11", "", "# nothing", "for i in 1; do true; done"})
    void refusesAtOnceWhatIsNoCommandOfTheLabOrWaits(String command) {
        assertThatThrownBy(() -> ringway.replay().at(1, command)).hasMessageStartingWith("--at 1 '" + command + "': ");
    }

    @Test
    void anyBatchGivesTheSameBytesThoughCommandsFallIntoTheMidstOfABurst() throws IOException {
        List<String> digests = new ArrayList<>();
        for (int batch : new int[] {1, 2, 7, 256}) {
            Path output = Files.createDirectory(folder.resolve("batch" + batch));
            Replay replay = DemoRun.feed(DemoRun.load(), batch)
                    .outDir(output)
                    .state(output.resolve("state.json"))
                    .at(0, "ip neigh flush all")
                    .at(0.3, "iptables -I FORWARD -p tcp --dport 443 -j DROP")
                    .at(0.9, "ip link set docker0 down")
                    .at(1.4, "ip link set docker0 up")
                    .at(1.4, "iptables -D FORWARD 1");
            digests.add(replay.run().dropped() + DemoRun.digests(output).toString());
        }
        assertThat(digests).containsOnly(digests.get(0));
        assertThat(digests.get(0)).contains("NETFILTER_DROP");
    }

    @Test
    void aProgramSchedulesCommandsTheSameWay() {
        ringway.at(Duration.ofSeconds(2), "sysctl -w net.ipv4.ip_forward=0");
        ringway.run(Duration.ofMillis(1999));
        assertThat(ringway.command("sysctl -n net.ipv4.ip_forward").stdout()).isEqualTo("1\n");
        ringway.run(Duration.ofMillis(1));
        assertThat(ringway.command("sysctl -n net.ipv4.ip_forward").stdout()).isEqualTo("0\n");
    }

    @Test
    void aProgramSendsPacketsFromAStack() {
        Capture seen = ringway.capture("b:eth0", Direction.IN);
        byte[] frame = Packets.udp(0, 0, "10.0.0.10:1", "10.0.0.11:2", 8);
        assertThat(ringway.send("a", java.util.Arrays.copyOfRange(frame, 14, frame.length)))
                .isNull();
        assertThat(seen.frames()).hasSize(2);
    }

    private Replay replay(int frames) throws IOException {
        PcapBytes capture = new PcapBytes();
        for (int i = 0; i < frames; i++) {
            capture.at(i * 1_000_000L, Packets.udp(SmallHost.B, SmallHost.A, "10.0.0.10:1", "10.0.0.11:2", 8));
        }
        return ringway.replay().in("a:eth0", capture.write(folder.resolve("a.pcap")));
    }

    private int arrivals(Replay replay) throws IOException {
        Path seen = folder.resolve("arrived.pcap");
        replay.out("b:eth0", seen, Direction.IN).run();
        return (int) PcapBytes.texts(seen).stream()
                .filter(text -> text.startsWith("udp 10.0.0.10"))
                .count();
    }
}

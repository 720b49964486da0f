package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.ringway.replay.input.SendStatistics;
import io.ringway.replay.request.Direction;
import io.ringway.replay.request.Pace;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far the input goes, and that its pace by the wall clock changes no output. */
class SendingTest {
    private static final int FRAMES = 10;
    private static final int GAP_US = 20_000;
    private static final int BYTES = 14 + 20 + 8 + 100;

    @TempDir
    Path folder;

    private Path capture;

    @BeforeEach
    void aSendsTenFrames() throws IOException {
        PcapBytes frames = new PcapBytes();
        for (int i = 0; i < FRAMES; i++) {
            frames.at(
                    (long) i * GAP_US,
                    Packets.udp(SmallHost.B, SmallHost.A, "10.0.0.10:" + (1000 + i), "10.0.0.11:53", 100));
        }
        capture = frames.write(folder.resolve("a.pcap"));
    }

    private SendStatistics send(Consumer<Sending> how, Path out) throws IOException {
        try (Replay replay = SmallHost.load().replay()) {
            how.accept(replay.sending());
            replay.in("a:eth0", capture).out("b:eth0", out, Direction.INOUT).run();
            return replay.sending().statistics();
        }
    }

    private SendStatistics send(Consumer<Sending> how) throws IOException {
        return send(how, folder.resolve("b.pcap"));
    }

    @Test
    void changesNoByteOfTheOutputByItsPace() throws IOException {
        Path fast = folder.resolve("fast.pcap");
        send(sending -> sending.pace(Pace.TOPSPEED), fast);
        List<Pace> paces = List.of(Pace.times(1), Pace.times(4), Pace.packetsPerSecond(500), Pace.megabitsPerSecond(1));
        for (Pace pace : paces) {
            Path paced = folder.resolve("paced.pcap");
            send(sending -> sending.pace(pace), paced);
            assertThat(Files.readAllBytes(paced)).isEqualTo(Files.readAllBytes(fast));
        }
    }

    @Test
    void takesAsLongAsTheCaptureDidInRealTime() throws IOException {
        SendStatistics sent = send(sending -> sending.pace(Pace.times(1)));
        assertThat(sent.elapsedNs()).isGreaterThanOrEqualTo((FRAMES - 1) * GAP_US * 1000L);
    }

    /** On a busy machine it may take longer, but not each time. */
    @Test
    void takesNoLongerThanThatAtLeastOnceInTwentyTimes() throws IOException {
        long captured = (FRAMES - 1) * GAP_US * 1000L;
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 20 && best > captured * 1.05; i++) {
            best = Math.min(best, send(sending -> sending.pace(Pace.times(1))).elapsedNs());
        }
        assertThat(best).isLessThanOrEqualTo((long) (captured * 1.05));
    }

    @Test
    void endsWhenItIsStoppedInTheMiddleAndWritesWhatItHas() throws IOException {
        Path out = folder.resolve("stopped.pcap");
        SendStatistics sent =
                send(sending -> sending.pace(Pace.times(0.004)).report(0.02, statistics -> sending.stop()), out);
        assertThat(sent.packets()).isEqualTo(1);
        assertThat(sent.elapsedNs()).isLessThan(4_500_000_000L);
        assertThat(out).isRegularFile();
    }

    @Test
    void sendsNothingMoreOnceItIsStopped() throws IOException {
        SendStatistics sent = send(Sending::stop);
        assertThat(sent.packets()).isZero();
    }

    @Test
    void isDueWhenThePaceSaysSo() {
        assertThat(Pace.TOPSPEED.dueNs(5_000, 7, 700)).isZero();
        assertThat(Pace.times(1).dueNs(5_000, 7, 700)).isEqualTo(5_000);
        assertThat(Pace.times(2).dueNs(5_000, 7, 700)).isEqualTo(2_500);
        assertThat(Pace.packetsPerSecond(1000).dueNs(5_000, 7, 700)).isEqualTo(7_000_000);
        assertThat(Pace.megabitsPerSecond(1).dueNs(5_000, 7, 125_000)).isEqualTo(1_000_000_000);
    }

    @Test
    void refusesAPaceThatIsNone() {
        for (double rate : new double[] {0, -1, Double.NaN, 1e10}) {
            assertThatExceptionOfType(ReplayException.class).isThrownBy(() -> Pace.packetsPerSecond(rate));
            assertThatExceptionOfType(ReplayException.class).isThrownBy(() -> Pace.megabitsPerSecond(rate));
            assertThatExceptionOfType(ReplayException.class).isThrownBy(() -> Pace.times(rate));
        }
    }

    @Test
    void endsAfterItsDurationByTheClockOfTheCaptures() throws IOException {
        assertThat(send(sending -> sending.duration(0.1)).packets()).isEqualTo(5);
    }

    @Test
    void endsAfterItsDurationByThePaceThatItHas() throws IOException {
        assertThat(send(sending -> sending.duration(0.01).pace(Pace.packetsPerSecond(400)))
                        .packets())
                .isEqualTo(4);
    }

    @Test
    void beginsAgainAtTheTimeOfItsLastFrame() throws IOException {
        Path out = folder.resolve("b.pcap");
        SendStatistics sent = send(sending -> sending.loop(3), out);
        assertThat(sent.packets()).isEqualTo(3 * FRAMES);
        List<Long> times = PcapBytes.read(out).stream()
                .filter(each -> each.text().startsWith("udp"))
                .map(each -> each.timestampNs() / 1000 - PcapBytes.START_US)
                .toList();
        List<Long> expected = new ArrayList<>();
        for (int i = 0; i < 3 * FRAMES; i++) {
            expected.add((long) GAP_US * (i - i / FRAMES));
        }
        assertThat(times).isEqualTo(expected);
    }

    @Test
    void loopsAllInputsTogether() throws IOException {
        Path other = new PcapBytes()
                .at(90_000, Packets.udp(SmallHost.A, SmallHost.B, "10.0.0.11:9", "10.0.0.10:9", 1))
                .write(folder.resolve("other.pcap"));
        Path out = folder.resolve("br0.pcap");
        try (Replay replay = SmallHost.load().replay()) {
            replay.sending().loop(2);
            replay.in("a:eth0", capture)
                    .in("b:eth0", other)
                    .out("host:va", out, Direction.INOUT)
                    .run();
            assertThat(replay.sending().statistics().packets()).isEqualTo(2 * FRAMES + 2);
        }
        assertThat(PcapBytes.texts(out))
                .filteredOn(text -> text.contains(":9 >"))
                .hasSize(2);
    }

    @Test
    void loopsForEverUntilItsLimit() throws IOException {
        assertThat(send(sending -> sending.loop(0).limit(35)).packets()).isEqualTo(35);
        assertThat(send(sending -> sending.loop(0).duration(1)).packets())
                .as("180 ms a pass, the last frame of one and the first of the next at one time")
                .isCloseTo(55L, within(1L));
    }

    @Test
    void refusesALoopThatNothingEnds() {
        assertThatExceptionOfType(ReplayException.class)
                .isThrownBy(() -> send(sending -> sending.loop(0)))
                .withMessage("--loop 0 never ends: it needs --limit, --duration or -c");
    }

    @Test
    void endsALoopOverACaptureThatHoldsNothing() throws IOException {
        capture = new PcapBytes().write(folder.resolve("empty.pcap"));
        assertThat(send(sending -> sending.loop(0).limit(5)).packets()).isZero();
    }

    @Test
    void countsWhatEachInputSentAndWhatWasRefused() throws IOException {
        byte[] tooLong = Packets.gre(SmallHost.B, SmallHost.A, "10.0.0.10", "10.0.0.11", 3000);
        capture = new PcapBytes()
                .at(0, Packets.arpRequest(SmallHost.A, "10.0.0.10", "10.0.0.11"))
                .at(1, tooLong)
                .at(2, Packets.udp(SmallHost.B, SmallHost.A, "10.0.0.10:1", "10.0.0.11:2", 100))
                .write(folder.resolve("a.pcap"));
        SendStatistics sent = send(sending -> {});
        assertThat(sent.packets()).isEqualTo(3);
        assertThat(sent.bytes()).isEqualTo(42 + tooLong.length + BYTES);
        assertThat(sent.flows()).isEqualTo(2);
        assertThat(sent.flowPackets()).isEqualTo(2);
        assertThat(sent.inputs()).containsExactly(new SendStatistics.Input("a:eth0", 2, 1, 0));
    }

    @Test
    void tellsHowItGoesEachSoOften() throws IOException {
        List<SendStatistics> told = new ArrayList<>();
        send(sending -> sending.pace(Pace.times(1)).report(0.05, told::add));
        assertThat(told).hasSizeBetween(3, 4);
        assertThat(told).extracting(SendStatistics::packets).isSorted();
    }

    @Test
    void sendsOnlyWhatTheFilterWants() throws IOException {
        Path out = folder.resolve("b.pcap");
        SendStatistics sent = send(sending -> sending.filter("udp src port 1003 or src port 1004"), out);
        assertThat(sent.packets()).isEqualTo(2);
        assertThat(PcapBytes.read(out).get(0).timestampNs())
                .as("the first frame that is sent begins the run")
                .isEqualTo((PcapBytes.START_US + 3 * GAP_US) * 1000);
    }
}

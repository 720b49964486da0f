package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ringway.packet.DropReason;
import io.ringway.packet.MacAddress;
import io.ringway.replay.report.ReplayReport;
import io.ringway.replay.request.Direction;
import io.ringway.replay.request.InterfaceName;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes in, when, and through which interface. */
class InputTest {
    private static final byte[] FROM_A = fromA(1);
    private static final byte[] FROM_OUT =
            Packets.udp(MacAddress.BROADCAST, SmallHost.OUT, "192.168.9.2:5000", "192.168.9.255:6000", 10);

    @TempDir
    Path folder;

    private final Ringway ringway = SmallHost.load();

    @Test
    void mergesCapturesByTimestampThenInTheOrderInWhichTheyWereGiven() throws IOException {
        Path a = new PcapBytes().at(100, fromA(1)).at(300, fromA(2)).write(folder.resolve("a.pcap"));
        Path b = new PcapBytes()
                .at(100, broadcast(SmallHost.B, "10.0.0.11", 3))
                .at(200, broadcast(SmallHost.B, "10.0.0.11", 4))
                .write(folder.resolve("b.pcap"));
        Capture bridge = ringway.capture("host:br0");
        ringway.replay().in("b:eth0", b).in("a:eth0", a).run();
        assertThat(bridge.frames()).extracting(seen -> size(seen.bytes())).containsExactly(3, 1, 4, 2);
    }

    @Test
    void stampsWhatComesOutWithTheTimeAtWhichItsCauseWasCaptured() throws IOException {
        Path a = new PcapBytes().at(100, FROM_A).at(2_000_100, FROM_A).write(folder.resolve("a.pcap"));
        Path seen = folder.resolve("b-saw.pcap");
        ringway.replay().in("a:eth0", a).out("b:eth0", seen, Direction.IN).run();
        assertThat(PcapBytes.read(seen))
                .extracting(PcapBytes.Record::timestampNs)
                .containsExactly((PcapBytes.START_US + 100) * 1000, (PcapBytes.START_US + 2_000_100) * 1000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 256})
    void neverLetsAClockRunBackwardsAndSaysHowOftenItDid(int batch) throws IOException {
        Path a = new PcapBytes()
                .at(500, fromA(1))
                .at(100, fromA(2))
                .at(499, fromA(3))
                .at(600, fromA(4))
                .write(folder.resolve("a.pcap"));
        Path seen = folder.resolve("b-saw.pcap");
        ReplayReport report = ringway.replay()
                .batch(batch)
                .in("a:eth0", a)
                .out("b:eth0", seen, Direction.IN)
                .run();
        List<PcapBytes.Record> records = PcapBytes.read(seen);
        assertThat(records).extracting(record -> size(record.frame())).containsExactly(1, 2, 3, 4);
        assertThat(records)
                .extracting(record -> record.timestampNs() / 1000 - PcapBytes.START_US)
                .containsExactly(500L, 500L, 500L, 600L);
        assertThat(report.warnings())
                .containsExactly(
                        a + ": the clock ran backwards at 2 frames, which follow their" + " predecessors at once");
    }

    @Test
    void stopsAfterSoManyFramesOfAllInputsTogether() throws IOException {
        Path a = new PcapBytes().at(100, FROM_A).at(300, FROM_A).write(folder.resolve("a.pcap"));
        Path out = new PcapBytes().at(200, FROM_OUT).write(folder.resolve("out.pcap"));
        Replay replay = ringway.replay();
        replay.sending().limit(2);
        ReplayReport report = replay.in("a:eth0", a).in("out:eth0", out).run();
        assertThat(report.injectedFrames()).isEqualTo(2);
        assertThat(ringway.counters("a:eth0").txPackets()).isEqualTo(1);
        assertThat(inUse()).isZero();
    }

    @Test
    void reportsWhatStillWaitsWhenTheRunEnds() throws IOException {
        Path out = new PcapBytes().at(0, toNobody()).write(folder.resolve("out.pcap"));
        ReplayReport report = ringway.replay().linger(0).in("a:eth0", out).run();
        assertThat(report.heldFrames()).as("waits for an ARP answer").isEqualTo(1);
        assertThat(report.droppedFrames()).isZero();
        assertThat(inUse()).isEqualTo(1);
    }

    @Test
    void lingersUntilWhatWaitedHasComeToRestAndNoLonger() throws IOException {
        Path out = new PcapBytes().at(0, toNobody()).write(folder.resolve("out.pcap"));
        ReplayReport report = ringway.replay().in("a:eth0", out).run();
        assertThat(report.heldFrames()).isZero();
        assertThat(report.dropped()).containsEntry(DropReason.NEIGH_FAILED.kernelName(), 1L);
        assertThat(report.virtualNs()).isBetween(3_000_000_000L, 3_100_000_000L);
    }

    @Test
    void lingersNoLongerThanItWasTold() throws IOException {
        Path out = new PcapBytes().at(0, toNobody()).write(folder.resolve("out.pcap"));
        ReplayReport report = ringway.replay().linger(1.5).in("a:eth0", out).run();
        assertThat(report.heldFrames()).isEqualTo(1);
        assertThat(report.virtualNs()).isLessThanOrEqualTo(1_500_000_000L);
    }

    @Test
    void letsFramesArriveFromOutsideByTheOtherEndOfTheCable() throws IOException {
        Path arriving = new PcapBytes().at(0, FROM_OUT).write(folder.resolve("arriving.pcap"));
        Capture host = ringway.capture("host:eth0", Direction.IN);
        ringway.replay().arriving("host:eth0", arriving).run();
        assertThat(ringway.counters("out:eth0").txPackets()).isEqualTo(1);
        assertThat(host.frames().get(0).bytes()).isEqualTo(FROM_OUT);
    }

    @Test
    void letsNothingArriveAtABridgeFromOutside() throws IOException {
        Path arriving = new PcapBytes().at(0, FROM_OUT).write(folder.resolve("arriving.pcap"));
        assertThatExceptionOfType(ReplayException.class)
                .isThrownBy(() -> ringway.replay().arriving("host:br0", arriving))
                .withMessage("host:br0 is a bridge: frames can only arrive at a veth end from outside or at a tap")
                .matches(ReplayException::isUsage);
    }

    @Test
    void refusesAndCountsWhatTheInterfaceCouldNotHaveSent() throws IOException {
        Path a = new PcapBytes()
                .at(0, Packets.gre(SmallHost.B, SmallHost.A, "10.0.0.10", "10.0.0.11", 1600))
                .at(1, new byte[13])
                .at(2, FROM_A)
                .write(folder.resolve("a.pcap"));
        ReplayReport report = ringway.replay().in("a:eth0", a).run();
        assertThat(report.injectedFrames()).isEqualTo(3);
        assertThat(ringway.dropped(DropReason.OVER_MTU_AT_INJECTION)).isEqualTo(1);
        assertThat(ringway.dropped(DropReason.RUNT_AT_INJECTION)).isEqualTo(1);
        assertThat(ringway.counters("a:eth0").txPackets()).isEqualTo(1);
        assertThat(report.warnings()).singleElement().asString().contains("1 frames are larger than the MTU");
    }

    @Test
    void replaysACaptureThatWasCutOffUpToThereAndSaysSo() throws IOException {
        byte[] whole = new PcapBytes().at(0, FROM_A).at(1, FROM_A).bytes();
        Path cut = Files.write(folder.resolve("cut.pcap"), Arrays.copyOf(whole, whole.length - 5));
        ReplayReport report = ringway.replay().in("a:eth0", cut).run();
        assertThat(report.injectedFrames()).isEqualTo(1);
        assertThat(report.warnings())
                .containsExactly(cut + ": cut off after frame 1, at byte 83: of the next 59 bytes only 54 are there");
    }

    @Test
    void replaysWhatStandsBeforeTheDamageAndThenFails() throws IOException {
        byte[] bytes = new PcapBytes().at(0, FROM_A).at(1, FROM_A).bytes();
        bytes[24 + 16 + FROM_A.length + 8 + 3] = 0x7f;
        Path damaged = Files.write(folder.resolve("damaged.pcap"), bytes);
        Path seen = folder.resolve("seen.pcap");
        Replay replay = ringway.replay().in("a:eth0", damaged).out("b:eth0", seen, Direction.INOUT);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(replay::run)
                .withMessageContaining("damaged.pcap: damaged after frame 1, at byte 83");
        assertThat(ringway.counters("a:eth0").txPackets()).isEqualTo(1);
        assertThat(folder.toFile().list()).as("no half of an output").containsExactly("damaged.pcap");
        assertThat(inUse()).isZero();
    }

    @Test
    void namesWhatTheModelHasWhereAnInterfaceIsUnknown() {
        Path any = folder.resolve("any.pcap");
        assertThatExceptionOfType(ReplayException.class)
                .isThrownBy(() -> ringway.replay().in("c:eth0", any))
                .withMessage("no namespace \"c\" in the lab; it has host, a, b, out");
        assertThatExceptionOfType(ReplayException.class)
                .isThrownBy(() -> ringway.replay().in("a:eth1", any))
                .withMessage("no interface \"eth1\" in namespace a; it has lo, eth0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a:", ":eth0", "eth0"})
    void refusesWhatIsNoNameOfAnInterface(String text) {
        assertThatExceptionOfType(ReplayException.class)
                .isThrownBy(() -> InterfaceName.parse(text))
                .withMessageContaining("say NS:IF");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesToLingerForNoTimeThatThereIs(double seconds) {
        assertThatExceptionOfType(ReplayException.class)
                .isThrownBy(() -> ringway.replay().linger(seconds))
                .matches(ReplayException::isUsage);
    }

    @Test
    void takesABatchOfAnySizeFromOneOn() throws IOException {
        Path a = new PcapBytes().at(0, FROM_A).write(folder.resolve("a.pcap"));
        assertThat(ringway.replay()
                        .batch(Integer.MAX_VALUE)
                        .in("a:eth0", a)
                        .run()
                        .injectedFrames())
                .isEqualTo(1);
        assertThatExceptionOfType(ReplayException.class)
                .isThrownBy(() -> ringway.replay().batch(0))
                .withMessage("a batch of 0 frames: it takes at least 1");
    }

    private int inUse() {
        var pool = ringway.network().kernel().pool();
        return pool.totalCells() - pool.freeCells();
    }

    /** Nobody answers a broadcast; its size tells it from others. */
    private static byte[] fromA(int bytes) {
        return broadcast(SmallHost.A, "10.0.0.10", bytes);
    }

    private static byte[] broadcast(long mac, String from, int bytes) {
        return Packets.udp(MacAddress.BROADCAST, mac, from + ":1000", "10.0.0.255:2000", bytes);
    }

    private static byte[] toNobody() {
        return Packets.udp(SmallHost.BR0, SmallHost.A, "10.0.0.10:1000", "192.168.9.77:2000", 10);
    }

    private static int size(byte[] frame) {
        return frame.length - 42;
    }
}

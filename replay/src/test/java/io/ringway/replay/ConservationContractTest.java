package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.replay.report.ReplayReport;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No frame of the demo is lost or made of nothing: wherever the replay stops, the pool misses what the law calls held. */
class ConservationContractTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 256})
    void everyFrameOfTheDemoIsAccountedForWhateverTheBatch(int batch) throws IOException {
        Ringway ringway = DemoRun.load();
        ReplayReport report = DemoRun.feed(ringway, batch).run();
        assertConserved(report);
        assertThat(report.injectedFrames()).isGreaterThan(4000);
        assertThat(report.heldFrames()).isZero();
        assertThat(inUse(ringway)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 10, 100, 150, 333, 1000, 2000, 3000, 4000})
    void thePoolMissesWhatIsHeldWhereverTheReplayStops(long limit) throws IOException {
        Ringway ringway = DemoRun.load();
        Replay replay = DemoRun.feed(ringway, 7).linger(0);
        replay.sending().limit(limit);
        ReplayReport report = replay.run();
        assertThat(report.injectedFrames()).isEqualTo(limit);
        assertConserved(report);
        assertThat(inUse(ringway)).isEqualTo((int) report.heldFrames());
    }

    private static void assertConserved(ReplayReport report) {
        assertThat(report.injectedFrames() + report.originatedFrames() + report.copiedFrames() + report.splitFrames())
                .isEqualTo(report.mergedFrames()
                        + report.deliveredFrames()
                        + report.droppedFrames()
                        + report.heldFrames());
        assertThat(report.dropped().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(report.droppedFrames());
    }

    private static int inUse(Ringway ringway) {
        var pool = ringway.network().kernel().pool();
        return pool.totalCells() - pool.freeCells();
    }
}

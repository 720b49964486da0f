package io.ringway.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.DropReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageTableTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final String TTL = DropReason.IP_INHDR.name();
    private static final String RULES = DropReason.NETFILTER_DROP.name();

    @TempDir
    private Path folder;

    private static CoverageTable ofDocs() throws IOException {
        return new CoverageTable(
                new Coverage(DOCS.resolve("random-coverage.tsv")),
                new CoverageReasons(DOCS.resolve("random-coverage-reasons.txt")));
    }

    @Test
    void noCellIsEmptyWithoutAReason() throws IOException {
        assertThat(ofDocs().unexplained()).isEmpty();
    }

    @Test
    void thePageIsThatOfTheCounts() throws IOException {
        assertThat(DOCS.resolve("random-coverage.md")).hasContent(ofDocs().page());
    }

    @Test
    void noReasonIsStale() throws IOException {
        Coverage coverage = new Coverage(DOCS.resolve("random-coverage.tsv"));
        CoverageReasons reasons = new CoverageReasons(DOCS.resolve("random-coverage-reasons.txt"));
        assertThat(reasons.stale(coverage, CoverageTable.columns())).isEmpty();
    }

    @Test
    void everyReasonSpeaksOfWhatThereIs() throws IOException {
        Set<String> known = new HashSet<>(CoverageTable.columns());
        for (long seed = 1; seed <= 300; seed++) {
            known.addAll(Generator.FORWARDING.make(seed).tried());
        }
        assertThat(known).containsAll(new CoverageReasons(DOCS.resolve("random-coverage-reasons.txt")).names());
    }

    private Coverage coverage(int seeds, Map<String, Long> met) throws IOException {
        Coverage coverage = new Coverage(folder.resolve("coverage.tsv"));
        for (int i = 0; i < seeds; i++) {
            coverage.add(new SeedResult(
                    i,
                    Outcome.EQUAL,
                    List.of(),
                    9,
                    9,
                    9,
                    9,
                    Outcome.NOT_COUNTED,
                    met,
                    Excuses.NONE,
                    List.of("router", "ARP"),
                    ""));
        }
        return coverage;
    }

    @Test
    void anEmptyCellNeedsAReasonOnceItIsToBeExpected() throws IOException {
        Coverage coverage = coverage(10, Map.of("router|" + TTL, 2L));
        CoverageTable table = new CoverageTable(coverage, new CoverageReasons(List.of("N * x " + RULES)));
        assertThat(table.cell("router", TTL)).isEqualTo("20");
        assertThat(table.cell("router", RULES)).isEqualTo("N");
        assertThat(table.cell("router", DropReason.DUP_FRAG.name())).isEqualTo(CoverageTable.RARE);
        assertThat(table.unexplained()).containsExactly("ARP x " + TTL);
    }

    @Test
    void aReasonCoversItsClassesAndNoOther() throws IOException {
        Coverage coverage = coverage(10, Map.of("router|" + TTL, 2L));
        List<String> text = List.of("class packet = IP_CSUM, IP_INHDR", "a ARP x packet", "a: no packet");
        CoverageReasons reasons = new CoverageReasons(text);
        assertThat(new CoverageTable(coverage, reasons).unexplained()).isEmpty();
        assertThat(reasons.letter("router", TTL)).isNull();
        assertThat(reasons.letter("ARP", RULES)).isNull();
        assertThat(reasons.legend()).containsEntry("a", "no packet");
    }

    @Test
    void aReasonForCellsThatAreAllFilledIsStale() throws IOException {
        Coverage coverage = coverage(1, Map.of("router|" + TTL, 2L));
        CoverageReasons reasons = new CoverageReasons(List.of("a router x " + TTL, "b ARP x " + TTL));
        assertThat(reasons.stale(coverage, CoverageTable.columns())).containsExactly("a router x " + TTL);
    }

    @Test
    void aKindOfTrafficIsToBeExpectedByItsFrames() throws IOException {
        Map<String, Long> met = Map.of(
                Coverage.ANY_FRAME + "|" + Coverage.FRAMES, 100L,
                Coverage.ANY_FRAME + "|" + TTL, 20L,
                "UDP|" + Coverage.FRAMES, 50L);
        assertThat(coverage(1, met).expected("UDP", TTL)).isEqualTo(10.0);
    }

    @Test
    void countsGoOnInTheFile() throws IOException {
        coverage(2, Map.of("router|" + TTL, 2L)).write();
        Coverage reread = coverage(1, Map.of("router|" + TTL, 2L));
        assertThat(reread.times("router", TTL)).isEqualTo(6);
        assertThat(reread.expected("ARP", TTL)).isEqualTo(3.0);
        assertThat(Files.readString(folder.resolve("coverage.tsv"))).contains("router\t*\t2");
    }
}

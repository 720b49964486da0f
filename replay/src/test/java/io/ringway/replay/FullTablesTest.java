package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.replay.report.ReplayReport;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection table that was full is told of, with the setting that makes room. */
class FullTablesTest {
    @TempDir
    Path folder;

    @Test
    void saysHowManyWereDroppedAndWhatWouldHelp() throws IOException {
        ReplayReport report = run("sysctl -w net.netfilter.nf_conntrack_max=2", 6);
        assertThat(report.warnings())
                .contains(
                        "conntrack of host: the table was full with 2 connections: 4 packets that begin one were dropped,"
                                + " 0 connections that were not assured made room (sysctl net.netfilter.nf_conntrack_max=… on the host"
                                + " has it keep more)");
        assertThat(report.shortfall().reasons().get(0).frames()).isEqualTo(4);
        assertThat(report.shortfall().reasons().get(0).help())
                .isEqualTo("the connection table is full: sysctl net.netfilter.nf_conntrack_max=… on the host has it"
                        + " keep more");
    }

    @Test
    void saysNothingOfTheKernelsOwnLimit() throws IOException {
        assertThat(Ringway.parse("small.sh", SmallHost.lab())
                        .command("sysctl net.netfilter.nf_conntrack_max")
                        .stdout())
                .isEqualTo("net.netfilter.nf_conntrack_max = 262144\n");
        assertThat(run("", 6).warnings()).noneMatch(warning -> warning.contains("conntrack"));
    }

    private ReplayReport run(String more, int connections) throws IOException {
        PcapBytes capture = new PcapBytes();
        for (int i = 0; i < connections; i++) {
            capture.at(i, Packets.udp(SmallHost.BR0, SmallHost.A, "10.0.0.10:" + (40_000 + i), "192.168.9.2:53", 8));
        }
        Path file = capture.write(folder.resolve("in.pcap"));
        try (Replay replay = Ringway.parse("small.sh", SmallHost.lab() + more).replay()) {
            return replay.in("a:eth0", file).run();
        }
    }
}

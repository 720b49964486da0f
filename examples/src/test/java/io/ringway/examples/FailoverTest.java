package io.ringway.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.replay.Ringway;
import io.ringway.replay.probe.Probe;
import io.ringway.replay.probe.ProbeReport;
import io.ringway.replay.probe.ProbeReport.Answer;
import io.ringway.replay.probe.ProbeReport.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A routing set-up under test: two uplinks with metrics, one of which is pulled; virtual time passes, none is slept. */
class FailoverTest {
    private static final String LAB = """
            ip netns add router; ip netns add one; ip netns add two
            ip -n router link set lo up
            ip -n router link add up1 type veth peer name eth0 netns one
            ip -n router link add up2 type veth peer name eth0 netns two
            ip -n router addr add 10.1.0.2/24 dev up1; ip -n router addr add 10.2.0.2/24 dev up2
            ip -n one addr add 10.1.0.1/24 dev eth0; ip -n two addr add 10.2.0.1/24 dev eth0
            ip -n router link set up1 up; ip -n router link set up2 up
            ip -n one link set eth0 up; ip -n two link set eth0 up
            ip -n one addr add 192.0.2.1/32 dev eth0; ip -n two addr add 192.0.2.1/32 dev eth0
            ip -n router route add default via 10.1.0.1 metric 10
            ip -n router route add default via 10.2.0.1 metric 20
            """;

    private final Ringway ringway = Ringway.parse("failover.sh", LAB);

    @Test
    void takesTheOtherUplinkOnceTheFirstIsDown() {
        assertThat(ask().where()).isEqualTo("one");
        ringway.command("ip -n router link set up1 down");
        ringway.run(Duration.ofSeconds(2));
        assertThat(ask().where()).isEqualTo("two");
        assertThat(ask().answer()).isEqualTo(Answer.ACCEPTED);
    }

    @Test
    void saysWhyNothingIsReachedWithoutAnyUplink() {
        ringway.command("ip -n router link set up1 down");
        ringway.command("ip -n router link set up2 down");
        ProbeReport report = ask();
        assertThat(report.verdict()).isEqualTo(Verdict.UNREACHABLE);
        assertThat(report.meaning()).contains("no route");
    }

    private ProbeReport ask() {
        return ringway.probe(Probe.of("", "router", "192.0.2.1", "icmp", 0, Probe.DEFAULT_SOURCE_PORT));
    }
}

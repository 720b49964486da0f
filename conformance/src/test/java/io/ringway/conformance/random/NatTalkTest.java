package io.ringway.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.conformance.compare.Sighting;
import io.ringway.conformance.model.ModelLab;
import io.ringway.lab.Lab;
import io.ringway.lab.LabCommand;
import io.ringway.lab.LabException;
import io.ringway.packet.Frame;
import io.ringway.replay.input.StackEntrance;
import io.ringway.replay.request.InterfaceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The talk in a lab of the model alone. */
class NatTalkTest {
    private static final long BEGIN_NS = 2_000_000_000L;
    private static final long STEP_NS = 3_000_000L;

    private final Map<InterfaceName, List<Sighting>> seen = new LinkedHashMap<>();
    private int translated;
    private int crossed;

    private List<SentFrame> talk(long seed) {
        RandomCase one = Generator.NAT.make(seed);
        ModelLab model = new ModelLab(1);
        for (LabCommand command : Lab.parse("lab", String.join("\n", one.lab())).commands()) {
            try {
                model.run(command, 0);
            } catch (LabException e) {
                // A rule that cannot be, which the tester leaves out too.
            }
        }
        model.begin();
        model.interfaces()
                .forEach(name -> model.tap(
                        name,
                        false,
                        (frame, outgoing) -> seen.computeIfAbsent(name, key -> new ArrayList<>())
                                .add(new Sighting(frame.toBytes(), outgoing, false, 0))));
        NatTalk talk = one.talk().get();
        talk.senders().forEach(sender -> model.mute(sender.namespace()));
        long nowNs = BEGIN_NS;
        while (talk.next() == 0) {
            nowNs = Math.max(nowNs + STEP_NS, BEGIN_NS + talk.timestampNs(0) - CaseFolder.FIRST_NS);
            model.advanceTo(nowNs);
            hear(talk);
            InterfaceName sender = talk.sender(0);
            Frame frame = talk.take(0);
            if (sender.isStack()) {
                StackEntrance.cutToPacket(frame);
            }
            model.inject(sender, frame, nowNs);
        }
        hear(talk);
        return talk.sent();
    }

    private void hear(NatTalk talk) {
        if (talk.last() != null) {
            boolean changed = Crossing.isTranslated(talk.last(), seen);
            translated += changed ? 1 : 0;
            crossed += changed || Crossing.happened(talk.last(), seen) ? 1 : 0;
        }
        talk.hear(seen);
        seen.clear();
    }

    @Test
    void saysTheSameWhereItHearsTheSame() {
        assertThat(talk(3)).usingRecursiveComparison().isEqualTo(talk(3));
        assertThat(Generator.NAT.make(3).lab()).isEqualTo(Generator.NAT.make(3).lab());
    }

    @Test
    void isTranslatedOftenEnoughToCountInNineteenOfTwentySeeds() {
        int enough = 0;
        for (long seed = 1; seed <= 20; seed++) {
            translated = 0;
            crossed = 0;
            talk(seed);
            enough += translated >= SeedResult.LEAST_TRANSLATED && crossed >= SeedResult.LEAST_CROSSED ? 1 : 0;
        }
        assertThat(enough).isGreaterThanOrEqualTo(19);
    }

    @Test
    void triesWhatConnectionsMayMeetWithinThirtySeeds() {
        Set<String> met = new TreeSet<>();
        for (long seed = 1; seed <= 30; seed++) {
            talk(seed).forEach(frame -> met.addAll(frame.kinds()));
            met.addAll(Generator.NAT.make(seed).features());
        }
        assertThat(met)
                .contains("SYN", "SYN and ACK", "data", "FIN", "RST", "retransmission", "ahead of the window")
                .contains("SYN after the end", "ICMP error", "fragments", "UDP", "echo reply", "SCTP", "GRE")
                .contains("DNAT", "SNAT", "MASQUERADE", "REDIRECT", "--random", "zones", "marks", "two boxes")
                .contains("address removed", "nat flushed", "interface flap", "pauses", "NAT of bridged packets")
                .contains("NETMAP", "helper ftp", "helper tftp", "FTP line", "TFTP request", "announced");
    }

    @Test
    void answersWhatItHeard() {
        Set<String> answers = new TreeSet<>();
        for (long seed = 1; seed <= 10; seed++) {
            talk(seed).stream()
                    .filter(frame -> frame.kinds().contains("SYN and ACK"))
                    .forEach(frame -> answers.add(frame.where()));
        }
        assertThat(answers).isNotEmpty();
    }
}

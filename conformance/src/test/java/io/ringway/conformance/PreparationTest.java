package io.ringway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.conformance.model.ModelLab;
import io.ringway.lab.Lab;
import io.ringway.packet.Frame;
import io.ringway.replay.request.Gso;
import io.ringway.replay.request.InterfaceName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Captures as they come, for both sides: the segments of a real host whose devices were to cut them. */
class PreparationTest {
    private static final Path CAPTURE = Path.of("hosts/docker/offloaded/web.pcap.gz");

    @Test
    void bothSidesAreGivenSegmentsThatFitOneAfterTheOther() throws IOException {
        List<Frame> whole = frames(ConformRequest.Repairs.NONE);
        List<Frame> cut = frames(new ConformRequest.Repairs(true, true, Gso.SPLIT));
        assertThat(whole).hasSize(22).anyMatch(frame -> frame.length() > 20_000);
        assertThat(cut).hasSize(68).allMatch(frame -> frame.length() <= 1514);
        assertThat(bytes(cut) - bytes(whole)).isEqualTo((68 - 22) * 66L);
    }

    @Test
    void nothingIsDoneToThemUnlessAskedFor() throws IOException {
        List<Frame> whole = frames(ConformRequest.Repairs.NONE);
        List<Frame> completed = frames(new ConformRequest.Repairs(true, true, Gso.KEEP));
        assertThat(whole.get(0).toBytes()).isNotEqualTo(completed.get(0).toBytes());
        assertThat(completed).hasSize(22);
    }

    private static long bytes(List<Frame> frames) {
        return frames.stream().mapToLong(Frame::length).sum();
    }

    private static List<Frame> frames(ConformRequest.Repairs repairs) throws IOException {
        ModelLab model = new ModelLab(1);
        Lab.parse("lab.sh", "ip netns add a\nip link add eth0 netns a type veth peer name peer\n")
                .commands()
                .forEach(command -> model.run(command, 0));
        ConformRequest request = new ConformRequest(
                List.of(),
                List.of(new ConformRequest.Input(new InterfaceName("a", "eth0"), CAPTURE, false)),
                List.of(),
                List.of(),
                null,
                null,
                false,
                repairs,
                1,
                0);
        List<Frame> frames = new ArrayList<>();
        try (Inputs inputs = new Inputs(model, request)) {
            long last = 0;
            for (int next = inputs.next(); next >= 0; next = inputs.next()) {
                assertThat(inputs.timestampNs(next)).isGreaterThanOrEqualTo(last);
                last = inputs.timestampNs(next);
                frames.add(inputs.take(next));
            }
        }
        return frames;
    }
}

package io.ringway.conformance.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each planted difference stands right beside what the rule excuses. */
class WorkQueueOrderTest {
    private static final Sighting PACKET = frame(1, false, false);
    private static final Sighting ANSWER = frame(2, true, false);
    private static final Sighting QUESTION = frame(3, false, true);
    private static final Sighting LATER = frame(4, false, true);

    private final WorkQueueOrder rule = new WorkQueueOrder();

    private static Sighting frame(int what, boolean outgoing, boolean deferred) {
        byte[] bytes = new byte[60];
        bytes[59] = (byte) what;
        return new Sighting(bytes, outgoing, false, false, deferred, 0);
    }

    private static Sighting kernel(Sighting of) {
        return new Sighting(of.bytes(), of.outgoing(), false, 7);
    }

    @Test
    void excusesAQuestionBeforeThePacketThatItsAnswerBrought() {
        Sighting question = kernel(QUESTION);
        Sighting packet = kernel(PACKET);
        assertThat(rule.align(List.of(question, packet), List.of(PACKET, QUESTION)))
                .containsExactly(packet, question);
    }

    @Test
    void leavesAloneWhatIsInOrder() {
        List<Sighting> kernel = List.of(kernel(PACKET), kernel(QUESTION));
        assertThat(rule.align(kernel, List.of(PACKET, QUESTION))).isSameAs(kernel);
    }

    @Test
    void catchesTwoThatWaitedAndChangedPlaces() {
        List<Sighting> kernel = List.of(kernel(LATER), kernel(PACKET), kernel(QUESTION));
        assertThat(rule.align(kernel, List.of(PACKET, QUESTION, LATER))).isSameAs(kernel);
    }

    @Test
    void catchesTwoThatDidNotWaitAndChangedPlaces() {
        List<Sighting> kernel = List.of(kernel(QUESTION), kernel(ANSWER), kernel(PACKET));
        assertThat(rule.align(kernel, List.of(PACKET, ANSWER, QUESTION)).get(0)).isSameAs(kernel.get(1));
    }

    @Test
    void catchesOneThatIsMissing() {
        List<Sighting> kernel = List.of(kernel(ANSWER), kernel(PACKET));
        assertThat(rule.align(kernel, List.of(PACKET, QUESTION))).isSameAs(kernel);
    }

    @Test
    void catchesTheOtherDirection() {
        List<Sighting> kernel = List.of(new Sighting(QUESTION.bytes(), true, false, 7), kernel(PACKET));
        assertThat(rule.align(kernel, List.of(PACKET, QUESTION))).isSameAs(kernel);
    }
}

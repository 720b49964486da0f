package io.ringway.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringway.replay.request.ReplayException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private static final long FIRST_NS = 1_000_000_000_000L;
    private static final long SECOND_NS = 1_000_000_000L;

    private final List<TimedCommand> commands = new ArrayList<>();

    AgendaTest() {
        commands.addAll(TimedCommand.parse("--at", "1.5", "true"));
        commands.addAll(TimedCommand.parse("--at", "2", "ip link set lo up"));
    }

    @Test
    void runsACommandBeforeTheFramesOfItsTime() {
        Agenda agenda = new Agenda(commands, FIRST_NS);
        assertThat(agenda.commandBefore(FIRST_NS)).isNull();
        assertThat(agenda.commandBefore(FIRST_NS + 3 * SECOND_NS / 2 - 1)).isNull();
        assertThat(agenda.commandBefore(FIRST_NS + 3 * SECOND_NS / 2)).isSameAs(commands.get(0));
    }

    @Test
    void runsWhatIsLeftAfterTheLastFrame() {
        Agenda agenda = new Agenda(commands, FIRST_NS);
        agenda.passCommand();
        assertThat(agenda.commandBefore(Agenda.NO_FRAME)).isSameAs(commands.get(1));
        agenda.passCommand();
        assertThat(agenda.hasCommand()).isFalse();
        assertThat(agenda.commandBefore(Agenda.NO_FRAME)).isNull();
    }

    @Test
    void countsTimeFromWhatCameBefore() {
        Agenda agenda = new Agenda(commands, FIRST_NS);
        assertThat(agenda.passFrame(FIRST_NS)).isZero();
        assertThat(agenda.passFrame(FIRST_NS + SECOND_NS)).isEqualTo(SECOND_NS);
        assertThat(agenda.passCommand()).isEqualTo(SECOND_NS / 2);
        assertThat(agenda.passFrame(FIRST_NS + 2 * SECOND_NS)).isEqualTo(SECOND_NS / 2);
    }

    @Test
    void refusesWhatIsNoTime() {
        for (String time : new String[] {"soon", "-1", "1e-12", ""}) {
            assertThatThrownBy(() -> TimedCommand.parse("--at", time, "true"))
                    .as(time)
                    .isInstanceOf(ReplayException.class)
                    .hasMessageContaining("--at");
        }
    }
}

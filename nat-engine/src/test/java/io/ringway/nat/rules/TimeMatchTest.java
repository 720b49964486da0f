package io.ringway.nat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.nat.Hook;
import io.ringway.nat.TestFrames;
import io.ringway.nat.TestHost;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.packet.Randomness;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Conditions of time, at moments of our choice. */
final class TimeMatchTest {
    private final RuleTables tables = new RuleTables();
    private final RuleWalk walk = new RuleWalk(tables);
    private final TestFrames frames = new TestFrames();
    private long wallNs;

    private final Packet packet = new Packet(
            new TestHost() {
                @Override
                public long wallNs() {
                    return wallNs;
                }
            },
            null,
            new Randomness(1));

    private boolean holds(String moment, String options) {
        wallNs = LocalDateTime.parse(moment).toEpochSecond(ZoneOffset.UTC) * 1_000_000_000L + 999_999_999;
        iptables("-P FORWARD DROP");
        iptables("-F FORWARD");
        iptables("-A FORWARD -m time " + options + " -j ACCEPT");
        packet.at(Hook.FORWARD, frames.udp("10.0.0.2", 1, "192.0.2.9", 2));
        return walk.filter(Hook.FORWARD, packet);
    }

    private void iptables(String command) {
        IptablesCommand.parse(Transcript.words(command)).run(tables);
    }

    @Test
    void takesTheFirstAndTheLastSecondOfADate() {
        String options = "--datestart 2020-05-06 --datestop 2020-05-07T12:00";
        assertThat(holds("2020-05-05T23:59:59", options)).isFalse();
        assertThat(holds("2020-05-06T00:00:00", options)).isTrue();
        assertThat(holds("2020-05-07T12:00:00", options)).isTrue();
        assertThat(holds("2020-05-07T12:00:01", options)).isFalse();
    }

    @Test
    void endsWithTheYear2038WhereNoDateIsNamed() {
        assertThat(holds("2038-01-19T03:14:07", "--weekdays Tue")).isTrue();
        assertThat(holds("2038-01-19T03:14:08", "--weekdays Tue")).isFalse();
    }

    @Test
    void takesTimesOfTheDayOverMidnightToo() {
        assertThat(holds("2020-05-06T09:00:00", "--timestart 09:00 --timestop 17:00"))
                .isTrue();
        assertThat(holds("2020-05-06T17:00:01", "--timestart 09:00 --timestop 17:00"))
                .isFalse();
        assertThat(holds("2020-05-06T23:00:00", "--timestart 22:00 --timestop 06:00"))
                .isTrue();
        assertThat(holds("2020-05-06T06:00:00", "--timestart 22:00 --timestop 06:00"))
                .isTrue();
        assertThat(holds("2020-05-06T12:00:00", "--timestart 22:00 --timestop 06:00"))
                .isFalse();
    }

    @Test
    void countsTheHoursAfterMidnightToTheDayBeforeWhereTheyAreContiguous() {
        String night = "--timestart 22:00 --timestop 06:00 --weekdays Wed";
        assertThat(holds("2020-05-07T05:00:00", night)).isFalse();
        assertThat(holds("2020-05-07T05:00:00", night + " --contiguous")).isTrue();
        assertThat(holds("2020-05-06T05:00:00", night)).isTrue();
        assertThat(holds("2020-05-06T05:00:00", night + " --contiguous")).isFalse();
        assertThat(holds("2020-05-06T23:00:00", night + " --contiguous")).isTrue();
    }

    @Test
    void knowsTheDaysOfWeekAndMonth() {
        assertThat(holds("1970-01-01T00:00:00", "--weekdays Thu --monthdays 1")).isTrue();
        assertThat(holds("2020-05-10T12:00:00", "--weekdays Sun --monthdays 10"))
                .isTrue();
        assertThat(holds("2020-05-10T12:00:00", "! --weekdays Sat,Mon")).isTrue();
        assertThat(holds("2020-05-10T12:00:00", "! --monthdays 10")).isFalse();
        assertThat(holds("2024-02-29T12:00:00", "--monthdays 29")).isTrue();
    }

    @Test
    void agreesWithTheCalendarAboutEveryDay() {
        LocalDate day = LocalDate.of(1970, 1, 1);
        for (int i = 0; i < 70 * 365; i += 13) {
            LocalDate date = day.plusDays(i);
            if (date.getYear() >= 2038) {
                break;
            }
            String options = "--monthdays " + date.getDayOfMonth() + " --weekdays "
                    + date.getDayOfWeek().getValue();
            assertThat(holds(date + "T12:00:00", options)).as("%s", date).isTrue();
        }
    }
}

package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;

/**
 * {@code -m time} (xt_time.c:time_mt()): the moment, in UTC; the kernel's own time zone is UTC here, too.
 *
 * @param dayStart seconds of the day, as {@code dayStop}; above it the time runs over midnight
 * @param dateStart seconds since 1970, as {@code dateStop}; both inclusive
 * @param monthDays a bit for each day, 0 included
 * @param weekDays a bit for each day, Monday bit 1
 */
public record TimeMatch(
        int dayStart,
        int dayStop,
        long dateStart,
        long dateStop,
        int monthDays,
        int weekDays,
        boolean contiguous,
        boolean kernelZone)
        implements Match {
    private static final int DATE_START = 0;
    private static final int DATE_STOP = 1;
    private static final int TIME_START = 2;
    private static final int TIME_STOP = 3;
    private static final int MONTH_DAYS = 4;
    private static final int WEEK_DAYS = 5;
    private static final int LOCAL_ZONE = 6;
    private static final int UTC = 7;
    private static final int KERNEL_ZONE = 8;
    private static final int CONTIGUOUS = 9;

    private static final int DAY_SECONDS = 86_400;
    private static final long LAST_DATE = Integer.MAX_VALUE;
    private static final int ALL_MONTH_DAYS = 0xffff_fffe;
    private static final int ALL_WEEK_DAYS = 0xfe;
    private static final long NS_PER_SECOND = 1_000_000_000L;

    public static final Extension<Match> EXTENSION = Extension.of(
            "time",
            Reading::new,
            ExtensionOption.valued("datestart", DATE_START),
            ExtensionOption.valued("datestop", DATE_STOP),
            ExtensionOption.valued("timestart", TIME_START),
            ExtensionOption.valued("timestop", TIME_STOP),
            ExtensionOption.flag("contiguous", CONTIGUOUS),
            ExtensionOption.valued("weekdays", WEEK_DAYS).orInverted(),
            ExtensionOption.valued("monthdays", MONTH_DAYS).orInverted(),
            ExtensionOption.flag("localtz", LOCAL_ZONE).excluding(1 << UTC),
            ExtensionOption.flag("utc", UTC).excluding(1 << LOCAL_ZONE | 1 << KERNEL_ZONE),
            ExtensionOption.flag("kerneltz", KERNEL_ZONE).excluding(1 << UTC));

    private static final class Reading implements Extension.Reading<Match> {
        private int dayStart;
        private int dayStop = DAY_SECONDS - 1;
        private long dateStart;
        private long dateStop = LAST_DATE;
        private int monthDays = ALL_MONTH_DAYS;
        private int weekDays = ALL_WEEK_DAYS;
        private boolean contiguous;
        private boolean kernelZone;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            switch (id) {
                case DATE_START -> dateStart = TimeWords.date(argument);
                case DATE_STOP -> dateStop = TimeWords.date(argument);
                case TIME_START -> dayStart = TimeWords.timeOfDay(argument);
                case TIME_STOP -> dayStop = TimeWords.timeOfDay(argument);
                case MONTH_DAYS -> monthDays = TimeWords.monthDays(argument) ^ (inverted ? ALL_MONTH_DAYS : 0);
                case WEEK_DAYS -> weekDays = (TimeWords.weekDays(argument) ^ (inverted ? ALL_WEEK_DAYS : 0)) & 0xff;
                case CONTIGUOUS -> contiguous = true;
                case UTC -> kernelZone = false;
                default -> {
                    kernelZone = true;
                    if (id == LOCAL_ZONE) {
                        head.warn("WARNING: --localtz is being replaced by --kerneltz, since \"local\" is ambiguous."
                                + " Note the kernel timezone has caveats - see manpage for details.");
                    }
                }
            }
        }

        @Override
        public Match finish(RuleHead head) {
            if (contiguous && dayStart < dayStop) {
                throw Refusal.parameter("time: --contiguous only makes sense when stoptime is smaller than starttime");
            }
            return new TimeMatch(dayStart, dayStop, dateStart, dateStop, monthDays, weekDays, contiguous, kernelZone);
        }
    }

    @Override
    public String name() {
        return "time";
    }

    @Override
    public boolean matches(Packet packet) {
        return holds(Math.floorDiv(packet.view().wallNs(), NS_PER_SECOND));
    }

    private boolean holds(long seconds) {
        if (seconds < dateStart || seconds > dateStop) {
            return false;
        }
        int timeOfDay = Math.floorMod(seconds, DAY_SECONDS);
        boolean isWithin = timeOfDay >= dayStart && timeOfDay <= dayStop;
        boolean isOutside = timeOfDay < dayStart && timeOfDay > dayStop;
        if (dayStart < dayStop ? !isWithin : isOutside) {
            return false;
        }
        // What begins the evening before counts as of that day.
        boolean begunBefore = contiguous && dayStart >= dayStop && timeOfDay <= dayStop;
        long day = Math.floorDiv(seconds, DAY_SECONDS) - (begunBefore ? 1 : 0);
        return (weekDays & (1 << TimeWords.weekDay(day))) != 0
                && (monthDays == ALL_MONTH_DAYS || (monthDays & (1 << TimeWords.monthDay(day))) != 0);
    }

    @Override
    public void save(StringBuilder out) {
        if (dayStart != 0 || dayStop != DAY_SECONDS - 1) {
            out.append(" --timestart ").append(TimeWords.timeText(dayStart));
            out.append(" --timestop ").append(TimeWords.timeText(dayStop));
        }
        if (monthDays != ALL_MONTH_DAYS) {
            out.append(" --monthdays ").append(TimeWords.monthDaysText(monthDays, false));
        }
        if (weekDays != ALL_WEEK_DAYS) {
            out.append(" --weekdays ").append(TimeWords.weekDaysText(weekDays));
        }
        out.append(dateStart == 0 ? "" : " --datestart " + TimeWords.dateText(dateStart, 'T'));
        out.append(dateStop == 0 ? "" : " --datestop " + TimeWords.dateText(dateStop, 'T'));
        out.append(kernelZone ? " --kerneltz" : "");
        out.append(contiguous ? " --contiguous" : "");
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(" TIME");
        if (dayStart != 0 || dayStop != DAY_SECONDS - 1) {
            out.append(" from ").append(TimeWords.timeText(dayStart));
            out.append(" to ").append(TimeWords.timeText(dayStop));
        }
        if (weekDays != ALL_WEEK_DAYS) {
            out.append(" on ").append(TimeWords.weekDaysText(weekDays));
        }
        if (monthDays != ALL_MONTH_DAYS) {
            out.append(" on ").append(TimeWords.monthDaysText(monthDays, true));
        }
        if (dateStart != 0) {
            out.append(" starting from ").append(TimeWords.dateText(dateStart, ' '));
        }
        if (dateStop != LAST_DATE) {
            out.append(" until date").append(dateStop == 0 ? "" : " " + TimeWords.dateText(dateStop, ' '));
        }
        out.append(kernelZone ? "" : " UTC");
        out.append(contiguous ? " contiguous" : "");
    }
}

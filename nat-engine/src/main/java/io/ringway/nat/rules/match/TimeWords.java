package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.ToolNumber;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The dates, times and days of {@code -m time}, read as leniently as by the tool and printed again (libxt_time.c). */
final class TimeWords {
    private static final String[] WEEK_DAYS = {"", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    private static final String[] ENDINGS = {"th", "st", "nd", "rd"};
    private static final int LAST_MONTH_DAY = 31;

    private TimeWords() {}

    /** Seconds of the day in {@code hh:mm[:ss]}; a part without digits is 0. */
    static int timeOfDay(String text) {
        int[] highest = {23, 59, 59};
        int seconds = 0;
        String rest = text;
        for (int i = 0; i < highest.length; i++) {
            int end = decimalEnd(rest);
            boolean last = end == rest.length();
            int value = decimal(rest, end, 0, highest[i]);
            if (value < 0 || (last ? i == 0 : rest.charAt(end) != ':' || i == highest.length - 1)) {
                throw Refusal.parameter("invalid time \"" + rest
                        + "\" specified, should be hh:mm[:ss] format and within the boundaries");
            }
            seconds += value * (i == 0 ? 3600 : i == 1 ? 60 : 1);
            if (last) {
                break;
            }
            rest = rest.substring(end + 1);
        }
        return seconds;
    }

    /** Seconds since 1970 of {@code YYYY[-MM[-DD[Thh[:mm[:ss]]]]]}; months and days that are none move the date. */
    static long date(String text) {
        int[] highest = {2038, 12, LAST_MONTH_DAY, 23, 59, 59};
        int[] parts = {0, 1, 1, 0, 0, 0};
        String separators = "--T::";
        String rest = text;
        for (int i = 0; i < parts.length; i++) {
            int end = decimalEnd(rest);
            parts[i] = decimal(rest, end, i == 0 ? 1970 : 0, highest[i]);
            boolean last = end == rest.length();
            if (parts[i] < 0 || (!last && (i == 5 || rest.charAt(end) != separators.charAt(i)))) {
                throw Refusal.parameter(
                        "Invalid date \"" + text + "\" specified. Should be YYYY[-MM[-DD[Thh[:mm[:ss]]]]]");
            }
            if (last) {
                break;
            }
            rest = rest.substring(end + 1);
        }
        LocalDateTime moment = LocalDate.of(parts[0], 1, 1)
                .plusMonths(parts[1] - 1L)
                .plusDays(parts[2] - 1L)
                .atTime(parts[3], parts[4], parts[5]);
        long seconds = moment.toEpochSecond(ZoneOffset.UTC);
        if (seconds < 0) {
            throw Refusal.other("mktime returned an error");
        }
        return seconds;
    }

    /** Where a decimal number ends that blanks and a plus may precede; 0 where there is none. */
    private static int decimalEnd(String text) {
        int at = 0;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        at += at < text.length() && text.charAt(at) == '+' ? 1 : 0;
        int first = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at == first ? 0 : at;
    }

    private static int decimal(String text, int end, int min, int max) {
        String digits = text.substring(0, end).strip().replace("+", "");
        int value = digits.isEmpty() ? 0 : digits.length() > 9 ? -1 : Integer.parseInt(digits);
        return value < min || value > max ? -1 : value;
    }

    /** Of each part between commas, the first two characters count. */
    static int monthDays(String text) {
        int days = 0;
        for (String rest = text; !rest.isEmpty(); rest = behindComma(rest)) {
            String piece = rest.substring(0, Math.min(2, rest.length()));
            int end = ToolNumber.end(piece);
            long day = end == 0 ? 0 : ToolNumber.parsePrefix(piece, end, LAST_MONTH_DAY);
            if (day < 0 || (end < piece.length() && piece.charAt(end) != ',')) {
                throw Refusal.parameter(piece + " is not a valid day for --monthdays");
            }
            days |= 1 << day;
        }
        return days;
    }

    /** Numbers from 1, or names of which the first two letters count. */
    static int weekDays(String text) {
        int days = 0;
        for (String rest = text; !rest.isEmpty(); rest = behindComma(rest)) {
            int comma = rest.indexOf(',');
            String word = comma < 0 ? rest : rest.substring(0, comma);
            days |= 1 << weekDay(word.substring(0, Math.min(3, word.length())));
        }
        return days;
    }

    /** The processor's shift takes the lowest five bits of a number. */
    private static int weekDay(String word) {
        String number = word.startsWith("-") ? word.substring(1) : word;
        int end = ToolNumber.end(number);
        if (end == number.length()) {
            long day = number.isEmpty() ? 0 : ToolNumber.parsePrefix(number, end, 999L);
            if (day == 0) {
                throw Refusal.parameter("No, the week does NOT begin with Sunday.");
            }
            return (int) (word.startsWith("-") ? -day : day);
        }
        for (int i = 1; i < WEEK_DAYS.length; i++) {
            if (word.startsWith(WEEK_DAYS[i].substring(0, 2))) {
                return i;
            }
        }
        throw Refusal.parameter(word + " is not a valid day specifier");
    }

    private static String behindComma(String text) {
        int comma = text.indexOf(',');
        return comma < 0 ? "" : text.substring(comma + 1);
    }

    /** 1 for Monday; day 0 of 1970 was a Thursday ({@code xt_time.c:localtime_2()}). */
    static int weekDay(long epochDay) {
        return (int) Math.floorMod(epochDay + 3, 7L) + 1;
    }

    /** The day of the month; counts in eras of 400 years from March on, so that leap days come last. */
    static int monthDay(long epochDay) {
        long dayOfEra = Math.floorMod(epochDay + 719_468, 146_097L);
        long year = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100);
        long month = (5 * dayOfYear + 2) / 153;
        return (int) (dayOfYear - (153 * month + 2) / 5) + 1;
    }

    static String timeText(int seconds) {
        return twoDigits(seconds / 3600) + ':' + twoDigits(seconds / 60 % 60) + ':' + twoDigits(seconds % 60);
    }

    private static String twoDigits(int value) {
        return (value < 10 ? "0" : "") + value;
    }

    static String dateText(long seconds, char separator) {
        LocalDateTime moment = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        return moment.toLocalDate().toString()
                + separator
                + timeText(moment.toLocalTime().toSecondOfDay());
    }

    /** As {@code 1,2,31}, or with the tool's endings as {@code 1st,2nd,13rd}. */
    static String monthDaysText(int days, boolean endings) {
        StringBuilder text = new StringBuilder();
        for (int day = 1; day <= LAST_MONTH_DAY; day++) {
            if ((days & (1 << day)) != 0) {
                text.append(text.length() == 0 ? "" : ",").append(day);
                text.append(endings ? ENDINGS[day % 10 < ENDINGS.length ? day % 10 : 0] : "");
            }
        }
        return text.toString();
    }

    static String weekDaysText(int days) {
        StringBuilder text = new StringBuilder();
        for (int day = 1; day < WEEK_DAYS.length; day++) {
            if ((days & (1 << day)) != 0) {
                text.append(text.length() == 0 ? "" : ",").append(WEEK_DAYS[day]);
            }
        }
        return text.toString();
    }
}

package dk.grundskema.api.imports.systems.fet;

import dk.grundskema.api.imports.systems.file.TimeOfDayParser;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Times of FET's hours, as far as their names state them: {@code 08:00-08:45}, {@code 8.00}, {@code Pd1 08h00-08h40}, {@code 01:15p}, or
 * numbers that are hours of the clock ({@code 7}, {@code 8}, {@code 9}). What names leave open is assumed.
 */
final class FetHourTimes {
    /** Length of a lesson without a known time, in minutes. */
    static final int LESSON = 45;

    /** Length of a break without a known time, in minutes. Our own number. */
    static final int BREAK = 20;

    /** Start of the first lesson without a known time. */
    static final LocalTime FIRST = LocalTime.of(8, 0);

    private static final int DAY = 24 * 60;
    private static final int HALF_DAY = DAY / 2;

    /** Longest hour whose end may be written in the twelve-hour clock, in minutes. Our own number. */
    private static final int LONGEST = 4 * 60;

    /** Earliest number that is an hour of the clock instead of the number of a lesson. Our own number. */
    private static final int FIRST_CLOCK_HOUR = 6;

    private static final int UNKNOWN = -1;
    private static final Pattern TIME = Pattern.compile("(?<!\\d)(\\d{1,2})\\s*[:.hH]\\s*(\\d{2})(?!\\d)");
    private static final Pattern SPAN = Pattern.compile(TIME + "\\s*[-–]\\s*" + TIME);
    private static final Pattern BARE = Pattern.compile("(?<!\\d)(\\d{2})(\\d{2})(?!\\d)");

    /** What the times of a file rest on. */
    enum Origin {
        /** Names state the start and end of all hours. */
        STATED,
        /** Names state starts; ends or some starts are assumed. */
        COMPLETED,
        /** Names state no times: all are assumed. */
        ASSUMED
    }

    private final int[] starts;
    private final int[] ends;
    private Origin origin = Origin.STATED;

    /**
     * @param names  names of the hours in their order
     * @param parts  number of parts of a day that have these hours one after the other
     * @param breaks whether each hour is a break
     */
    FetHourTimes(List<String> names, int parts, List<Boolean> breaks) {
        starts = new int[names.size() * parts];
        ends = new int[names.size() * parts];
        if (!readNames(names) || !repeat(names.size(), parts)) {
            assume(breaks, parts);
        }
    }

    /** Returns the span of a slot of the day; a day has the hours once for each of its parts. */
    TimeOfDayParser.Span span(int slot) {
        return new TimeOfDayParser.Span(toTime(starts[slot]), toTime(ends[slot]));
    }

    /** Returns the length of the longest hour, in minutes. */
    int longest() {
        return IntStream.range(0, starts.length)
                .map(slot -> ends[slot] - starts[slot])
                .max()
                .orElse(0);
    }

    Origin origin() {
        return origin;
    }

    private static LocalTime toTime(int minute) {
        return LocalTime.of(minute / 60, minute % 60);
    }

    /** Reads the times of the first part; false if too few names state them, or they go past midnight. */
    private boolean readNames(List<String> names) {
        int count = names.size();
        Arrays.fill(starts, UNKNOWN);
        Arrays.fill(ends, UNKNOWN);
        for (int i = 0; i < count; i++) {
            readName(names.get(i), i);
        }
        if (names.stream().allMatch(name -> SPAN.matcher(name).find()) && isTwentyFourHourClock(count)) {
            return true;
        }
        if (IntStream.range(0, count).allMatch(i -> starts[i] == UNKNOWN)) {
            readClockHours(names);
        }
        sortOut(count);
        if (IntStream.range(0, count).filter(i -> starts[i] != UNKNOWN).count() * 2 < Math.max(count, 2)) {
            return false;
        }
        if (IntStream.range(0, count).anyMatch(i -> starts[i] == UNKNOWN || ends[i] == UNKNOWN)) {
            origin = Origin.COMPLETED;
            complete(count);
        }
        return isInOrder(count);
    }

    private void readName(String name, int hour) {
        Matcher time = TIME.matcher(name);
        if (!time.find()) {
            time = BARE.matcher(name);
            if (!time.find()) {
                return;
            }
        }
        starts[hour] = minute(time);
        if (starts[hour] != UNKNOWN && time.find()) {
            ends[hour] = minute(time);
        }
    }

    /**
     * Returns whether all hours have a start and an end in the twenty-four-hour clock: some are after noon, or none is so early that it could be one
     * of the afternoon. They may then be in any order and overlap, as hours of classes with different breaks do.
     */
    private boolean isTwentyFourHourClock(int count) {
        return IntStream.range(0, count).allMatch(i -> starts[i] != UNKNOWN && ends[i] > starts[i])
                && (IntStream.range(0, count).anyMatch(i -> starts[i] > HALF_DAY + 59)
                        || IntStream.range(0, count).allMatch(i -> starts[i] >= FIRST_CLOCK_HOUR * 60));
    }

    private static int minute(Matcher time) {
        int hour = Integer.parseInt(time.group(1));
        int minute = Integer.parseInt(time.group(2));
        return hour < 24 && minute < 60 ? hour * 60 + minute : UNKNOWN;
    }

    /** Reads consecutive numbers that can only be hours of the clock. */
    private void readClockHours(List<String> names) {
        var numbers = names.stream()
                .takeWhile(name -> name.matches("\\d{1,2}"))
                .map(Integer::valueOf)
                .toList();
        boolean isClock = numbers.size() > 1
                && numbers.getFirst() >= FIRST_CLOCK_HOUR
                && numbers.getLast() < 24
                && IntStream.range(1, numbers.size()).allMatch(i -> numbers.get(i) == numbers.get(i - 1) + 1);
        if (isClock) {
            IntStream.range(0, numbers.size()).forEach(i -> starts[i] = numbers.get(i) * 60);
        }
    }

    /** Reads times of the afternoon that are written in the twelve-hour clock, and drops those that are in no order. */
    private void sortOut(int count) {
        int last = UNKNOWN;
        for (int i = 0; i < count; i++) {
            if (starts[i] != UNKNOWN && starts[i] <= last) {
                starts[i] = starts[i] + HALF_DAY > last && starts[i] < HALF_DAY ? starts[i] + HALF_DAY : UNKNOWN;
            }
            last = Math.max(last, starts[i]);
        }
        for (int i = 0; i < count; i++) {
            if (starts[i] == UNKNOWN || ends[i] == UNKNOWN) {
                ends[i] = UNKNOWN;
                continue;
            }
            boolean isTwelveHours =
                    ends[i] <= starts[i] && ends[i] + HALF_DAY > starts[i] && ends[i] + HALF_DAY - starts[i] <= LONGEST;
            ends[i] += isTwelveHours ? HALF_DAY : 0;
            OptionalInt next = nextStart(i, count);
            if (ends[i] <= starts[i] || (next.isPresent() && ends[i] > next.getAsInt())) {
                ends[i] = UNKNOWN;
            }
        }
        if (IntStream.range(0, count).filter(i -> ends[i] != UNKNOWN).count() * 2 < count) {
            Arrays.fill(ends, UNKNOWN); // the second times in most names are no ends
        }
    }

    private OptionalInt nextStart(int hour, int count) {
        return IntStream.range(hour + 1, count)
                .filter(i -> starts[i] != UNKNOWN)
                .map(i -> starts[i])
                .findFirst();
    }

    private void complete(int count) {
        int usual = usualLength(count);
        int first = IntStream.range(0, count)
                .filter(i -> starts[i] != UNKNOWN)
                .findFirst()
                .orElseThrow();
        for (int i = first - 1; i >= 0; i--) {
            starts[i] = starts[i + 1] - usual;
        }
        for (int i = 0; i < count; i++) {
            if (starts[i] == UNKNOWN) {
                starts[i] = ends[i - 1];
            }
            if (ends[i] != UNKNOWN) {
                continue;
            }
            OptionalInt next = nextStart(i, count);
            int from = starts[i];
            int until = i;
            while (until + 1 < count && starts[until + 1] == UNKNOWN) {
                until++;
            }
            int share = next.isPresent() ? (next.getAsInt() - from) / (until - i + 1) : usual;
            ends[i] = from + Math.min(usual, share);
        }
    }

    /** Returns the most frequent length of an hour, the shortest of them if there are several. */
    private int usualLength(int count) {
        Map<Integer, Integer> lengths = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            if (starts[i] == UNKNOWN) {
                continue;
            }
            if (ends[i] != UNKNOWN) {
                lengths.merge(ends[i] - starts[i], 1, Integer::sum);
            } else if (i + 1 < count && starts[i + 1] != UNKNOWN) {
                lengths.merge(starts[i + 1] - starts[i], 1, Integer::sum);
            }
        }
        return lengths.entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .map(Map.Entry::getKey)
                .orElse(LESSON);
    }

    private boolean isInOrder(int count) {
        return IntStream.range(0, count)
                .allMatch(i ->
                        starts[i] >= 0 && ends[i] > starts[i] && ends[i] < DAY && (i == 0 || starts[i] >= ends[i - 1]));
    }

    /** Lets the hours of each further part follow those of the one before. */
    private boolean repeat(int count, int parts) {
        int length = Arrays.stream(ends, 0, count).max().orElseThrow()
                - Arrays.stream(starts, 0, count).min().orElseThrow();
        for (int slot = count; slot < starts.length; slot++) {
            starts[slot] = starts[slot - count] + length;
            ends[slot] = ends[slot - count] + length;
        }
        return parts == 1 || ends[starts.length - 1] < DAY;
    }

    private void assume(List<Boolean> breaks, int parts) {
        origin = Origin.ASSUMED;
        int slots = breaks.size() * parts;
        int free = DAY - 1 - FIRST.toSecondOfDay() / 60;
        int lesson = Math.min(LESSON, free / slots);
        var lengths = new ArrayList<Integer>();
        IntStream.range(0, slots)
                .forEach(slot -> lengths.add(breaks.get(slot % breaks.size()) ? Math.min(BREAK, lesson) : lesson));
        int start = FIRST.toSecondOfDay() / 60;
        for (int slot = 0; slot < slots; slot++) {
            starts[slot] = start;
            start += lengths.get(slot);
            ends[slot] = start;
        }
    }
}

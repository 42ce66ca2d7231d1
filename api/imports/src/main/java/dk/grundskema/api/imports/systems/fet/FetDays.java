package dk.grundskema.api.imports.systems.fet;

import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import dk.grundskema.api.imports.systems.file.XmlElement;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * FET's days as weekdays. A weekday that comes again at once is a later part of the same day, such as the afternoon; one that comes again
 * later belongs to the next of several alternating weeks. Days without names of weekdays are read in their order.
 */
final class FetDays {
    /** Versions of FET in which two days are the morning and the afternoon of one; later ones state the mode. */
    private static final Pattern HALF_DAYS = Pattern.compile("(?i).*-(?:algeria|morocco|ma)\\d*(?:\\D.*)?");

    private static final String HALF_DAY_MODE = "Mornings_Afternoons";
    private static final Pattern BLOCKS = Pattern.compile("(?i).*-bp(?:\\D.*)?");
    private static final String BLOCK_MODE = "Block_Planning";

    /** Lengths of a week of school, the most usual first, for more unnamed days than a week has. Our own choice. */
    private static final List<Integer> WEEK_LENGTHS = List.of(5, 6, 7, 4);

    /** Most days that a finding names. */
    private static final int MOST_NAMED = 10;

    /** Most parts of a weekday; more are no parts of one day. Our own number. */
    private static final int MOST_PARTS = 3;

    /**
     * A day of FET.
     *
     * @param weekday its weekday
     * @param week    number of the alternating week, from 0
     * @param part    number of the part of the weekday, from 0
     */
    record Day(DayOfWeek weekday, int week, int part) {}

    private final SystemSourceBuilder source;
    private final Map<String, Day> days = new HashMap<>();

    /**
     * @param root    the file
     * @param names   names of its days
     * @param meaning weekdays that the school's mapping gives for names
     */
    FetDays(XmlElement root, List<String> names, Map<String, String> meaning, SystemSourceBuilder source) {
        this.source = source;
        if (names.isEmpty()) {
            source.error("Days_List", "import.fet.days-none", FetWeek.MOST_DAYS);
            return;
        }
        var meant = names.stream().map(name -> meaning.getOrDefault(name, name)).toList();
        List<@Nullable DayOfWeek> weekdays = fillGaps(WeekdayNameResolver.resolve(meant));
        boolean isNamed = weekdays.getFirst() != null
                && weekdays.stream().filter(Objects::nonNull).count() * 2 >= names.size();
        String version = root.attribute("version");
        boolean isHalfDays = root.childText("Mode").equals(HALF_DAY_MODE)
                || HALF_DAYS.matcher(version).matches();
        List<Day> found = isNamed ? readWeekdays(weekdays) : List.of();
        isNamed = isNamed && found.stream().allMatch(day -> day.part() < (isHalfDays ? 2 : MOST_PARTS));
        if (!isNamed) {
            found = readByOrder(names.size(), isHalfDays ? 2 : 1);
        }
        for (int i = 0; i < names.size(); i++) {
            days.putIfAbsent(names.get(i), found.get(i));
        }
        report(names, weekdays, isNamed);
        if (root.childText("Mode").equals(BLOCK_MODE) || BLOCKS.matcher(version).matches()) {
            source.warning("Days_List", "import.fet.block-planning");
        }
    }

    /** Fills single unknown days between two weekdays that leave room for them. */
    private static List<@Nullable DayOfWeek> fillGaps(List<@Nullable DayOfWeek> weekdays) {
        List<@Nullable DayOfWeek> filled = new ArrayList<>(weekdays);
        for (int i = 1; i + 1 < filled.size(); i++) {
            DayOfWeek before = filled.get(i - 1);
            if (filled.get(i) == null && before != null && before.plus(2) == filled.get(i + 1)) {
                filled.set(i, before.plus(1));
            }
        }
        return filled;
    }

    private static List<Day> readWeekdays(List<@Nullable DayOfWeek> weekdays) {
        var found = new ArrayList<Day>();
        var ofWeek = EnumSet.noneOf(DayOfWeek.class);
        int week = 0;
        for (DayOfWeek weekday : weekdays) {
            if (weekday == null || (!found.isEmpty() && found.getLast().weekday() == weekday)) {
                Day before = found.getLast();
                found.add(new Day(before.weekday(), week, before.part() + 1));
                continue;
            }
            if (!ofWeek.add(weekday)) {
                week++;
                ofWeek = EnumSet.of(weekday);
            }
            found.add(new Day(weekday, week, 0));
        }
        return found;
    }

    private static List<Day> readByOrder(int count, int parts) {
        int days = (count + parts - 1) / parts;
        int perWeek = days <= DayOfWeek.values().length
                ? days
                : WEEK_LENGTHS.stream()
                        .filter(length -> days % length == 0)
                        .findFirst()
                        .orElse(WEEK_LENGTHS.getFirst());
        return IntStream.range(0, count)
                .mapToObj(i -> new Day(DayOfWeek.of(i / parts % perWeek + 1), i / parts / perWeek, i % parts))
                .toList();
    }

    private void report(List<String> names, List<@Nullable DayOfWeek> weekdays, boolean isNamed) {
        if (!isNamed) {
            source.warning(
                    "Days_List",
                    "import.fet.days-by-order",
                    names.getFirst(),
                    abbreviate(names),
                    weeks(),
                    weekdays().size());
        } else if (weekdays.contains(null)) {
            source.warning(
                    "Days_List",
                    "import.fet.days-guessed",
                    IntStream.range(0, names.size())
                            .filter(i -> weekdays.get(i) == null)
                            .mapToObj(names::get)
                            .toList());
        }
        if (weeks() > 1 && isNamed) {
            source.info("Days_List", "import.fet.weeks", weeks());
        }
    }

    private static List<String> abbreviate(List<String> names) {
        return names.size() <= MOST_NAMED
                ? names
                : Stream.concat(names.stream().limit(MOST_NAMED), Stream.of("…"))
                        .toList();
    }

    /** Returns a day by its name; empty if the file has no such day. */
    Optional<Day> day(String name) {
        return Optional.ofNullable(days.get(name));
    }

    /** Returns the number of alternating weeks; at least 1. */
    int weeks() {
        return days.values().stream().mapToInt(day -> day.week() + 1).max().orElse(1);
    }

    /** Returns the largest number of parts of a weekday; at least 1. */
    int parts() {
        return days.values().stream().mapToInt(day -> day.part() + 1).max().orElse(1);
    }

    /** Returns the weekdays that the days have. */
    Set<DayOfWeek> weekdays() {
        var all = EnumSet.noneOf(DayOfWeek.class);
        days.values().forEach(day -> all.add(day.weekday()));
        return all;
    }

    /** Returns the weeks in which a day is held. */
    SourceDays.WeekPattern pattern(Day day) {
        return weeks() == 1
                ? new SourceDays.WeekPattern.All()
                : new SourceDays.WeekPattern.Rotation(IntStream.range(0, weeks())
                        .mapToObj(week -> week == day.week())
                        .toList());
    }
}

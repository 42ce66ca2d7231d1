package dk.grundskema.api.imports.systems.fet;

import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceBellTime;
import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.source.SourceTime;
import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import dk.grundskema.api.imports.systems.file.XmlElement;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * FET's days and hours as weekdays and times. A weekday has a row of slots: the hours of the file, once for each part of the day. Times come
 * from the school's bell times if they fit, otherwise from the names of the hours; otherwise they are assumed and that is reported.
 */
final class FetWeek {
    /** Most days and hours that are read; FET itself has fewer. Our own numbers. */
    static final int MOST_DAYS = 100;

    private static final int MOST_SLOTS = 400;

    /**
     * A time of the week.
     *
     * @param day  the day
     * @param slot number of the slot of the weekday, from 0
     */
    record Start(FetDays.Day day, int slot) {}

    private final SystemSourceBuilder source;
    private final FetDays days;
    private final List<String> hours;
    private final Map<String, Integer> hourIndex = new HashMap<>();
    private final List<String> periodNames = new ArrayList<>();
    private final Map<String, List<SourceBellTime>> bells = new HashMap<>();

    FetWeek(XmlElement root, ReadingHints hints, SystemSourceBuilder source) {
        this.source = source;
        var dayNames = names(root, "Days_List", "Day");
        var hourNames = names(root, "Hours_List", "Hour");
        days = new FetDays(root, dayNames.size() > MOST_DAYS ? List.of() : dayNames, hints.days(), source);
        hours = hourNames.size() * days.parts() > MOST_SLOTS ? List.of() : hourNames;
        IntStream.range(0, hours.size()).forEach(i -> hourIndex.putIfAbsent(hours.get(i), i));
        if (hours.isEmpty()) {
            source.error("Hours_List", "import.fet.hours-none", hourNames.size(), MOST_SLOTS);
            return;
        }
        var breaks = breaks(root, dayNames.size());
        if (!useBells(hints.bells(), breaks)) {
            useOwnTimes(breaks);
        }
    }

    /** Returns names from row elements or, in old files, directly from the list. */
    private static List<String> names(XmlElement root, String list, String row) {
        var rows = root.rows(list, row).map(each -> each.childText("Name"));
        var bare = root.rows(list, "Name").map(XmlElement::text);
        return Stream.concat(rows, bare).filter(each -> !each.isEmpty()).toList();
    }

    /** Returns whether each hour is a break on all days. */
    private List<Boolean> breaks(XmlElement root, int dayCount) {
        Map<String, Set<String>> daysByHour = new HashMap<>();
        root.rows("Time_Constraints_List", "ConstraintBreakTimes")
                .filter(FetPlacements::isStrict)
                .flatMap(each -> each.childrenNamed("Break_Time"))
                .forEach(time -> daysByHour
                        .computeIfAbsent(time.childText("Hour"), any -> new HashSet<>())
                        .add(time.childText("Day")));
        return hours.stream()
                .map(hour -> daysByHour.getOrDefault(hour, Set.of()).size() == dayCount)
                .toList();
    }

    /** Uses the school's bell times if they have all hours, by name or number, or as many lessons as the day; false if not. */
    private boolean useBells(List<SourceBellTime> given, List<Boolean> breaks) {
        Map<String, List<SourceBellTime>> byName = given.stream()
                .sorted(Comparator.comparing(SourceBellTime::start))
                .collect(Collectors.groupingBy(SourceBellTime::name, LinkedHashMap::new, Collectors.toList()));
        if (byName.isEmpty()) {
            return false;
        }
        Map<String, String> byKey = new HashMap<>();
        byName.keySet().forEach(name -> byKey.putIfAbsent(number(name), name));
        var slots = IntStream.range(0, hours.size() * days.parts()).boxed().toList();
        var lessons =
                slots.stream().filter(slot -> !breaks.get(slot % hours.size())).toList();
        List<String> names = new ArrayList<>(Collections.nCopies(slots.size(), ""));
        var numbers = lessons.stream()
                .map(slot -> number(hours.get(slot % hours.size())))
                .toList();
        boolean isNamed =
                byKey.keySet().containsAll(numbers) && Set.copyOf(numbers).size() == numbers.size();
        var inOrder = List.copyOf(byName.keySet());
        if (isNamed) {
            IntStream.range(0, lessons.size())
                    .forEach(i -> names.set(lessons.get(i), byKey.getOrDefault(numbers.get(i), "")));
        } else if (inOrder.size() == slots.size()) {
            slots.forEach(slot -> names.set(slot, inOrder.get(slot)));
        } else if (inOrder.size() == lessons.size()) {
            IntStream.range(0, lessons.size()).forEach(i -> names.set(lessons.get(i), inOrder.get(i)));
        } else {
            source.warning("Hours_List", "import.fet.bells-differ", inOrder.size(), lessons.size(), hours);
            return false;
        }
        periodNames.addAll(names);
        bells.putAll(byName);
        return true;
    }

    /** Returns the number in a name such as {@code Pd 3} or {@code 3.}; the name itself if it has none or several. */
    private static String number(String name) {
        String digits = name.replaceAll("\\D+", " ").strip();
        return digits.isEmpty() || digits.contains(" ")
                ? name.strip().toLowerCase(Locale.ROOT)
                : digits.replaceFirst("^0+(?=.)", "");
    }

    private void useOwnTimes(List<Boolean> breaks) {
        var times = new FetHourTimes(hours, days.parts(), breaks);
        for (int part = 0; part < days.parts(); part++) {
            for (int hour = 0; hour < hours.size(); hour++) {
                var span = times.span(part * hours.size() + hour);
                String name = part == 0 ? hours.get(hour) : hours.get(hour) + " (" + (part + 1) + ")";
                var bell = new SourceBellTime(
                        source.location("Hours_List"), name, Collections.emptySortedSet(), span.start(), span.end());
                periodNames.add(name);
                bells.put(name, List.of(bell));
                source.periods.add(bell);
            }
        }
        reportTimes(times, breaks);
    }

    private void reportTimes(FetHourTimes times, List<Boolean> breaks) {
        var first = times.span(0);
        var last = times.span(periodNames.size() - 1);
        switch (times.origin()) {
            case STATED -> {}
            case COMPLETED -> source.warning("Hours_List", "import.fet.hours-completed", examples());
            case ASSUMED ->
                source.warning(
                        "Hours_List",
                        "import.fet.hours-assumed",
                        times.longest(),
                        first.start(),
                        last.end(),
                        examples(),
                        breaks.contains(true) ? 1 : 0,
                        FetHourTimes.BREAK);
        }
        if (days.parts() > 1) {
            source.warning(
                    "Days_List",
                    "import.fet.day-parts",
                    days.parts(),
                    times.span(hours.size()).start());
        }
    }

    /** Returns the hours with their times, at most the first four and the last. */
    private List<String> examples() {
        int count = periodNames.size();
        return IntStream.range(0, count)
                .filter(i -> i < 4 || i == count - 1)
                .mapToObj(i -> {
                    var bell = bells.getOrDefault(periodNames.get(i), List.of()).getFirst();
                    return periodNames.get(i) + " = " + bell.start() + "-" + bell.end();
                })
                .toList();
    }

    /** Returns the time of the week of a day and an hour; empty if the file lacks one of them. */
    Optional<Start> find(String day, String hour) {
        Integer index = hourIndex.get(hour);
        return index == null
                ? Optional.empty()
                : days.day(day).map(each -> new Start(each, each.part() * hours.size() + index));
    }

    /** Whether a number of hours from a start are on the same day. */
    boolean fits(Start start, int count) {
        return start.slot() % hours.size() + count <= hours.size();
    }

    /** Returns the lessons of the bell times from a start in the order of the file, without breaks that the bell times lack. */
    SourceTime.PeriodRun periods(Start start, int count) {
        var names = periodNames.subList(start.slot(), start.slot() + count).stream()
                .filter(name -> !name.isEmpty())
                .toList();
        return new SourceTime.PeriodRun(names.isEmpty() ? List.of(hours.get(start.slot() % hours.size())) : names);
    }

    SourceDays.Weekly weekly(FetDays.Day day) {
        return new SourceDays.Weekly(day.weekday(), days.pattern(day));
    }

    int slotsPerDay() {
        return periodNames.size();
    }

    int weeks() {
        return days.weeks();
    }

    /** Returns the time of a slot on a weekday; empty if the school's bell times have none. */
    Optional<SourceBellTime> time(DayOfWeek day, int slot) {
        var all = bells.getOrDefault(periodNames.get(slot), List.of());
        return all.stream()
                .filter(bell -> bell.weekdays().contains(day))
                .findFirst()
                .or(() -> all.stream().filter(bell -> bell.weekdays().isEmpty()).findFirst());
    }
}

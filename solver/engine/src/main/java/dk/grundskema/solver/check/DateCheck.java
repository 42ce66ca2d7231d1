package dk.grundskema.solver.check;

import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.FreeDates;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks the limits of calendar dates: the longest day, the rest between dates and the free dates of a week. What lessons of the existing timetable
 * miss alone is not a violation, because the plan did not decide it.
 */
final class DateCheck implements CoreCheck {
    @Override
    public void check(CheckedPlan plan, CoreViolations faults) {
        for (var person : plan.staff()) {
            WorkRules rules = plan.workRules(person);
            List<Duty> work = plan.timelines().workOf(person.id());
            SortedMap<LocalDate, List<Duty>> dates =
                    work.stream().collect(Collectors.groupingBy(Duty::date, TreeMap::new, Collectors.toList()));
            checkLongestDay(person.id(), rules.longestDay(), dates, faults);
            checkRest(person.id(), rules.restBetweenDates(), dates, faults);
            checkFreeDates(person.id(), rules.freeDates(), work, plan, faults);
        }
    }

    private static void checkLongestDay(
            StaffId person, @Nullable DutyLimit most, SortedMap<LocalDate, List<Duty>> dates, CoreViolations faults) {
        if (most == null) {
            return;
        }
        dates.forEach((date, duties) -> {
            long length = length(duties);
            long given = length(duties.stream().filter(Duty::isFact).toList());
            add(
                    faults,
                    "core.long-day",
                    most.level(),
                    Math.min(length - most.minutes(), length - given),
                    person,
                    date,
                    Figure.ofMinutes(length),
                    Figure.ofMinutes(most.minutes()));
        });
    }

    private static long length(List<Duty> duties) {
        return duties.isEmpty() ? 0 : latestEnd(duties) - duties.getFirst().start();
    }

    private static long latestEnd(List<Duty> duties) {
        return duties.stream().mapToLong(Duty::end).max().orElseThrow();
    }

    private static void checkRest(
            StaffId person, @Nullable DutyLimit fewest, SortedMap<LocalDate, List<Duty>> dates, CoreViolations faults) {
        if (fewest == null) {
            return;
        }
        List<Duty> before = List.of();
        for (var next : dates.entrySet()) {
            List<Duty> duties = next.getValue();
            long rest = restBetween(before, duties, fewest, any -> true);
            add(
                    faults,
                    "core.rest-between-dates",
                    fewest.level(),
                    restBetween(before, duties, fewest, Duty::isFact) - rest,
                    person,
                    next.getKey(),
                    Figure.ofMinutes(rest),
                    Figure.ofMinutes(fewest.minutes()),
                    Figure.ofMinutes(fewest.minutes() - rest));
            before = duties;
        }
    }

    /** Returns the minutes between duties of two dates, at most those required and at least 0; all of them if either date has none. */
    private static long restBetween(List<Duty> first, List<Duty> second, DutyLimit required, Predicate<Duty> counts) {
        List<Duty> earlier = first.stream().filter(counts).toList();
        return second.stream()
                .filter(counts)
                .mapToLong(Duty::start)
                .filter(any -> !earlier.isEmpty())
                .map(start -> Math.clamp(start - latestEnd(earlier), 0L, (long) required.minutes()))
                .min()
                .orElse(required.minutes());
    }

    private static void checkFreeDates(
            StaffId person, @Nullable FreeDates free, List<Duty> work, CheckedPlan plan, CoreViolations faults) {
        if (free == null) {
            return;
        }
        Map<IsoWeek, SortedSet<LocalDate>> lessons = workDates(work.stream().filter(Duty::isFact), plan);
        workDates(work.stream(), plan).forEach((week, dates) -> {
            long most = Math.max(
                    7L - free.perWeek(),
                    lessons.getOrDefault(week, new TreeSet<>()).size());
            boolean isPlanned = !plan.problem().horizon().lastDay().isBefore(dates.getFirst())
                    && !plan.problem().horizon().firstDay().isAfter(dates.getLast());
            if (isPlanned) {
                add(
                        faults,
                        "core.free-dates",
                        free.level(),
                        dates.size() - most,
                        person,
                        week,
                        new Figure(free.perWeek()));
            }
        });
    }

    private static Map<IsoWeek, SortedSet<LocalDate>> workDates(Stream<Duty> work, CheckedPlan plan) {
        return work.flatMap(duty -> duty.date()
                        .datesUntil(Interval.toLocalDateTime(duty.end() - 1, plan.zone())
                                .toLocalDate()
                                .plusDays(1)))
                .collect(Collectors.groupingBy(IsoWeek::of, TreeMap::new, Collectors.toCollection(TreeSet::new)));
    }

    /** Adds a violation of a rule or guideline. Wishes are not checked. */
    private static void add(CoreViolations faults, String rule, Level level, long amount, Object... key) {
        switch (level) {
            case HARD -> faults.hard(rule, amount, key);
            case MEDIUM -> faults.medium(rule + "-guideline", amount, key);
            case SOFT -> {}
        }
    }
}

package dk.grundskema.solver.check;

import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks the limits of working hours per day, per week and on average. Hours of lessons alone are never a violation, because the plan did not
 * decide them. The rules of the search sum up seats, each by itself, so that a person with two seats of one meeting has its hours twice; what is reported
 * is the clash.
 */
final class HoursCheck implements CoreCheck {
    private final boolean isOncePerMeeting;

    private HoursCheck(boolean isOncePerMeeting) {
        this.isOncePerMeeting = isOncePerMeeting;
    }

    /** Returns a check that charges what the rules charge: the hours of each seat. */
    static HoursCheck ofSeats() {
        return new HoursCheck(false);
    }

    /** Returns a check that counts the hours of each meeting once. */
    static HoursCheck ofMeetings() {
        return new HoursCheck(true);
    }

    @Override
    public void check(CheckedPlan plan, CoreViolations faults) {
        for (var person : plan.staff()) {
            WorkRules rules = plan.workRules(person);
            List<Duty> work = work(plan, person.id());
            List<Duty> freed = plan.timelines().relievedLessonsOf(person.id());
            checkLimit("core.daily-hours", rules.minutesPerDay(), Duty::date, work, freed, person, faults);
            checkLimit("core.weekly-hours", rules.minutesPerWeek(), Duty::week, work, freed, person, faults);
            checkAverage(plan.problem().horizon().firstDay(), rules, work, freed, person, faults);
        }
    }

    private List<Duty> work(CheckedPlan plan, StaffId person) {
        List<Duty> all = plan.timelines().workOf(person);
        Set<Duty> known = Collections.newSetFromMap(new IdentityHashMap<>()); // the seats of a meeting share its duties
        return isOncePerMeeting ? all.stream().filter(known::add).toList() : all;
    }

    private static <K> Map<K, List<Duty>> groupBy(Function<Duty, K> when, List<Duty> work) {
        return work.stream().collect(Collectors.groupingBy(when, TreeMap::new, Collectors.toList()));
    }

    private static <K> void checkLimit(
            String rule,
            @Nullable Long limit,
            Function<Duty, K> when,
            List<Duty> work,
            List<Duty> freed,
            StaffMember person,
            CoreViolations faults) {
        if (limit != null) {
            var lessons = groupBy(when, freed);
            groupBy(when, work)
                    .forEach((key, duties) -> faults.hard(
                            rule,
                            minutesOver(limit, 0, duties, lessons.getOrDefault(key, List.of())),
                            person.id(),
                            key,
                            Figure.ofMinutes(minutes(duties)),
                            Figure.ofMinutes(limit)));
        }
    }

    /** A plan that is longer than a reference period has several consecutive periods; hours before the plan count in the first. */
    private static void checkAverage(
            LocalDate first,
            WorkRules rules,
            List<Duty> work,
            List<Duty> freed,
            StaffMember person,
            CoreViolations faults) {
        int length = 7 * rules.referenceWeeks();
        Function<Duty, LocalDate> period =
                duty -> first.plusDays(Math.max(0, ChronoUnit.DAYS.between(first, duty.date()) / length) * length);
        var lessons = groupBy(period, freed);
        var periods = new TreeMap<>(groupBy(period, work));
        periods.putIfAbsent(first, List.of());
        periods.forEach((from, duties) -> {
            long before = from.equals(first) ? Math.round(person.hoursAlreadyWorked() * 60) : 0;
            long over = minutesOver(
                    rules.mostMinutesInReferencePeriod(), before, duties, lessons.getOrDefault(from, List.of()));
            faults.hard(
                    "core.average-hours",
                    over,
                    person.id(),
                    from,
                    Figure.ofMinutes(before + minutes(duties)),
                    Figure.ofMinutes(rules.mostMinutesInReferencePeriod()),
                    new Figure(rules.averageHoursPerWeek()),
                    new Figure(rules.referenceWeeks()));
        });
    }

    /**
     * Returns the minutes beyond the limit, or beyond the minutes of earlier work and lessons, if those are more. Lessons that the person is
     * released from are included in the latter.
     */
    private static long minutesOver(long allowed, long before, List<Duty> duties, List<Duty> freed) {
        long facts = duties.stream()
                        .filter(Duty::isFact)
                        .mapToLong(Duty::workMinutes)
                        .sum()
                + freed.stream().mapToLong(Duty::workMinutes).sum();
        return before + minutes(duties) - Math.max(allowed, before + facts);
    }

    private static long minutes(List<Duty> duties) {
        return duties.stream().mapToLong(Duty::workMinutes).sum();
    }
}

package dk.grundskema.solver.check;

import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Nobody works longer than a day, a week or the reference period allows; what facts alone take is nobody's fault. */
final class HoursCheck implements CoreCheck {
    @Override
    public void check(CheckedPlan plan, Faults faults) {
        for (var person : plan.problem().staff()) {
            WorkRules rules = plan.workRules(person);
            List<Duty> work = plan.timelines().workOf(person.id());
            List<Duty> freed = plan.timelines().freedOf(person.id());
            atMost("core.daily-hours", rules.hoursPerDay(), Duty::date, work, freed, person, faults);
            atMost("core.weekly-hours", rules.hoursPerWeek(), Duty::week, work, freed, person, faults);
            onAverage(plan.problem().horizon().firstDay(), rules, work, freed, person, faults);
        }
    }

    private static <K> Map<K, List<Duty>> by(Function<Duty, K> when, List<Duty> work) {
        return work.stream().collect(Collectors.groupingBy(when, TreeMap::new, Collectors.toList()));
    }

    private static <K> void atMost(
            String rule,
            @Nullable Integer hours,
            Function<Duty, K> when,
            List<Duty> work,
            List<Duty> freed,
            StaffMember person,
            Faults faults) {
        if (hours != null) {
            var lessons = by(when, freed);
            by(when, work)
                    .forEach((key, duties) -> faults.hard(
                            rule,
                            over(hours * 60L, 0, duties, lessons.getOrDefault(key, List.of())),
                            person.id(),
                            key));
        }
    }

    /** A plan that is longer than a reference period has several, one after the other; hours before it count in the first. */
    private static void onAverage(
            LocalDate first, WorkRules rules, List<Duty> work, List<Duty> freed, StaffMember person, Faults faults) {
        int length = 7 * rules.referenceWeeks();
        Function<Duty, LocalDate> period =
                duty -> first.plusDays(Math.max(0, ChronoUnit.DAYS.between(first, duty.date()) / length) * length);
        var lessons = by(period, freed);
        var periods = new TreeMap<>(by(period, work));
        periods.putIfAbsent(first, List.of());
        periods.forEach((from, duties) -> {
            long before = from.equals(first) ? Math.round(person.hoursAlreadyWorked() * 60) : 0;
            long over =
                    over(rules.mostMinutesInReferencePeriod(), before, duties, lessons.getOrDefault(from, List.of()));
            faults.hard("core.average-hours", over, person.id(), from);
        });
    }

    /**
     * Minutes beyond what is allowed, or beyond what was worked before and facts take, if that is more: with those that somebody
     * else takes instead.
     */
    private static long over(long allowed, long before, List<Duty> duties, List<Duty> freed) {
        long facts = duties.stream()
                        .filter(Duty::isFact)
                        .mapToLong(Duty::workMinutes)
                        .sum()
                + freed.stream().mapToLong(Duty::workMinutes).sum();
        long all = duties.stream().mapToLong(Duty::workMinutes).sum();
        return before + all - Math.max(allowed, before + facts);
    }
}

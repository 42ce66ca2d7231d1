package dk.grundskema.solver.rules;

import static dk.grundskema.solver.spi.SumRule.sum;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.AmountCollector;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.SumRule;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Rules about working hours: nobody exceeds the limits per day, per week, and on average over the reference period.
 * Preparation counts. Source: GUIDE, pay for preparation, teaching and evaluation; Working Time Act for the average.
 */
final class HoursRules {

    private record PersonAndDate(StaffId staff, LocalDate date) {}

    private record PersonAndWeek(StaffId staff, IsoWeek week) {}

    /** Identified by its first day, which messages show. */
    private record PersonAndPeriod(StaffId staff, LocalDate from) {}

    private final CoreRuleContext context;
    private final DutyMinutes minutes;

    private HoursRules(CoreRuleContext context, DutyMinutes minutes) {
        this.context = context;
        this.minutes = minutes;
    }

    static List<Rule> of(CoreRuleContext context, DutyMinutes minutes) {
        var rules = new HoursRules(context, minutes);
        return List.of(rules.dailyHours(), rules.weeklyHours(), rules.averageHours());
    }

    /** Charges minutes of work on a date beyond the person's daily limit. */
    private Rule dailyHours() {
        return minutesOverLimit(
                CoreRules.DAILY_HOURS,
                PersonAndDate::new,
                key -> ((PersonAndDate) key).staff(),
                WorkRules::minutesPerDay);
    }

    /** Charges minutes of work in a calendar week beyond the person's weekly limit. */
    private Rule weeklyHours() {
        return minutesOverLimit(
                CoreRules.WEEKLY_HOURS,
                (person, date) -> new PersonAndWeek(person, IsoWeek.of(date)),
                key -> ((PersonAndWeek) key).staff(),
                WorkRules::minutesPerWeek);
    }

    /**
     * Charges minutes of work beyond the limit of a reference period; the first period includes those before the
     * horizon.
     */
    private Rule averageHours() {
        LocalDate first = context.problem().horizon().firstDay();
        Map<StaffId, Long> already = new HashMap<>();
        context.problem().staff().forEach(one -> already.put(one.id(), Math.round(one.hoursAlreadyWorked() * 60)));
        return minutesOverLimit(
                CoreRules.AVERAGE_HOURS,
                (person, date) -> {
                    WorkRules law = workRulesOf(person);
                    return new PersonAndPeriod(
                            person, first.plusWeeks((long) law.referencePeriod(first, date) * law.referenceWeeks()));
                },
                key -> ((PersonAndPeriod) key).staff(),
                WorkRules::mostMinutesInReferencePeriod,
                key -> ((PersonAndPeriod) key).from().equals(first)
                        ? already.getOrDefault(((PersonAndPeriod) key).staff(), 0L)
                        : 0);
    }

    private WorkRules workRulesOf(StaffId person) {
        return context.work().getOrDefault(person, WorkRules.defaults());
    }

    private Rule minutesOverLimit(
            RuleType type,
            BiFunction<StaffId, LocalDate, Object> key,
            Function<Object, StaffId> person,
            Function<WorkRules, @org.jspecify.annotations.Nullable Long> limit) {
        return minutesOverLimit(type, key, person, limit, known -> 0);
    }

    private Rule minutesOverLimit(
            RuleType type,
            BiFunction<StaffId, LocalDate, Object> key,
            Function<Object, StaffId> person,
            Function<WorkRules, @org.jspecify.annotations.Nullable Long> limit,
            ToLongFunction<Object> before) {
        Map<StaffId, Long> limits = new HashMap<>();
        context.problem().staff().forEach(one -> {
            Long most = limit.apply(workRulesOf(one.id()));
            if (most != null) {
                limits.put(one.id(), most);
            }
        });
        Map<Object, Long> facts = new HashMap<>();
        for (Lesson lesson : context.problem().lessons()) {
            for (StaffId who : Set.copyOf(lesson.staffIds())) {
                minutes.byDate(lesson.time())
                        .forEach((date, elapsed) -> facts.merge(key.apply(who, date), elapsed, Long::sum));
            }
        }
        SumRule.Builder rule = sum(type).overSeats((seat, session, time, holder, entries) -> {
            if (limits.containsKey(holder.id())) {
                addMinutes(session, time, date -> key.apply(holder.id(), date), entries);
            }
        });
        rule.overReliefs((who, lesson, date, entries) -> {
            if (limits.containsKey(who.id())) {
                entries.add(key.apply(who.id(), date), -minutesOn(lesson, date));
            }
        });
        facts.forEach((known, taught) -> {
            if (limits.containsKey(person.apply(known))) {
                rule.initialTotal(known, taught);
            }
        });
        rule.figures((known, total) -> {
            WorkRules law = workRulesOf(person.apply(known));
            Figure worked = Figure.ofMinutes(total + before.applyAsLong(known));
            Figure most = Figure.ofMinutes(Objects.requireNonNull(limits.get(person.apply(known))));
            return type.equals(CoreRules.AVERAGE_HOURS)
                    ? List.of(worked, most, new Figure(law.averageHoursPerWeek()), new Figure(law.referenceWeeks()))
                    : List.of(worked, most);
        });
        return rule.cost((known, total) -> {
            long limited = Objects.requireNonNull(limits.get(person.apply(known))) - before.applyAsLong(known);
            return Math.max(0, total - Math.max(limited, facts.getOrDefault(known, 0L)));
        });
    }

    private long minutesOn(Lesson lesson, LocalDate date) {
        return minutes.byDate(lesson.time()).getOrDefault(date, 0L);
    }

    private void addMinutes(
            Session session, MeetingTime time, Function<LocalDate, Object> key, AmountCollector entries) {
        if (session.work()) {
            minutes.byDate(time)
                    .forEach((date, elapsed) ->
                            entries.add(key.apply(date), session.workload().countedMinutes(elapsed)));
        }
    }
}

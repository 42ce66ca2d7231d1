package dk.grundskema.solver.rules;

import static dk.grundskema.solver.spi.SumRule.sum;

import dk.grundskema.domain.demand.Relief;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.Entries;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.SumRule;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Nobody works longer than agreed: in a day, in a week, on average over the reference period. Preparation counts. Source:
 * GUIDE, pay for preparation, teaching and evaluation; Working Time Act for the average.
 */
final class HoursRules {
    static final RuleType DAY = RuleType.hard("core.daily-hours", RuleType.OURS);
    static final RuleType WEEK = RuleType.hard("core.weekly-hours", RuleType.OURS);
    static final RuleType AVERAGE =
            RuleType.hard("core.average-hours", "Working Time Act: 48 hours on average over four months");
    static final List<RuleType> TYPES = List.of(DAY, WEEK, AVERAGE);

    private record PersonAndDate(StaffId staff, LocalDate date) {}

    private record PersonAndWeek(StaffId staff, IsoWeek week) {}

    /** The period is named by its first day, so that a message can say it. */
    private record PersonAndPeriod(StaffId staff, LocalDate from) {}

    private final Brief brief;
    private final DutyMinutes minutes;

    private HoursRules(Brief brief, DutyMinutes minutes) {
        this.brief = brief;
        this.minutes = minutes;
    }

    static List<Rule> of(Brief brief, DutyMinutes minutes) {
        var rules = new HoursRules(brief, minutes);
        return List.of(rules.dailyHours(), rules.weeklyHours(), rules.averageHours());
    }

    /** Minutes of work on a date beyond the person's limit of a day. */
    private Rule dailyHours() {
        return overMinutes(
                DAY,
                PersonAndDate::new,
                key -> ((PersonAndDate) key).staff(),
                law -> law.hoursPerDay() == null ? null : law.hoursPerDay() * 60L);
    }

    /** Minutes of work in a calendar week beyond the person's limit of a week. */
    private Rule weeklyHours() {
        return overMinutes(
                WEEK,
                (person, date) -> new PersonAndWeek(person, IsoWeek.of(date)),
                key -> ((PersonAndWeek) key).staff(),
                law -> law.hoursPerWeek() == null ? null : law.hoursPerWeek() * 60L);
    }

    /** Minutes of work, in the first period with those before the horizon, beyond what a reference period allows. */
    private Rule averageHours() {
        LocalDate first = brief.problem().horizon().firstDay();
        Map<StaffId, Long> already = new HashMap<>();
        brief.problem().staff().forEach(one -> already.put(one.id(), Math.round(one.hoursAlreadyWorked() * 60)));
        return overMinutes(
                AVERAGE,
                (person, date) -> {
                    WorkRules law = law(person);
                    return new PersonAndPeriod(
                            person, first.plusWeeks((long) law.referencePeriod(first, date) * law.referenceWeeks()));
                },
                key -> ((PersonAndPeriod) key).staff(),
                WorkRules::mostMinutesInReferencePeriod,
                key -> ((PersonAndPeriod) key).from().equals(first)
                        ? already.getOrDefault(((PersonAndPeriod) key).staff(), 0L)
                        : 0);
    }

    private WorkRules law(StaffId person) {
        return brief.work().getOrDefault(person, WorkRules.defaults());
    }

    private Rule overMinutes(
            RuleType type,
            BiFunction<StaffId, LocalDate, Object> key,
            Function<Object, StaffId> person,
            Function<WorkRules, @org.jspecify.annotations.Nullable Long> limit) {
        return overMinutes(type, key, person, limit, known -> 0);
    }

    private Rule overMinutes(
            RuleType type,
            BiFunction<StaffId, LocalDate, Object> key,
            Function<Object, StaffId> person,
            Function<WorkRules, @org.jspecify.annotations.Nullable Long> limit,
            ToLongFunction<Object> before) {
        Map<StaffId, Long> limits = new HashMap<>();
        brief.problem().staff().forEach(one -> {
            Long most = limit.apply(law(one.id()));
            if (most != null) {
                limits.put(one.id(), most);
            }
        });
        Map<Object, Long> facts = new HashMap<>();
        for (Lesson lesson : brief.problem().lessons()) {
            for (StaffId who : Set.copyOf(lesson.staffIds())) {
                minutes.byDate(lesson.time())
                        .forEach((date, elapsed) -> facts.merge(key.apply(who, date), elapsed, Long::sum));
            }
        }
        SumRule.Builder rule = sum(type).overSeats((seat, session, time, holder, entries) -> {
            if (limits.containsKey(holder.id())) {
                addMinutes(session, time, date -> key.apply(holder.id(), date), entries);
            }
            Relief relief = session.relief();
            if (relief != null && seat.position() == 0 && limits.containsKey(relief.staff())) {
                freed(relief, time)
                        .forEach(lesson -> entries.add(key.apply(relief.staff(), lesson.date()), -lesson.minutes()));
            }
        });
        facts.forEach((known, taught) -> {
            if (limits.containsKey(person.apply(known))) {
                rule.startingFrom(known, taught);
            }
        });
        return rule.cost((known, total) -> {
            long limited = Objects.requireNonNull(limits.get(person.apply(known))) - before.applyAsLong(known);
            return Math.max(0, total - Math.max(limited, facts.getOrDefault(known, 0L)));
        });
    }

    /** A lesson of one week. */
    private record Freed(LocalDate date, long minutes) {}

    /** The lessons that a relief takes off somebody's hands: those of its weeks over which what is held at that time lasts. */
    private List<Freed> freed(Relief relief, MeetingTime time) {
        List<Interval> held = time.intervals(zone());
        return brief.problem().lessons().stream()
                .filter(lesson ->
                        lesson.id().equals(relief.lesson()) && lesson.staffIds().contains(relief.staff()))
                .findFirst()
                .map(Lesson::time)
                .map(taught -> taught.weeks().stream()
                        .filter(week -> relief.weeks().contains(week))
                        .filter(week -> isWithin(taught.interval(week, zone()), held))
                        .map(week -> new Freed(
                                taught.date(week), taught.interval(week, zone()).minutes()))
                        .toList())
                .orElse(List.of());
    }

    private static boolean isWithin(Interval taught, List<Interval> held) {
        return held.stream().anyMatch(one -> one.start() <= taught.start() && one.end() >= taught.end());
    }

    private ZoneId zone() {
        return brief.problem().horizon().zone();
    }

    private void addMinutes(Session session, MeetingTime time, Function<LocalDate, Object> key, Entries entries) {
        if (session.work()) {
            minutes.byDate(time)
                    .forEach((date, elapsed) ->
                            entries.add(key.apply(date), session.workload().countedMinutes(elapsed)));
        }
    }
}

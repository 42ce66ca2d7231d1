package dk.grundskema.solver.proof;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.FreeDates;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.proof.ProofFact.Kind;
import dk.grundskema.solver.proof.StaffingCase.FixedDuty;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adds one person's longest day, rest between dates and free dates to a formula, where they are rules. What lessons alone miss is permitted. All lessons
 * count for that, also those that a relief may take away, so that the formula permits what the rule may permit.
 */
final class DateClauses {
    private final FactFormula formula;
    private final StaffId person;
    private final WorkRules rules;
    private final Horizon horizon;
    private final SortedMap<LocalDate, List<DutySlot>> dates;
    private final Set<LocalDate> kept;
    private final Set<LocalDate> taught;
    private final NavigableMap<LocalDate, Interval> given = new TreeMap<>();

    /** @param all the person's possible duties and lessons, by time */
    DateClauses(StaffingCase input, FactFormula formula, StaffId person, List<DutySlot> all) {
        this.formula = formula;
        this.person = person;
        this.rules = input.workRules(person);
        this.horizon = input.problem().horizon();
        this.dates = all.stream()
                .filter(DutySlot::work)
                .collect(Collectors.groupingBy(DutySlot::date, TreeMap::new, Collectors.toList()));
        List<FixedDuty> lessons = input.lessons().getOrDefault(person, List.of());
        List<FixedDuty> reliefs = input.reliefs().getOrDefault(person, List.of());
        this.kept = datesOf(lessons);
        this.taught = new HashSet<>(kept);
        taught.addAll(datesOf(reliefs));
        Stream.of(lessons, reliefs)
                .flatMap(Collection::stream)
                .map(FixedDuty::duty)
                .forEach(duty -> given.merge(duty.date(), duty.interval(), DateClauses::span));
    }

    private Set<LocalDate> datesOf(List<FixedDuty> lessons) {
        return lessons.stream()
                .flatMap(lesson -> datesOf(lesson.duty().interval(), horizon).stream())
                .collect(Collectors.toSet());
    }

    /** Returns the dates of which an interval takes at least a minute. */
    static List<LocalDate> datesOf(Interval interval, Horizon horizon) {
        LocalDate last =
                Interval.toLocalDateTime(interval.end() - 1, horizon.zone()).toLocalDate();
        return Interval.toLocalDateTime(interval.start(), horizon.zone())
                .toLocalDate()
                .datesUntil(last.plusDays(1))
                .toList();
    }

    private static Interval span(Interval one, Interval other) {
        return new Interval(Math.min(one.start(), other.start()), Math.max(one.end(), other.end()));
    }

    void add() {
        DutyLimit longest = rules.longestDay();
        if (longest != null && longest.level() == Level.HARD) {
            addLongestDay(longest.minutes());
        }
        DutyLimit rest = rules.restBetweenDates();
        if (rest != null && rest.level() == Level.HARD) {
            addRest(rest.minutes());
        }
        FreeDates free = rules.freeDates();
        if (free != null && free.level() == Level.HARD) {
            addFreeDates(free.perWeek());
        }
    }

    /** Any two duties of a date, and each alone, fit into the longest day; then all do. */
    private void addLongestDay(int limit) {
        dates.forEach((date, slots) -> {
            ProofFact fact = ProofFact.of(Kind.LONGEST_DAY, person, date, Duration.ofMinutes(limit));
            Interval lessons = given.get(date);
            long most = lessons == null ? limit : Math.max(limit, lessons.minutes());
            for (int i = 0; i < slots.size(); i++) {
                for (DutySlot later : slots.subList(i, slots.size())) {
                    DutySlot earlier = slots.get(i);
                    forbid(fact, span(earlier.interval(), later.interval()).minutes() - most, earlier, later);
                }
            }
        });
    }

    /**
     * Two duties of different dates are as far apart as the rest. Another date with duties between them would leave even less rest, so that this holds for
     * any two dates, but for what lessons of any of these dates miss.
     */
    private void addRest(int limit) {
        dates.forEach((from, earlier) -> {
            long end = earlier.stream()
                    .mapToLong(slot -> slot.interval().end())
                    .max()
                    .orElseThrow();
            for (var next : dates.tailMap(from.plusDays(1)).entrySet()) {
                List<DutySlot> later = next.getValue();
                if (later.getFirst().interval().start() - end >= limit) {
                    break;
                }
                Interval lessons = given.get(from);
                long permitted = given.subMap(from, false, next.getKey(), true).values().stream()
                        .mapToLong(other -> missing(lessons, other, limit))
                        .max()
                        .orElse(0);
                ProofFact fact =
                        ProofFact.of(Kind.REST_BETWEEN_DATES, person, next.getKey(), Duration.ofMinutes(limit));
                for (DutySlot one : earlier) {
                    for (DutySlot other : later) {
                        forbid(fact, missing(one.interval(), other.interval(), limit) - permitted, one, other);
                    }
                }
            }
        });
    }

    private static long missing(@Nullable Interval earlier, Interval later, int limit) {
        return earlier == null ? 0 : Math.max(0, limit - Math.max(0, later.start() - earlier.end()));
    }

    /** Adds a clause that two duties, or one, are not both held, if that exceeds a limit. */
    private void forbid(ProofFact fact, long excess, DutySlot one, DutySlot other) {
        int[] literals = Stream.of(one, other)
                .filter(slot -> !slot.isFixed())
                .mapToInt(slot -> -slot.variable())
                .distinct()
                .toArray();
        if (excess > 0 && literals.length > 0) {
            formula.addMeasuredClause(fact, excess, literals);
        }
    }

    /** In each week of the plan, duties take no more dates than the free ones and those of lessons leave. */
    private void addFreeDates(int perWeek) {
        Map<IsoWeek, SortedMap<LocalDate, Set<Integer>>> weeks = new TreeMap<>();
        dates.values().stream()
                .flatMap(List::stream)
                .filter(slot -> !slot.isFixed())
                .forEach(slot -> datesOf(slot.interval(), horizon).stream()
                        .filter(date -> !kept.contains(date) && horizon.contains(date))
                        .forEach(date -> weeks.computeIfAbsent(IsoWeek.of(date), any -> new TreeMap<>())
                                .computeIfAbsent(date, any -> new LinkedHashSet<>())
                                .add(slot.variable())));
        weeks.forEach((week, open) -> {
            int most = Math.max(7 - perWeek, countIn(week, taught)) - countIn(week, kept);
            if (open.size() > most) {
                List<Integer> taken = open.values().stream().map(this::anyOf).toList();
                formula.addSum(
                        ProofFact.of(Kind.FREE_DATES, person, week, perWeek),
                        taken,
                        IntStream.range(0, taken.size()).mapToLong(any -> 1).toArray(),
                        most);
            }
        });
    }

    private static int countIn(IsoWeek week, Set<LocalDate> some) {
        return (int) some.stream().filter(date -> IsoWeek.of(date).equals(week)).count();
    }

    /** Returns a variable that is true if any of some variables is. */
    private int anyOf(Set<Integer> variables) {
        if (variables.size() == 1) {
            return variables.iterator().next();
        }
        int any = formula.addVariable();
        variables.forEach(each -> formula.addClause(null, -each, any));
        return any;
    }
}

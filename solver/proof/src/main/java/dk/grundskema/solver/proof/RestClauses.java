package dk.grundskema.solver.proof;

import dk.grundskema.domain.people.AgreedShortRest;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.proof.ProofFact.Kind;
import dk.grundskema.solver.proof.StaffingCase.FixedDuty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adds the daily and weekly rest of one person to a formula. Duties whose pauses are shorter than the rest form a run, and no run may be longer than its
 * limit. Equivalently, after each duty a rest begins at the end of some duty, not later than the duty's start plus the limit. That is one clause for
 * each duty, over variables that say that a rest begins at an end of a duty.
 */
final class RestClauses {
    private static final int ALWAYS = Integer.MAX_VALUE;
    private static final int NEVER = 0;

    private final StaffingCase input;
    private final FactFormula formula;
    private final StaffId person;
    private final WorkRules rules;
    private final List<DutySlot> work;
    private final long longestDuty;

    /** @param all the person's possible duties and lessons, by time */
    RestClauses(StaffingCase input, FactFormula formula, StaffId person, List<DutySlot> all) {
        this.input = input;
        this.formula = formula;
        this.person = person;
        this.rules = input.workRules(person);
        this.work = all.stream().filter(DutySlot::work).toList();
        this.longestDuty =
                work.stream().mapToLong(slot -> slot.interval().minutes()).max().orElse(0);
    }

    void add() {
        AgreedShortRest agreed = rules.agreedShortRest();
        var shortRests = agreed == null ? null : new ShortRests(agreed);
        addRest(
                rules.dailyRestMinutes(),
                rules.longestDailyRun(),
                date -> ProofFact.of(Kind.DAILY_REST, person, date, rules.dailyRestHours()),
                shortRests);
        addRest(
                rules.weeklyRestMinutes(),
                rules.longestWeeklyRun(),
                date -> ProofFact.of(Kind.WEEKLY_REST, person, date, rules.weeklyRestHours()),
                null);
        if (shortRests != null) {
            shortRests.limit();
        }
    }

    private void addRest(
            long rest, long longest, Function<LocalDate, ProofFact> fact, @Nullable ShortRests shortRests) {
        var ends = new TreeSet<Long>();
        work.forEach(slot -> ends.add(slot.interval().end()));
        NavigableSet<Long> restsBesideLessons = restsBesideLessons(rest);
        Map<Long, Integer> begins = new HashMap<>();
        for (DutySlot slot : work) {
            long latest = slot.interval().start() + longest;
            if (slot.interval().end() > latest) {
                if (!slot.isFixed()) {
                    formula.addClause(fact.apply(slot.date()), -slot.variable());
                }
                continue;
            }
            Long restBesideLessons = restsBesideLessons.ceiling(slot.interval().end());
            if (slot.isFixed() && (restBesideLessons == null || restBesideLessons > latest)) {
                continue; // lessons alone break the rule, which the plan did not decide
            }
            var clause = new ArrayList<Integer>();
            if (!slot.isFixed()) {
                clause.add(-slot.variable());
            }
            boolean isAlways = false;
            for (long end : ends.subSet(slot.interval().end(), true, latest, true)) {
                int variable = begins.computeIfAbsent(end, any -> restVariable(end, rest));
                if (variable == ALWAYS) {
                    isAlways = true;
                } else if (variable != NEVER) {
                    clause.add(variable);
                }
                if (shortRests != null) {
                    clause.addAll(shortRests.beginningAt(end, rest));
                }
            }
            if (!isAlways) {
                formula.addClause(fact.apply(slot.date()), clause);
            }
        }
    }

    /** Returns a variable that may only be true if nothing is held in a time after the end. */
    private int restVariable(long end, long rest) {
        var pause = new Interval(end, end + rest);
        List<DutySlot> hindering = overlapping(pause).toList();
        if (hindering.isEmpty()) {
            return ALWAYS;
        }
        if (hindering.stream().anyMatch(DutySlot::isFixed)) {
            return NEVER;
        }
        int variable = formula.addVariable();
        hindering.forEach(slot -> formula.addClause(null, -variable, -slot.variable()));
        return variable;
    }

    /** Returns the ends of lessons after which the other lessons leave time for a rest. */
    private NavigableSet<Long> restsBesideLessons(long rest) {
        var ends = new TreeSet<Long>();
        work.stream()
                .filter(DutySlot::isFixed)
                .map(slot -> slot.interval().end())
                .filter(end -> overlapping(new Interval(end, end + rest)).noneMatch(DutySlot::isFixed))
                .forEach(ends::add);
        return ends;
    }

    /** Returns the duties that overlap an interval, by time. */
    private Stream<DutySlot> overlapping(Interval interval) {
        return startingFrom(interval.start() - longestDuty)
                .takeWhile(slot -> slot.interval().start() < interval.end())
                .filter(slot -> slot.interval().overlaps(interval));
    }

    private Stream<DutySlot> startingFrom(long earliest) {
        int low = 0;
        int high = work.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (work.get(middle).interval().start() < earliest) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return work.subList(low, work.size()).stream();
    }

    /** The agreed shorter rests: each is used on the date on which the next duty begins, a limited number of times. */
    private final class ShortRests {
        private final AgreedShortRest agreed;
        private final Map<LocalDate, List<Integer>> used = new TreeMap<>();
        private final Map<Long, List<Integer>> known = new HashMap<>();

        ShortRests(AgreedShortRest agreed) {
            this.agreed = agreed;
        }

        /** Returns variables, one for each date, that a short rest begins at an end and is used on the date. */
        List<Integer> beginningAt(long end, long rest) {
            return known.computeIfAbsent(end, any -> create(end, rest));
        }

        private List<Integer> create(long end, long rest) {
            long least = agreed.hours() * 60L;
            var dates = new TreeSet<LocalDate>();
            nextDuties(end, least, rest).forEach(next -> dates.add(next.date()));
            var variables = new ArrayList<Integer>();
            for (LocalDate date : dates) {
                int pause = restVariable(end, least);
                boolean isTooLate = nextDuties(end, least, rest)
                        .anyMatch(next -> next.isFixed() && next.date().isBefore(date));
                if (pause != NEVER && !isTooLate) {
                    int use = pause == ALWAYS ? formula.addVariable() : pause;
                    tieToDate(use, nextDuties(end, least, rest).toList(), date);
                    variables.add(use);
                    if (hasOneDate(end + least, end + rest)) {
                        used.computeIfAbsent(date, any -> new ArrayList<>()).add(use);
                    }
                }
            }
            return variables;
        }

        /** Whether all duties that may come next, also those that the model leaves out, are on one date, so that the use is counted on it. */
        private boolean hasOneDate(long from, long until) {
            Stream<SeatDuty> seats = input.seats().stream()
                    .filter(seat -> seat.candidates().contains(person))
                    .flatMap(seat -> seat.duties().stream());
            Stream<SeatDuty> taught = Stream.of(input.lessons(), input.reliefs())
                    .flatMap(some -> some.getOrDefault(person, List.of()).stream())
                    .map(FixedDuty::duty);
            return Stream.concat(seats, taught)
                            .filter(duty -> duty.interval().start() >= from
                                    && duty.interval().start() < until)
                            .map(SeatDuty::date)
                            .distinct()
                            .count()
                    <= 1;
        }

        private Stream<DutySlot> nextDuties(long end, long least, long rest) {
            return startingFrom(end + least).takeWhile(next -> next.interval().start() < end + rest);
        }

        /** The exception counts on the date of the first duty after the rest. */
        private void tieToDate(int use, List<DutySlot> next, LocalDate date) {
            next.stream()
                    .filter(slot -> slot.date().isBefore(date))
                    .forEach(slot -> formula.addClause(null, -use, -slot.variable()));
            List<DutySlot> onDate =
                    next.stream().filter(slot -> slot.date().equals(date)).toList();
            if (onDate.stream().noneMatch(DutySlot::isFixed)) {
                var clause = new ArrayList<Integer>(List.of(-use));
                onDate.forEach(slot -> clause.add(slot.variable()));
                formula.addClause(null, clause);
            }
        }

        void limit() {
            ProofFact fact = ProofFact.of(Kind.SHORT_REST, person, agreed.hours(), agreed.timesAWeek());
            Map<IsoWeek, List<Integer>> weeks = new TreeMap<>();
            used.forEach((date, uses) -> {
                weeks.computeIfAbsent(IsoWeek.of(date), any -> new ArrayList<>())
                        .addAll(uses);
                var atMostOne = new ArrayList<>(uses);
                atMostOne.addAll(used.getOrDefault(date.plusDays(1), List.of()));
                formula.addAtMostOne(fact, atMostOne);
            });
            weeks.values().forEach(uses -> formula.addSum(fact, uses, ones(uses.size()), agreed.timesAWeek()));
        }
    }

    private static long[] ones(int size) {
        long[] ones = new long[size];
        Arrays.fill(ones, 1);
        return ones;
    }
}

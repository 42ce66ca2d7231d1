package dk.grundskema.solver.proof;

import dk.grundskema.domain.people.AgreedShortRest;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.Site;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.proof.ProofFact.Kind;
import dk.grundskema.solver.proof.StaffingCase.FixedDuty;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adds what one person can do to a formula. Seats at the same time and place form a slot with one variable.
 *
 * <p>Rest: duties whose pauses are shorter than the rest form a run, and no run may be longer than its limit. Equivalently, after each duty a rest
 * begins at the end of some duty, not later than the duty's start plus the limit. That is one clause for each duty, over variables that say that a
 * rest begins at an end of a duty.
 */
final class PersonDuties {
    /** A time at which the person may be on duty; lessons have the variable 0, which is always true. */
    private record Slot(Interval interval, LocalDate date, SiteId site, boolean work, int variable) {
        boolean isFixed() {
            return variable == 0;
        }
    }

    private record SlotKey(Interval interval, LocalDate date, SiteId site, boolean work) {}

    private record Term(int variable, SeatDuty duty) {}

    private final StaffingCase input;
    private final FactFormula formula;
    private final StaffId person;
    private final WorkRules rules;
    private final List<FixedDuty> lessons;
    private final List<Slot> slots = new ArrayList<>();
    private final List<Term> terms = new ArrayList<>();

    /**
     * @param seats    all seats of the model
     * @param own      indexes of the seats for which the person is a candidate
     * @param variable returns the variable of the person in a seat
     */
    PersonDuties(
            StaffingCase input,
            FactFormula formula,
            StaffId person,
            List<SeatNeed> seats,
            List<Integer> own,
            IntUnaryOperator variable) {
        this.input = input;
        this.formula = formula;
        this.person = person;
        this.rules = input.workRules(person);
        this.lessons = input.lessons().getOrDefault(person, List.of());
        Map<SlotKey, List<Integer>> bySlot = new LinkedHashMap<>();
        for (int seat : own) {
            int holds = variable.applyAsInt(seat);
            for (SeatDuty duty : seats.get(seat).duties()) {
                terms.add(new Term(holds, duty));
                bySlot.computeIfAbsent(
                                new SlotKey(duty.interval(), duty.date(), duty.site(), duty.work()),
                                any -> new ArrayList<>())
                        .add(holds);
            }
        }
        bySlot.forEach((key, variables) -> slots.add(createSlot(key, variables)));
        slots.sort(Comparator.comparing(Slot::interval));
    }

    private Slot createSlot(SlotKey key, List<Integer> variables) {
        formula.addAtMostOne(onePlace(key.date()), variables);
        int slot = variables.getFirst();
        if (variables.size() > 1) {
            slot = formula.addVariable();
            var any = new ArrayList<>(variables);
            any.add(-slot);
            formula.addClause(null, any);
            for (int each : variables) {
                formula.addClause(null, -each, slot);
            }
        }
        return new Slot(key.interval(), key.date(), key.site(), key.work(), slot);
    }

    void addAll() {
        addUnavailability();
        addLessons();
        addClashes();
        addTravel();
        addRests();
        addHours();
    }

    private ProofFact onePlace(LocalDate date) {
        return ProofFact.of(Kind.ONE_PLACE, person, date);
    }

    private void addUnavailability() {
        for (Interval away : input.unavailable().getOrDefault(person, List.of())) {
            ProofFact fact = ProofFact.of(Kind.UNAVAILABLE, person, local(away.start()), local(away.end()));
            slots.stream()
                    .filter(slot -> slot.interval().overlaps(away))
                    .forEach(slot -> formula.addClause(fact, -slot.variable()));
        }
    }

    private void addLessons() {
        for (FixedDuty lesson : lessons) {
            slots.stream()
                    .filter(slot -> slot.interval().overlaps(lesson.duty().interval()))
                    .forEach(slot -> formula.addClause(factOf(lesson), -slot.variable()));
        }
    }

    private ProofFact factOf(FixedDuty lesson) {
        Interval interval = lesson.duty().interval();
        return ProofFact.of(
                Kind.LESSON,
                person,
                lesson.lesson().id(),
                lesson.duty().date(),
                local(interval.start()).toLocalTime(),
                local(interval.end()).toLocalTime());
    }

    private void addClashes() {
        for (int i = 0; i < slots.size(); i++) {
            Slot earlier = slots.get(i);
            for (int j = i + 1; j < slots.size(); j++) {
                Slot later = slots.get(j);
                if (later.interval().start() >= earlier.interval().end()) {
                    break;
                }
                formula.addClause(onePlace(earlier.date()), -earlier.variable(), -later.variable());
            }
        }
    }

    private List<Slot> slotsAndLessons() {
        var all = new ArrayList<>(slots);
        for (FixedDuty lesson : lessons) {
            SeatDuty duty = lesson.duty();
            all.add(new Slot(duty.interval(), duty.date(), duty.site(), true, 0));
        }
        all.sort(Comparator.comparing(Slot::interval));
        return all;
    }

    /** Two duties at different sites need the travel time in between, unless another duty is held between them. */
    private void addTravel() {
        if (input.problem().travel().isEmpty()) {
            return;
        }
        List<Slot> all = slotsAndLessons();
        int longest = input.problem().travel().stream()
                .mapToInt(way -> way.minutes())
                .max()
                .orElse(0);
        for (Slot from : all) {
            for (Slot to : all) {
                long gap = to.interval().start() - from.interval().end();
                if (gap >= 0 && gap < longest && !(from.isFixed() && to.isFixed())) {
                    addTravel(from, to, gap, all);
                }
            }
        }
    }

    private void addTravel(Slot from, Slot to, long gap, List<Slot> all) {
        int needed = input.problem().travelMinutes(from.site(), to.site());
        if (gap >= needed || isShorterElsewhere(from.site(), to.site(), needed)) {
            return;
        }
        var clause = new ArrayList<Integer>();
        Stream.of(from, to).filter(slot -> !slot.isFixed()).forEach(slot -> clause.add(-slot.variable()));
        for (Slot between : all) {
            boolean isBetween = !between.equals(from)
                    && !between.equals(to)
                    && between.interval().start() >= from.interval().start()
                    && between.interval().start() <= to.interval().start();
            if (isBetween && between.isFixed()) {
                return;
            }
            if (isBetween) {
                clause.add(between.variable());
            }
        }
        // A lesson that may be taken away may be held in between as well.
        boolean maybeRelieved = input.reliefs().getOrDefault(person, List.of()).stream()
                .anyMatch(lesson -> lesson.duty().interval().start()
                                >= from.interval().start()
                        && lesson.duty().interval().start() <= to.interval().start());
        if (!maybeRelieved) {
            formula.addClause(ProofFact.of(Kind.TRAVEL, person, from.site(), to.site(), needed, from.date()), clause);
        }
    }

    /** Whether the way over a third site takes less time than the direct one. A duty there, which the model may leave out, would then help. */
    private boolean isShorterElsewhere(SiteId from, SiteId to, int needed) {
        return input.problem().sites().stream()
                .map(Site::id)
                .anyMatch(site -> input.problem().travelMinutes(from, site)
                                + input.problem().travelMinutes(site, to)
                        < needed);
    }

    private void addRests() {
        List<Slot> work = slotsAndLessons().stream().filter(Slot::work).toList();
        AgreedShortRest agreed = rules.agreedShortRest();
        var shortRests = agreed == null ? null : new ShortRests(work, agreed);
        addRest(
                work,
                rules.dailyRestMinutes(),
                rules.longestDailyRun(),
                date -> ProofFact.of(Kind.DAILY_REST, person, date, rules.dailyRestHours()),
                shortRests);
        addRest(
                work,
                rules.weeklyRestMinutes(),
                rules.longestWeeklyRun(),
                date -> ProofFact.of(Kind.WEEKLY_REST, person, date, rules.weeklyRestHours()),
                null);
        if (shortRests != null) {
            shortRests.limit();
        }
    }

    private void addRest(
            List<Slot> work,
            long rest,
            long longest,
            Function<LocalDate, ProofFact> fact,
            @Nullable ShortRests shortRests) {
        var ends = new TreeSet<Long>();
        work.forEach(slot -> ends.add(slot.interval().end()));
        Map<Long, Integer> begins = new HashMap<>();
        for (Slot slot : work) {
            long latest = slot.interval().start() + longest;
            if (slot.interval().end() > latest) {
                if (!slot.isFixed()) {
                    formula.addClause(fact.apply(slot.date()), -slot.variable());
                }
                continue;
            }
            if (slot.isFixed() && !canRestAfter(slot, work, rest, latest)) {
                continue; // lessons alone break the rule, which the plan did not decide
            }
            var clause = new ArrayList<Integer>();
            if (!slot.isFixed()) {
                clause.add(-slot.variable());
            }
            boolean isAlways = false;
            for (long end : ends.subSet(slot.interval().end(), true, latest, true)) {
                int variable = begins.computeIfAbsent(end, any -> restVariable(work, end, rest));
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

    private static final int ALWAYS = Integer.MAX_VALUE;
    private static final int NEVER = 0;

    /** Returns a variable that may only be true if nothing is held in a time after the end. */
    private int restVariable(List<Slot> work, long end, long rest) {
        var pause = new Interval(end, end + rest);
        List<Slot> hindering =
                work.stream().filter(slot -> slot.interval().overlaps(pause)).toList();
        if (hindering.isEmpty()) {
            return ALWAYS;
        }
        if (hindering.stream().anyMatch(Slot::isFixed)) {
            return NEVER;
        }
        int variable = formula.addVariable();
        hindering.forEach(slot -> formula.addClause(null, -variable, -slot.variable()));
        return variable;
    }

    /** Returns whether the lessons alone leave a rest in time. */
    private static boolean canRestAfter(Slot lesson, List<Slot> work, long rest, long latest) {
        return work.stream()
                .filter(Slot::isFixed)
                .map(slot -> slot.interval().end())
                .filter(end -> end >= lesson.interval().end() && end <= latest)
                .anyMatch(end -> work.stream()
                        .filter(Slot::isFixed)
                        .noneMatch(slot -> slot.interval().overlaps(new Interval(end, end + rest))));
    }

    /** The agreed shorter rests: each is used on the date on which the next duty begins, a limited number of times. */
    private final class ShortRests {
        private final List<Slot> work;
        private final AgreedShortRest agreed;
        private final Map<LocalDate, List<Integer>> used = new TreeMap<>();
        private final Map<Long, List<Integer>> known = new HashMap<>();

        ShortRests(List<Slot> work, AgreedShortRest agreed) {
            this.work = work;
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
                int pause = restVariable(work, end, least);
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

        private Stream<Slot> nextDuties(long end, long least, long rest) {
            return work.stream()
                    .filter(next -> next.interval().start() >= end + least
                            && next.interval().start() < end + rest);
        }

        /** The exception counts on the date of the first duty after the rest. */
        private void tieToDate(int use, List<Slot> next, LocalDate date) {
            next.stream()
                    .filter(slot -> slot.date().isBefore(date))
                    .forEach(slot -> formula.addClause(null, -use, -slot.variable()));
            List<Slot> onDate =
                    next.stream().filter(slot -> slot.date().equals(date)).toList();
            if (onDate.stream().noneMatch(Slot::isFixed)) {
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

    private void addHours() {
        Integer perDay = rules.hoursPerDay();
        Integer perWeek = rules.hoursPerWeek();
        if (perDay != null) {
            addLimit(
                    SeatDuty::date,
                    (date, taught) -> ProofFact.of(Kind.DAILY_HOURS, person, date, perDay, taught),
                    date -> perDay * 60L,
                    date -> 0L);
        }
        if (perWeek != null) {
            addLimit(
                    duty -> IsoWeek.of(duty.date()),
                    (week, taught) -> ProofFact.of(Kind.WEEKLY_HOURS, person, week, perWeek, taught),
                    week -> perWeek * 60L,
                    week -> 0L);
        }
        LocalDate first = input.problem().horizon().firstDay();
        int length = 7 * rules.referenceWeeks();
        long before = Math.round(input.problem()
                        .staffMember(person)
                        .map(StaffMember::hoursAlreadyWorked)
                        .orElse(0.0)
                * 60);
        addLimit(
                duty -> first.plusDays(Math.max(0, ChronoUnit.DAYS.between(first, duty.date()) / length) * length),
                (from, taught) -> ProofFact.of(
                        Kind.AVERAGE_HOURS, person, from, rules.averageHoursPerWeek(), rules.referenceWeeks()),
                from -> rules.averageHoursPerWeek() * 60L * rules.referenceWeeks(),
                from -> from.equals(first) ? before : 0L);
    }

    private interface LimitFact<K> {
        ProofFact of(K key, long taughtMinutes);
    }

    /** Planned minutes may fill a limit, less earlier work and lessons; lessons that may be taken away don't count. */
    private <K extends Comparable<K>> void addLimit(
            Function<SeatDuty, K> key, LimitFact<K> fact, Function<K, Long> limit, Function<K, Long> earlier) {
        Map<K, Long> taught = new HashMap<>();
        lessons.forEach(
                lesson -> taught.merge(key.apply(lesson.duty()), lesson.duty().minutes(), Long::sum));
        Map<K, Long> relievable = new HashMap<>();
        input.reliefs()
                .getOrDefault(person, List.of())
                .forEach(lesson ->
                        relievable.merge(key.apply(lesson.duty()), lesson.duty().minutes(), Long::sum));
        Map<K, List<Term>> planned = new TreeMap<>();
        terms.stream()
                .filter(term -> term.duty().work())
                .forEach(term -> planned.computeIfAbsent(key.apply(term.duty()), any -> new ArrayList<>())
                        .add(term));
        planned.forEach((when, some) -> {
            long kept = earlier.apply(when) + taught.getOrDefault(when, 0L);
            long all = kept + relievable.getOrDefault(when, 0L);
            long most = Math.max(limit.apply(when), all) - kept;
            long possible =
                    some.stream().mapToLong(term -> term.duty().minutes()).sum();
            if (possible > most) {
                formula.addSum(
                        fact.of(when, taught.getOrDefault(when, 0L)),
                        some.stream().map(Term::variable).toList(),
                        some.stream().mapToLong(term -> term.duty().minutes()).toArray(),
                        most);
            }
        });
    }

    private LocalDateTime local(long minute) {
        return Interval.toLocalDateTime(minute, input.problem().horizon().zone());
    }
}

package dk.grundskema.solver.proof;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.proof.FormulaSolver.State;
import dk.grundskema.solver.proof.ProofFact.Kind;
import dk.grundskema.solver.proof.StaffingCase.FixedDuty;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the lessons that shorten a rest or a way of a proof, or lengthen a day or take a date. The model knows lessons as given, not as facts that may be left out; so the proof is repeated
 * without some of them. What remains is minimal: without any one of these lessons, the other facts could hold together.
 */
final class NeededLessons {
    /** Maximum number of pairs of seat and candidate; proofs about more name no such lessons, since each is repeated many times. */
    private static final int MOST_PAIRS = 3_000;

    /** Maximum number of models for a proof. */
    private static final int MOST_MODELS = 120;

    private final StaffingCase input;
    private final List<SeatNeed> seats;
    private final Predicate<SeatNeed> mustFill;
    private final ProofLimits.Budget budget;
    private int models;

    /**
     * @param seats    the seats of the proof's model
     * @param mustFill which of them must be filled
     */
    NeededLessons(StaffingCase input, List<SeatNeed> seats, Predicate<SeatNeed> mustFill, ProofLimits.Budget budget) {
        this.input = input;
        this.seats = seats;
        this.mustFill = mustFill;
        this.budget = budget;
    }

    /** A lesson of a person in one week. */
    private record Taught(StaffId person, FixedDuty lesson) {}

    /** Returns the lessons as facts; empty also if they were not found within the limits. */
    List<ProofFact> find(Set<ProofFact> core) {
        Set<Taught> candidates = candidates(core);
        int pairs = seats.stream().mapToInt(seat -> seat.candidates().size()).sum();
        if (candidates.isEmpty() || pairs > MOST_PAIRS || isContradiction(core, candidates)) {
            return List.of();
        }
        Map<Object, List<Taught>> days = new LinkedHashMap<>();
        candidates.forEach(one -> days.computeIfAbsent(
                        List.of(one.person(), one.lesson().duty().date()), any -> new ArrayList<>())
                .add(one));
        Set<Taught> without = new LinkedHashSet<>();
        var suspects = new ArrayList<Taught>();
        for (List<Taught> day : days.values()) {
            if (!tryWithout(core, without, day)) {
                suspects.addAll(day);
            }
        }
        var needed = new ArrayList<Taught>();
        for (Taught lesson : suspects) {
            if (!tryWithout(core, without, List.of(lesson))) {
                needed.add(lesson);
            }
        }
        return budget.isOver() || models > MOST_MODELS
                ? List.of()
                : needed.stream().map(this::fact).toList();
    }

    private boolean tryWithout(Set<ProofFact> core, Set<Taught> without, Collection<Taught> more) {
        Set<Taught> all = new LinkedHashSet<>(without);
        all.addAll(more);
        boolean isLess = isContradiction(core, all);
        if (isLess) {
            without.addAll(more);
        }
        return isLess;
    }

    private ProofFact fact(Taught taught) {
        return taught.lesson().toFact(taught.person(), input.problem().horizon().zone());
    }

    /** Lessons on the days of a rest, a way or a limit of dates; those that are facts of the proof already are left alone. */
    private Set<Taught> candidates(Set<ProofFact> core) {
        Set<Taught> found = new LinkedHashSet<>();
        for (ProofFact fact : core) {
            switch (fact.kind()) {
                case DAILY_REST -> add(fact, (LocalDate) fact.arguments().get(1), 1, 2, found);
                case WEEKLY_REST -> add(fact, (LocalDate) fact.arguments().get(1), 0, 8, found);
                case TRAVEL -> add(fact, (LocalDate) fact.arguments().get(4), 0, 0, found);
                case LONGEST_DAY -> add(fact, (LocalDate) fact.arguments().get(1), 0, 0, found);
                case REST_BETWEEN_DATES ->
                    add(fact, (LocalDate) fact.arguments().get(1), 2, 0, found);
                case FREE_DATES -> add(fact, ((IsoWeek) fact.arguments().get(1)).date(DayOfWeek.MONDAY), 1, 6, found);
                default -> {}
            }
        }
        found.removeIf(taught -> core.contains(fact(taught)));
        return found;
    }

    private void add(ProofFact fact, LocalDate date, int before, int after, Set<Taught> found) {
        StaffId person = (StaffId) fact.arguments().getFirst();
        input.lessons().getOrDefault(person, List.of()).stream()
                .filter(lesson -> !lesson.duty().date().isBefore(date.minusDays(before))
                        && !lesson.duty().date().isAfter(date.plusDays(after)))
                .forEach(lesson -> found.add(new Taught(person, lesson)));
    }

    private boolean isContradiction(Set<ProofFact> core, Set<Taught> without) {
        if (budget.isOver() || models++ > MOST_MODELS) {
            return false;
        }
        Map<StaffId, List<FixedDuty>> left = new HashMap<>(input.lessons());
        without.forEach(taught -> left.computeIfPresent(
                taught.person(),
                (person, lessons) -> lessons.stream()
                        .filter(lesson -> !lesson.equals(taught.lesson()))
                        .toList()));
        StaffingModel model = StaffingModel.ofPools(input.withLessons(left), seats, mustFill);
        Set<ProofFact> facts = new LinkedHashSet<>();
        for (ProofFact fact : model.formula().facts()) {
            if (core.contains(fact) || core.stream().anyMatch(other -> isSameLimit(fact, other))) {
                facts.add(fact);
            }
        }
        return FormulaSolver.solve(model.formula(), facts, true, budget).state() == State.UNSATISFIABLE;
    }

    /** Limits of hours state the minutes in lessons, which are fewer now. */
    private static boolean isSameLimit(ProofFact one, ProofFact other) {
        boolean isLimit = one.kind() == Kind.DAILY_HOURS || one.kind() == Kind.WEEKLY_HOURS;
        return isLimit
                && one.kind() == other.kind()
                && one.arguments().subList(0, 3).equals(other.arguments().subList(0, 3));
    }
}

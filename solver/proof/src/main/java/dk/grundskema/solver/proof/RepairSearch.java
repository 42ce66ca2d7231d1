package dk.grundskema.solver.proof;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.proof.FormulaSolver.Minimum;
import dk.grundskema.solver.proof.FormulaSolver.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Searches for holders of seats that fill open seats with the fewest changes. The independent checker judges each solution; what it objects to is
 * excluded from the next one.
 */
final class RepairSearch {
    private static final int MOST_ATTEMPTS = 60;

    /** Attempts for a rule that the model does not know: only the checker tells whether it is kept. */
    private static final int MOST_ATTEMPTS_WITHOUT_FACTS = 10;

    /** Days around a broken rule on which people may change. */
    private static final List<Integer> DAYS_AROUND = List.of(1, 7);

    private static final String MISSING = "core.missing-adult";

    private final StaffingCase input;
    private final Timetable timetable;
    private final TimetableChecker checker;
    private final Set<ProofFact> broken;
    private final ProofLimits.Budget budget;
    private final ViolationAmounts before;

    /**
     * A repair.
     *
     * @param timetable timetable with the changes
     * @param changes   the changes
     * @param isClean   whether no other rule is broken more than before; otherwise only the hard rules are not
     */
    record Repair(Timetable timetable, List<SeatChange> changes, boolean isClean) {}

    RepairSearch(
            StaffingCase input,
            Timetable timetable,
            TimetableChecker checker,
            Set<ProofFact> broken,
            ProofLimits.Budget budget) {
        this.input = input;
        this.timetable = timetable;
        this.checker = checker;
        this.broken = broken;
        this.budget = budget;
        this.before = new ViolationAmounts(checker.checkRules(input.problem(), timetable));
    }

    /**
     * Fills an open seat, or as many open seats as possible.
     *
     * @param target the seat; {@code null} means all open seats
     */
    Optional<Repair> search(@Nullable SeatNeed target) {
        StaffingModel model = model(seat -> seat.holder() != null || seat.equals(target));
        var objective = new Objective(model, target == null);
        Repair fallback = null;
        for (int attempt = 0; attempt < MOST_ATTEMPTS && !budget.isOver(); attempt++) {
            Optional<Solution> found = objective.minimise(broken);
            if (found.isEmpty()
                    || !before.isLess(Level.MEDIUM, MISSING, found.get().faults())) {
                break;
            }
            Solution solution = found.get();
            Repair repair = solution.repair(before.isNoWorse(solution.faults(), false));
            if (repair.isClean()) {
                return Optional.of(repair);
            }
            fallback = fallback == null && before.isNoWorse(solution.faults(), true) ? repair : fallback;
            if (!exclude(model, solution.holders(), solution.faults(), before)) {
                break;
            }
        }
        return Optional.ofNullable(fallback);
    }

    /**
     * Mends a broken rule while the filled seats stay filled, by changes on the days around it; empty if that was not found within the limits. No other rule
     * is broken more than before.
     */
    Optional<Repair> mend(BrokenRule target) {
        return DAYS_AROUND.stream()
                .flatMap(days -> mend(target, target.datesAround(days)).stream())
                .findFirst();
    }

    private Optional<Repair> mend(BrokenRule target, Predicate<SeatNeed> isFree) {
        StaffingModel model = model(seat -> seat.holder() != null);
        keepOthers(model, isFree);
        Set<ProofFact> restored = target.factsAmong(broken);
        Set<ProofFact> others = new HashSet<>(broken);
        others.removeAll(restored);
        Map<SeatNeed, StaffId> now = new HashMap<>();
        model.seats().stream()
                .filter(seat -> seat.holder() != null)
                .forEach(seat -> now.put(seat, Objects.requireNonNull(seat.holder())));
        if (!excludeTogether(model, now, seat -> target.concerns(seat, Objects.requireNonNull(seat.holder())))) {
            return Optional.empty();
        }
        var objective = new Objective(model, false);
        var complete = new ViolationAmounts(checker.check(input.problem(), timetable));
        int most = restored.isEmpty() ? MOST_ATTEMPTS_WITHOUT_FACTS : MOST_ATTEMPTS;
        for (int attempt = 0; attempt < most && !budget.isOver(); attempt++) {
            Optional<Solution> found = objective.minimise(others);
            if (found.isEmpty()) {
                break;
            }
            Solution solution = found.get();
            List<RuleViolation> faults = checker.check(input.problem(), solution.timetable());
            if (complete.isMended(target.violation(), faults)) {
                return Optional.of(solution.repair(true));
            }
            boolean isExcluded = !complete.isGone(target.violation(), faults)
                    && excludeTogether(
                            model,
                            solution.holders(),
                            seat -> target.concerns(
                                    seat,
                                    Objects.requireNonNull(solution.holders().get(seat))));
            if (!exclude(model, solution.holders(), faults, complete) && !isExcluded) {
                break;
            }
        }
        return Optional.empty();
    }

    private static void keepOthers(StaffingModel model, Predicate<SeatNeed> isFree) {
        for (int i = 0; i < model.seats().size(); i++) {
            SeatNeed seat = model.seats().get(i);
            if (!isFree.test(seat)) {
                model.candidates(i)
                        .forEach((person, variable) ->
                                model.formula().addClause(null, person.equals(seat.holder()) ? variable : -variable));
            }
        }
    }

    /** @param mustFill which of the required seats must be filled */
    private StaffingModel model(Predicate<SeatNeed> mustFill) {
        List<SeatNeed> seats = input.seats().stream()
                .filter(seat -> seat.required() || seat.lock() != null || seat.holder() != null)
                .toList();
        return new StaffingModel(input, seats, seat -> seat.required() && mustFill.test(seat));
    }

    /**
     * A solution of the model.
     *
     * @param holders   holders of the seats
     * @param changes   changed seats
     * @param timetable the timetable with the changes
     * @param faults    what the checker finds in it
     */
    private record Solution(
            Map<SeatNeed, StaffId> holders, List<SeatChange> changes, Timetable timetable, List<RuleViolation> faults) {
        Repair repair(boolean isClean) {
            return new Repair(timetable, changes, isClean);
        }
    }

    /** Searches for solutions with the fewest changes. */
    private final class Objective {
        private final StaffingModel model;
        private final List<Integer> literals = new ArrayList<>();
        private final List<Long> weights = new ArrayList<>();
        private final Map<Integer, Boolean> hints = new HashMap<>();

        /** @param fillsAll whether as many open seats as possible are filled */
        Objective(StaffingModel model, boolean fillsAll) {
            this.model = model;
            addCosts(model, fillsAll, literals, weights, hints);
        }

        /** @param without facts that may be broken */
        Optional<Solution> minimise(Set<ProofFact> without) {
            Set<ProofFact> facts = new HashSet<>(model.formula().facts());
            facts.removeAll(without);
            Minimum minimum = FormulaSolver.minimise(model.formula(), facts, literals, weights, hints, budget);
            if (minimum.state() != State.SATISFIABLE) {
                return Optional.empty();
            }
            Map<SeatNeed, StaffId> holders = model.holders(minimum.values());
            List<SeatNeed> changed = model.seats().stream()
                    .filter(seat -> !Objects.equals(seat.holder(), holders.get(seat)))
                    .toList();
            Timetable changedPlan = apply(changed, holders);
            return Optional.of(new Solution(
                    holders, changes(changed, holders), changedPlan, checker.checkRules(input.problem(), changedPlan)));
        }
    }

    private void addCosts(
            StaffingModel model,
            boolean fillsAll,
            List<Integer> literals,
            List<Long> weights,
            Map<Integer, Boolean> hints) {
        long open = model.seats().size() + 1L;
        for (int i = 0; i < model.seats().size(); i++) {
            SeatNeed seat = model.seats().get(i);
            Map<StaffId, Integer> candidates = model.candidates(i);
            candidates.forEach((person, variable) -> hints.put(variable, person.equals(seat.holder())));
            StaffId holder = seat.holder();
            if (holder != null) {
                Integer stays = candidates.get(holder);
                if (stays != null) {
                    literals.add(-stays);
                    weights.add(1L);
                }
            } else if (seat.required() && fillsAll) {
                int vacant = model.formula().addVariable();
                var clause = new ArrayList<>(candidates.values());
                clause.add(vacant);
                model.formula().addClause(null, clause);
                literals.add(vacant);
                weights.add(open * seat.sessions().size());
            }
            if (holder == null) {
                candidates.values().forEach(variable -> {
                    literals.add(variable);
                    weights.add(1L);
                });
            }
        }
    }

    /** Excludes the holders of each meeting, or the duties of each person, to which the checker newly objects; returns whether there is any. */
    private static boolean exclude(
            StaffingModel model, Map<SeatNeed, StaffId> holders, List<RuleViolation> faults, ViolationAmounts earlier) {
        boolean isAny = false;
        for (RuleViolation fault : faults) {
            if (fault.rule().equals(MISSING) || !earlier.isWorse(fault)) {
                continue;
            }
            boolean isOfPerson = fault.arguments().stream().noneMatch(SessionId.class::isInstance);
            isAny |= excludeTogether(
                    model,
                    holders,
                    seat -> seat.sessions().stream().anyMatch(fault.arguments()::contains)
                            || (isOfPerson && fault.arguments().contains(Objects.requireNonNull(holders.get(seat)))));
        }
        return isAny;
    }

    /** Excludes that some filled seats have these holders, all of them at once; returns whether there is any. */
    private static boolean excludeTogether(
            StaffingModel model, Map<SeatNeed, StaffId> holders, Predicate<SeatNeed> which) {
        var clause = new ArrayList<Integer>();
        boolean isAny = false;
        for (int i = 0; i < model.seats().size(); i++) {
            SeatNeed seat = model.seats().get(i);
            StaffId holder = holders.get(seat);
            if (holder != null && which.test(seat)) {
                isAny = true;
                Integer variable = model.candidates(i).get(holder);
                if (variable == null) {
                    return true; // the holder may not stay anyway
                }
                clause.add(-variable);
            }
        }
        if (isAny) {
            model.formula().addClause(null, clause);
        }
        return isAny;
    }

    private static List<SeatChange> changes(List<SeatNeed> changed, Map<SeatNeed, StaffId> holders) {
        return changed.stream()
                .map(seat -> new SeatChange(seat.session(), seat.place() + 1, seat.holder(), holders.get(seat)))
                .toList();
    }

    private Timetable apply(List<SeatNeed> changed, Map<SeatNeed, StaffId> holders) {
        Map<SessionId, Map<Integer, Optional<StaffId>>> byMeeting = new HashMap<>();
        for (SeatNeed seat : changed) {
            for (SessionId session : seat.sessions()) {
                byMeeting
                        .computeIfAbsent(session, any -> new HashMap<>())
                        .put(seat.place(), Optional.ofNullable(holders.get(seat)));
            }
        }
        return SeatEditor.withHolders(timetable, byMeeting);
    }
}

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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Searches for holders of seats that fill open seats with the fewest changes. The independent checker judges each solution; what it objects to is
 * excluded from the next one.
 */
final class RepairSearch {
    private static final int MOST_ATTEMPTS = 60;
    private static final String MISSING = "core.missing-adult";

    private final StaffingCase input;
    private final Timetable timetable;
    private final TimetableChecker checker;
    private final Set<ProofFact> broken;
    private final ProofLimits.Budget budget;
    private final Map<String, Long> before;
    private final ViolationAmounts placesBefore;

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
        List<RuleViolation> faults = checker.checkRules(input.problem(), timetable);
        this.before = sums(faults);
        this.placesBefore = new ViolationAmounts(faults);
    }

    private static Map<String, Long> sums(List<RuleViolation> faults) {
        Map<String, Long> sums = new TreeMap<>();
        faults.forEach(fault -> sums.merge(fault.level() + " " + fault.rule(), fault.amount(), Long::sum));
        return sums;
    }

    /**
     * Fills an open seat, or as many open seats as possible.
     *
     * @param target the seat; {@code null} means all open seats
     */
    Optional<Repair> search(@Nullable SeatNeed target) {
        List<SeatNeed> seats = input.seats().stream()
                .filter(seat -> seat.required() || seat.lock() != null || seat.holder() != null)
                .toList();
        var model = new StaffingModel(
                input, seats, seat -> seat.required() && (seat.holder() != null || seat.equals(target)));
        Set<ProofFact> facts = new HashSet<>(model.formula().facts());
        facts.removeAll(broken);
        var literals = new ArrayList<Integer>();
        var weights = new ArrayList<Long>();
        Map<Integer, Boolean> hints = new HashMap<>();
        addCosts(model, target == null, literals, weights, hints);
        Repair fallback = null;
        for (int attempt = 0; attempt < MOST_ATTEMPTS && !budget.isOver(); attempt++) {
            Minimum minimum = FormulaSolver.minimise(model.formula(), facts, literals, weights, hints, budget);
            if (minimum.state() != State.SATISFIABLE) {
                break;
            }
            Map<SeatNeed, StaffId> holders = model.holders(minimum.values());
            List<SeatNeed> changed = seats.stream()
                    .filter(seat -> !Objects.equals(seat.holder(), holders.get(seat)))
                    .toList();
            Timetable changedPlan = apply(changed, holders);
            List<RuleViolation> faults = checker.checkRules(input.problem(), changedPlan);
            if (!isFewerOpen(faults)) {
                break;
            }
            var repair = new Repair(changedPlan, changes(changed, holders), isNoWorse(faults, false));
            if (repair.isClean()) {
                return Optional.of(repair);
            }
            fallback = fallback == null && isNoWorse(faults, true) ? repair : fallback;
            if (!exclude(model, holders, faults)) {
                break;
            }
        }
        return Optional.ofNullable(fallback);
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
                literals.add(-Objects.requireNonNull(candidates.get(holder)));
                weights.add(1L);
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

    private boolean isFewerOpen(List<RuleViolation> faults) {
        String key = Level.MEDIUM + " " + MISSING;
        return sums(faults).getOrDefault(key, 0L) < before.getOrDefault(key, 0L);
    }

    private boolean isNoWorse(List<RuleViolation> faults, boolean hardOnly) {
        return sums(faults).entrySet().stream()
                .filter(sum -> !hardOnly || sum.getKey().startsWith(Level.HARD.name()))
                .allMatch(sum -> sum.getValue() <= before.getOrDefault(sum.getKey(), 0L));
    }

    /** Excludes the holders of each meeting, or the duties of each person, to which the checker newly objects; returns whether there is any. */
    private boolean exclude(StaffingModel model, Map<SeatNeed, StaffId> holders, List<RuleViolation> faults) {
        boolean isAny = false;
        for (RuleViolation fault : faults) {
            if (fault.rule().equals(MISSING) || !placesBefore.isWorse(fault)) {
                continue;
            }
            var clause = new ArrayList<Integer>();
            for (int i = 0; i < model.seats().size(); i++) {
                SeatNeed seat = model.seats().get(i);
                StaffId holder = holders.get(seat);
                boolean isOfMeeting = seat.sessions().stream().anyMatch(fault.arguments()::contains);
                boolean isOfPerson = holder != null
                        && fault.arguments().contains(holder)
                        && fault.arguments().stream().noneMatch(SessionId.class::isInstance);
                if (holder != null && (isOfMeeting || isOfPerson)) {
                    clause.add(-Objects.requireNonNull(model.candidates(i).get(holder)));
                }
            }
            if (!clause.isEmpty()) {
                model.formula().addClause(null, clause);
                isAny = true;
            }
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

package dk.grundskema.solver.proof;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Timetable;
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

/** Searches for holders of the seats of a model with the fewest changes of a timetable; each solution that is excluded makes way for the next one. */
final class FewestChanges {
    private static final String MISSING = "core.missing-adult";

    private final StaffingModel model;
    private final Timetable timetable;
    private final ProofLimits.Budget budget;
    private final List<Integer> literals = new ArrayList<>();
    private final List<Long> weights = new ArrayList<>();
    private final Map<Integer, Boolean> hints = new HashMap<>();

    /**
     * A solution of the model.
     *
     * @param holders   holders of the seats
     * @param changes   changed seats
     * @param timetable the timetable with the changes
     */
    record Solution(Map<SeatNeed, StaffId> holders, List<SeatChange> changes, Timetable timetable) {}

    /** @param fillsAll whether as many open seats as possible are filled */
    FewestChanges(StaffingModel model, Timetable timetable, boolean fillsAll, ProofLimits.Budget budget) {
        this.model = model;
        this.timetable = timetable;
        this.budget = budget;
        addCosts(fillsAll);
    }

    private void addCosts(boolean fillsAll) {
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

    /** @param without facts that may be broken */
    Optional<Solution> find(Set<ProofFact> without) {
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
        return Optional.of(new Solution(holders, changes(changed, holders), apply(changed, holders)));
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

    /** Excludes the holders of each meeting, or the duties of each person, to which the checker newly objects; returns whether there is any. */
    boolean exclude(Map<SeatNeed, StaffId> holders, List<RuleViolation> faults, ViolationAmounts before) {
        boolean isAny = false;
        for (RuleViolation fault : faults) {
            if (fault.rule().equals(MISSING) || !before.isWorse(fault)) {
                continue;
            }
            boolean isOfPerson = fault.arguments().stream().noneMatch(SessionId.class::isInstance);
            isAny |= excludeTogether(
                    holders,
                    seat -> seat.sessions().stream().anyMatch(fault.arguments()::contains)
                            || (isOfPerson && fault.arguments().contains(Objects.requireNonNull(holders.get(seat)))));
        }
        return isAny;
    }

    /** Excludes that some filled seats have these holders, all of them at once; returns whether there is any. */
    boolean excludeTogether(Map<SeatNeed, StaffId> holders, Predicate<SeatNeed> which) {
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
}

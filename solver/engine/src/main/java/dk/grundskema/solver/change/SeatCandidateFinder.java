package dk.grundskema.solver.change;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.solver.change.SeatCandidates.RejectedCandidate;
import dk.grundskema.solver.change.SeatCandidates.RuleDifference;
import dk.grundskema.solver.change.SeatCandidates.SeatCandidate;
import dk.grundskema.solver.change.SeatCandidates.SeatObstacle;
import dk.grundskema.solver.explain.RuleMatch;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.score.CompiledRules;
import dk.grundskema.solver.score.ScoreState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the candidates for a vacant seat by trying every staff member on the incremental score. Only rules whose
 * penalty differs are evaluated from scratch, to list the violations.
 */
final class SeatCandidateFinder {
    private final RepairBaseline baseline;
    private final CompiledRules rules;
    private final ScoreState state;
    private final long[] before;

    SeatCandidateFinder(RepairBaseline baseline) {
        this.baseline = baseline;
        this.rules = baseline.plan().rules();
        this.state = new ScoreState(rules);
        state.load(baseline.values());
        state.settle();
        this.before = penalties();
    }

    private long[] penalties() {
        long[] all = new long[rules.rules().size()];
        for (int rule = 0; rule < all.length; rule++) {
            all[rule] = state.penalty(rule);
        }
        return all;
    }

    /** Returns the candidates for each vacant seat, with all other vacant seats empty. */
    List<SeatCandidates> findCandidates(List<RepairBaseline.Vacancy> vacancies) {
        return vacancies.stream()
                .map(one -> findCandidates(baseline.vacantSeat(one), one))
                .toList();
    }

    private SeatCandidates findCandidates(VacantSeat seat, RepairBaseline.Vacancy vacancy) {
        var inPlace = new AbsentHolderBaseline(vacancy);
        var candidates = new ArrayList<SeatCandidate>();
        var unable = new ArrayList<RejectedCandidate>();
        for (StaffMember one : baseline.blueprint().staff()) {
            if (!one.id().equals(seat.staffId())) {
                evaluateStaffMember(one.id(), seat, inPlace, candidates, unable);
            }
        }
        candidates.sort(SeatCandidateRanking.BEST_FIRST);
        return new SeatCandidates(seat, candidates, unable);
    }

    private void evaluateStaffMember(
            StaffId who,
            VacantSeat seat,
            AbsentHolderBaseline inPlace,
            List<SeatCandidate> candidates,
            List<RejectedCandidate> unable) {
        int decision = inPlace.decision;
        int person = baseline.blueprint().index().staff().indexOf(who);
        if (!seat.seat().candidates().contains(who)) {
            unable.add(new RejectedCandidate(who, SeatObstacle.NOT_ASKED, List.of()));
        } else if (baseline.isFact(decision)) {
            unable.add(new RejectedCandidate(who, SeatObstacle.SEAT_IS_FIXED, List.of()));
        } else if (!baseline.blueprint().decisions().allows(decision, person)) {
            unable.add(new RejectedCandidate(who, SeatObstacle.AWAY, List.of()));
        } else {
            state.set(decision, person);
            List<RuleDifference> differences = differences(inPlace);
            state.set(decision, Decisions.NONE);
            List<String> broken = RuleDifferenceCalculator.brokenRules(differences, Level.HARD);
            if (broken.isEmpty()) {
                candidates.add(createCandidate(who, inPlace, person, differences));
            } else {
                unable.add(new RejectedCandidate(who, SeatObstacle.BREAKS_RULES, broken));
            }
        }
    }

    private List<RuleDifference> differences(AbsentHolderBaseline inPlace) {
        state.settle();
        return RuleDifferenceCalculator.of(
                rules,
                rule -> rules.rules().get(rule).type().level() == Level.MEDIUM ? inPlace.penalty(rule) : before[rule],
                state::penalty);
    }

    private SeatCandidate createCandidate(
            StaffId who, AbsentHolderBaseline inPlace, int person, List<RuleDifference> differences) {
        List<String> broken = RuleDifferenceCalculator.brokenRules(differences, Level.MEDIUM);
        return new SeatCandidate(
                who,
                broken.isEmpty() ? List.of() : newFaults(inPlace, person, broken),
                broken.isEmpty() ? 0 : RuleDifferenceCalculator.addedCost(differences, Level.MEDIUM),
                RuleDifferenceCalculator.addedCost(differences, Level.SOFT),
                differences);
    }

    private List<RuleViolation> newFaults(AbsentHolderBaseline inPlace, int person, List<String> broken) {
        int[] values = baseline.values().clone();
        values[inPlace.decision] = person;
        var faults = new ArrayList<RuleViolation>();
        for (RuleMatch match : baseline.evaluate(values, Level.MEDIUM).matches()) {
            long more = match.amount() - inPlace.amounts.getOrDefault(RuleDifferenceCalculator.placeKey(match), 0L);
            if (more > 0 && broken.contains(match.type().id())) {
                faults.add(new RuleViolation(match.type().id(), match.type().level(), more, match.arguments()));
            }
        }
        return faults;
    }

    /**
     * The medium penalties while the absent holder still sits in one seat, so that earlier shortfalls are not
     * attributed to candidates.
     */
    private final class AbsentHolderBaseline {
        final int decision;
        private final Map<List<Object>, Long> amounts = new HashMap<>();
        private final Map<Integer, Long> penalties = new HashMap<>();

        AbsentHolderBaseline(RepairBaseline.Vacancy vacancy) {
            this.decision = baseline.blueprint().decisions().seat(vacancy.seat());
            int[] values = baseline.values().clone();
            values[decision] = vacancy.person();
            for (RuleMatch match : baseline.evaluate(values, Level.MEDIUM).matches()) {
                amounts.merge(RuleDifferenceCalculator.placeKey(match), match.amount(), Long::sum);
                penalties.merge(match.rule(), match.amount(), Long::sum);
            }
        }

        long penalty(int rule) {
            return penalties.getOrDefault(rule, 0L);
        }
    }
}

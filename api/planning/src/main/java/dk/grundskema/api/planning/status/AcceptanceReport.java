package dk.grundskema.api.planning.status;

import dk.grundskema.domain.fidelity.AcceptedShortfall;
import dk.grundskema.domain.fidelity.AcceptedShortfall.Lack;
import dk.grundskema.domain.fidelity.AcceptedShortfall.Place;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of the shortfalls that the planner accepted, in a finished plan.
 *
 * @param acceptances one for each entry of the problem, in its order
 */
public record AcceptanceReport(List<Acceptance> acceptances) {
    /** Copies the list. */
    public AcceptanceReport {
        acceptances = List.copyOf(acceptances);
    }

    /** State of an accepted shortfall. */
    public enum State {
        /** The plan is short by no more than was accepted. */
        IN_FORCE,
        /** The plan is short by more, so the status counts the shortfall again. */
        GROWN,
        /** The plan is not short there. */
        GONE
    }

    /**
     * A shortfall of a requirement.
     *
     * @param ask        the requirement
     * @param place      where it is short
     * @param acceptedAs place of an entry that accepts it
     */
    public record ShortPlace(Ask ask, Shortfall place, Place acceptedAs) {
        /** Returns the code only: the place may name a person. */
        @Override
        public String toString() {
            return ask.code();
        }
    }

    /**
     * An accepted shortfall and what the plan lacks there.
     *
     * @param accepted     entry of the problem
     * @param lack         how much the plan is short there
     * @param violations   guidelines that the plan breaks there
     * @param requirements requirements of which it is short there
     */
    public record Acceptance(
            AcceptedShortfall accepted, Lack lack, List<RuleViolation> violations, List<ShortPlace> requirements) {
        /** Copies the lists. */
        public Acceptance {
            violations = List.copyOf(violations);
            requirements = List.copyOf(requirements);
        }

        /** Returns whether the acceptance still covers what the plan lacks. */
        public State state() {
            if (lack.amount() == 0) {
                return State.GONE;
            }
            return accepted.covers(lack) ? State.IN_FORCE : State.GROWN;
        }
    }

    /**
     * Compares what was accepted with what a plan lacks.
     *
     * @param violations broken rules of the plan; at least those at the places that were accepted
     * @param fidelity   how far the plan meets the requirements
     */
    public static AcceptanceReport of(Problem problem, List<RuleViolation> violations, PlanFidelity fidelity) {
        return new AcceptanceReport(problem.acceptedShortfalls().stream()
                .map(accepted -> acceptance(accepted, violations, fidelity))
                .toList());
    }

    private static Acceptance acceptance(
            AcceptedShortfall accepted, List<RuleViolation> violations, PlanFidelity fidelity) {
        List<RuleViolation> broken =
                violations.stream().filter(one -> isAt(accepted.place(), one)).toList();
        List<ShortPlace> requirements = shortPlaces(fidelity).stream()
                .filter(one -> one.acceptedAs().equals(accepted.place()))
                .toList();
        Lack lack = Stream.concat(
                        broken.stream().map(Lack::of),
                        requirements.stream().map(one -> new Lack(one.place().shortBy(), null)))
                .reduce(Lack.NONE, Lack::plus);
        return new Acceptance(accepted, lack, broken, requirements);
    }

    private static boolean isAt(Place place, RuleViolation violation) {
        return violation.level() == Level.MEDIUM && Place.of(violation).equals(place);
    }

    /** Returns where requirements are short that can be accepted: those on interventions. What every plan has to meet is law. */
    public static List<ShortPlace> shortPlaces(PlanFidelity fidelity) {
        return fidelity.interventions().stream()
                .flatMap(report -> report.asks().stream()
                        .flatMap(ask -> ask.places().stream()
                                .map(place -> new ShortPlace(
                                        ask, place, Place.of(report.interventionId(), ask.code(), place)))))
                .toList();
    }

    /** Returns how many acceptances are in force. */
    public long countInForce() {
        return acceptances.stream().filter(one -> one.state() == State.IN_FORCE).count();
    }

    /** Returns the broken rules that the status of a plan counts: all but the guidelines that the planner accepted by no less than they are broken. */
    public static List<RuleViolation> withoutAccepted(Problem problem, List<RuleViolation> violations) {
        Set<Place> covered = covered(problem, violations);
        return covered.isEmpty()
                ? violations
                : violations.stream()
                        .filter(one -> one.level() != Level.MEDIUM || !covered.contains(Place.of(one)))
                        .toList();
    }

    /** Returns the broken guidelines at places that the planner has accepted, whether or not by enough. */
    public static List<RuleViolation> concernedViolations(Problem problem, List<RuleViolation> violations) {
        Set<Place> places = problem.acceptedShortfalls().stream()
                .map(AcceptedShortfall::place)
                .collect(Collectors.toSet());
        return violations.stream()
                .filter(one -> one.level() == Level.MEDIUM && places.contains(Place.of(one)))
                .toList();
    }

    /** Returns the places of guidelines that the planner accepted by no less than they are broken. */
    static Set<Place> covered(Problem problem, List<RuleViolation> violations) {
        if (problem.acceptedShortfalls().isEmpty()) {
            return Set.of();
        }
        Map<Place, Lack> lacks = new HashMap<>();
        for (RuleViolation violation : concernedViolations(problem, violations)) {
            lacks.merge(Place.of(violation), Lack.of(violation), Lack::plus);
        }
        return AcceptedShortfall.findCovered(problem.acceptedShortfalls(), lacks);
    }
}

package dk.grundskema.api.cli.report;

import dk.grundskema.api.planning.PlanningFacade;
import dk.grundskema.api.planning.status.AcceptanceReport;
import dk.grundskema.api.planning.status.PlanFault;
import dk.grundskema.api.planning.status.PlanStatus;
import dk.grundskema.api.planning.status.PlanStatusCalculator;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Result of the independent checker for a timetable, to compare with the timetable's own statement.
 *
 * @param problem   problem by which it is checked
 * @param timetable the checked timetable
 * @param faults    violations of hard and medium rules, each mistake once, without accepted ones
 * @param acceptances what became of what the planner accepted
 * @param charged   all that the rules of the search charge, to compare with the penalties that the timetable states
 * @param wishes    costs of the soft rules, evaluated from scratch
 * @param fidelity  what the guides ask for and what the plan gives
 * @param status    status of the plan
 * @param score     its score by the checker and by these costs
 */
public record TimetableVerdict(
        Problem problem,
        Timetable timetable,
        List<RuleViolation> faults,
        AcceptanceReport acceptances,
        List<RuleViolation> charged,
        List<RuleResult> wishes,
        PlanFidelity fidelity,
        PlanStatus status,
        Score score) {
    private static final String DIFFERENCE = "core.difference";

    /** Copies the lists. */
    public TimetableVerdict {
        faults = List.copyOf(faults);
        charged = List.copyOf(charged);
        wishes = List.copyOf(wishes);
    }

    /** Checks a timetable. */
    public static TimetableVerdict of(PlanningFacade planning, Problem problem, Timetable timetable) {
        List<RuleViolation> violations = planning.checkTimetable(problem, timetable);
        List<RuleViolation> charged = planning.checkRules(problem, timetable);
        List<RuleResult> wishes = planning.evaluateWishes(problem, timetable);
        PlanFidelity fidelity =
                planning.assessFidelity(problem, timetable, violations).accepting(problem.acceptedShortfalls());
        AcceptanceReport acceptances = AcceptanceReport.of(problem, violations, fidelity);
        PlanStatus status = PlanStatusCalculator.count(
                PlanFault.findAll(planning, problem, timetable, violations), fidelity, wishes, acceptances);
        return new TimetableVerdict(
                problem,
                timetable,
                AcceptanceReport.withoutAccepted(problem, violations),
                acceptances,
                charged,
                wishes,
                fidelity,
                status,
                planning.evaluateScore(problem, timetable, charged));
    }

    /**
     * A rule for which solver and checker disagree.
     *
     * @param rule    id of the rule
     * @param claimed penalty in the timetable
     * @param found   penalty according to the checker
     */
    public record Disagreement(String rule, long claimed, long found) {}

    /** Returns whether the timetable states another score than it has. */
    boolean hasOtherScore() {
        return !statedScore().equals(score);
    }

    /**
     * Returns the score that the timetable states, without the price of differences from the plan that it continues: that plan is known to its search alone, so that nobody can
     * check the price.
     */
    Score statedScore() {
        Score stated = timetable.score();
        long price = timetable.rules().stream()
                .filter(rule -> rule.id().equals(DIFFERENCE))
                .mapToLong(rule -> rule.weight() * rule.penalty())
                .sum();
        return new Score(stated.hard(), stated.medium(), stated.soft() + price);
    }

    /** Returns the violations of one level. */
    List<RuleViolation> faultsOf(Level level) {
        return faults.stream().filter(fault -> fault.level() == level).toList();
    }

    /** Returns whether no hard and no medium rule is violated, but for what the planner accepted. */
    public boolean hasNoFaults() {
        return faults.isEmpty();
    }

    /**
     * Returns the hard and medium rules whose penalty in the timetable differs from the checker's. A timetable states each rule that the search knows;
     * differences from what the interventions ask for are no such rules, since only locks and changed files can cause them.
     */
    public List<Disagreement> disagreements() {
        Map<String, Long> claimed = timetable.rules().stream()
                .filter(rule -> rule.level() != Level.SOFT)
                .collect(Collectors.toMap(RuleResult::id, RuleResult::penalty, Long::sum, TreeMap::new));
        Map<String, Long> found = charged.stream()
                .collect(Collectors.groupingBy(RuleViolation::rule, Collectors.summingLong(RuleViolation::amount)));
        return claimed.keySet().stream()
                .map(rule -> new Disagreement(rule, claimed.getOrDefault(rule, 0L), found.getOrDefault(rule, 0L)))
                .filter(each -> each.claimed() != each.found())
                .toList();
    }
}

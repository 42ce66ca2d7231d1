package dk.grundskema.solver.engine;

import dk.grundskema.domain.timetable.Score;
import dk.grundskema.solver.explain.PlanEvaluation;
import dk.grundskema.solver.explain.RuleMatch;
import dk.grundskema.solver.registry.RuleFailedException;
import dk.grundskema.solver.score.CompiledRules;
import dk.grundskema.solver.score.ScoreState;
import dk.grundskema.solver.spi.RuleType;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares costs that were computed with the hints of rules (what a rule sees, that it is monotone, that it ignores lessons) with the same rules evaluated
 * in full. A false hint makes a search overlook violations.
 */
final class RuleHintVerifier {
    private RuleHintVerifier() {}

    /** Returns the rules that cost something else with their hints than without. */
    static List<RuleType> findFalseHints(CompiledRules rules, int[] values) {
        long[] inFull = new long[rules.rules().size()];
        for (RuleMatch match : PlanEvaluation.of(rules, values).matches()) {
            inFull[match.rule()] += match.amount();
        }
        var state = new ScoreState(rules);
        state.load(values);
        state.settle();
        var different = new ArrayList<RuleType>();
        for (int rule = 0; rule < inFull.length; rule++) {
            if (state.penalty(rule) != inFull[rule]) {
                different.add(rules.rules().get(rule).type());
            }
        }
        return different;
    }

    /**
     * Compares the score that a search claims with the score of all rules evaluated in full.
     *
     * @throws RuleFailedException if they differ because of a rule's hint, or because a rule does not give the same cost each time
     */
    static void verify(CompiledRules rules, int[] values, Score claimed, Score inFull) {
        if (claimed.equals(inFull)) {
            return;
        }
        List<RuleType> different = findFalseHints(rules, values);
        if (different.isEmpty()) {
            throw new IllegalStateException(
                    "The search claims the score (%s), but the plan has (%s).\nMaybe a rule is not pure?"
                            .formatted(claimed, inFull));
        }
        throw new RuleFailedException(
                different.getFirst(),
                "Its hints are false: with them a plan costs something else than without. Maybe withVisibility, monotone or ignoringLessons promises too much?");
    }
}

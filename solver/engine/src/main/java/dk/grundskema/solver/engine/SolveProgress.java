package dk.grundskema.solver.engine;

import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Score;
import java.time.Duration;
import java.util.List;

/**
 * The progress of a solve.
 *
 * @param score score of the best plan so far
 * @param rules result of each rule for the best plan so far
 * @param elapsed time since the start
 * @param steps steps made so far by each search
 * @param moves moves tried so far by all searches together
 * @param waited time that searches have waited for the others to end a round, all searches together
 */
public record SolveProgress(
        Score score, List<RuleResult> rules, Duration elapsed, long steps, long moves, Duration waited) {
    /** Copies the list. */
    public SolveProgress {
        rules = List.copyOf(rules);
    }
}

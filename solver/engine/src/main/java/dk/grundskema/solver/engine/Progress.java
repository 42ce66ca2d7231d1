package dk.grundskema.solver.engine;

import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Score;
import java.time.Duration;
import java.util.List;

/**
 * How a solve stands.
 *
 * @param score   of the best plan so far
 * @param rules   what each rule costs in the best plan so far
 * @param elapsed time since the start
 * @param steps   steps made so far by each search
 * @param moves   moves tried so far by all searches together
 */
public record Progress(Score score, List<RuleResult> rules, Duration elapsed, long steps, long moves) {
    /** Copies the list. */
    public Progress {
        rules = List.copyOf(rules);
    }
}

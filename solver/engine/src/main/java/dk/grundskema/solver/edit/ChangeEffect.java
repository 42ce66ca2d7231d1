package dk.grundskema.solver.edit;

import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.solver.change.SeatCandidates.RuleDifference;
import java.util.List;

/**
 * The effect of manual changes on a plan.
 *
 * @param before score before the change
 * @param after score after the change
 * @param differences cost difference of each rule, the most expensive first within each level; without rules that are
 * unaffected
 * @param broken violations of hard and medium rules that are new, or by how much they became worse
 * @param mended violations that are resolved, or by how much they were reduced
 */
public record ChangeEffect(
        Score before,
        Score after,
        List<RuleDifference> differences,
        List<RuleViolation> broken,
        List<RuleViolation> mended) {
    /** Copies the lists. */
    public ChangeEffect {
        differences = List.copyOf(differences);
        broken = List.copyOf(broken);
        mended = List.copyOf(mended);
    }
}

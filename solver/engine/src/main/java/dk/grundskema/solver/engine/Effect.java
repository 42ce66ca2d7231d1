package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.solver.engine.WhoCould.Difference;
import java.util.List;

/**
 * What a change by hand makes of a plan.
 *
 * @param before      how good the plan was
 * @param after       how good it is then
 * @param differences what each rule makes of it, dearest first within each level; rules that see no difference are left out
 * @param broken      where hard and medium rules are broken then and were not before, or by how much more
 * @param mended      where they were broken before and are not any more, or by how much less
 */
public record Effect(Score before, Score after, List<Difference> differences, List<Fault> broken, List<Fault> mended) {
    /** Copies the lists. */
    public Effect {
        differences = List.copyOf(differences);
        broken = List.copyOf(broken);
        mended = List.copyOf(mended);
    }
}

package dk.grundskema.solver.proof;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change of the problem that was planned and confirmed.
 *
 * @param steps   what to change; all of it is needed, and at least one
 * @param problem the problem with the change
 * @param changes other holders in the timetable with which the open seat is filled; empty before planning
 * @param plan    the timetable with the change, in which the checker finds nothing worse than before; its score is that of the old one. {@code null}
 *     before planning: then an exact model of the whole problem has a solution whose duties the checker accepts
 */
public record Remedy(
        List<RemedyStep> steps,
        Problem problem,
        List<SeatChange> changes,
        @Nullable Timetable plan) {
    /** Copies the lists. */
    public Remedy {
        steps = List.copyOf(steps);
        changes = List.copyOf(changes);
    }

    /** Returns the cost in points, the sum of those of its steps. */
    public int cost() {
        return costOf(steps);
    }

    static int costOf(List<RemedyStep> steps) {
        return steps.stream().mapToInt(RemedyStep::cost).sum();
    }

    /** Returns who must agree. */
    public Set<Agreement> agreement() {
        Set<Agreement> all = EnumSet.noneOf(Agreement.class);
        steps.forEach(step -> all.addAll(step.agreement()));
        return all;
    }
}

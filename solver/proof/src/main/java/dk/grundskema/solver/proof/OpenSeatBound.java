package dk.grundskema.solver.proof;

import org.jspecify.annotations.Nullable;

/**
 * Open seats of a timetable and how many of them are proved to be unavoidable.
 *
 * @param open        required seats without a holder
 * @param unavoidable a proved lower bound of open seats in any plan with these times; {@code null} means that none was proved within the limits, or
 *     that locks contradict the facts
 * @param isLimited   whether the time limit ended the search, so that a later one may prove more
 */
public record OpenSeatBound(int open, @Nullable Integer unavoidable, boolean isLimited) {
    /** Creates the result of a search that went to its end. */
    public OpenSeatBound(int open, @Nullable Integer unavoidable) {
        this(open, unavoidable, false);
    }
}

package dk.grundskema.api.server.plans;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes a revision of another.
 *
 * @param code      what was done: key of a text
 * @param arguments what that text mentions; never names of students or staff, for who may see revisions may not see
 *                  those, and plans that forget who took part keep them
 * @param problem   the problem from now on, as kept by {@link Documents}
 * @param timetable the timetable from now on; {@code null} means that there is none
 */
public record Change(
        String code, List<String> arguments, Kept.OfProblem problem, Kept.@Nullable OfTimetable timetable) {
    /** Copies the list. */
    public Change {
        arguments = List.copyOf(arguments);
    }
}

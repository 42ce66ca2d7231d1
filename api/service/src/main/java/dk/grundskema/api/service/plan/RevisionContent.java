package dk.grundskema.api.service.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of a new revision.
 *
 * @param code      what was done: key of a text
 * @param arguments arguments of that text; never names of students or staff, because readers of revisions may not be allowed to see them and
 *                  revisions outlive the erasure of people
 * @param problem   new problem, as stored by {@link DocumentStore}
 * @param timetable new timetable; {@code null} means none
 */
public record RevisionContent(
        String code,
        List<String> arguments,
        StoredDocument.StoredProblem problem,
        StoredDocument.@Nullable StoredTimetable timetable) {
    /** Copies the list. */
    public RevisionContent {
        arguments = List.copyOf(arguments);
    }
}

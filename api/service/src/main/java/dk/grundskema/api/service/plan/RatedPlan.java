package dk.grundskema.api.service.plan;

/**
 * A plan as it is shown and rated.
 *
 * @param problem   problem that it is rated by
 * @param timetable timetable with the hash of the stored one; if the problem was edited since, it also has the lessons of the school's timetable that the problem asks
 *                  for by now, and did not when it was planned, without the adults that nobody has planned yet
 */
public record RatedPlan(StoredDocument.StoredProblem problem, StoredDocument.StoredTimetable timetable) {
    /** Returns the hashes only: problems name people. */
    @Override
    public String toString() {
        return problem.hash() + " " + timetable.hash();
    }
}

package dk.grundskema.api.server.plans;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;

/** A document that is in the database, and what it says. */
public sealed interface Kept {
    /** Names the document: hash of its content, as hexadecimal text. */
    String hash();

    /**
     * A problem.
     *
     * @param hash  names it
     * @param value what it says
     */
    record OfProblem(String hash, Problem value) implements Kept {}

    /**
     * A timetable.
     *
     * @param hash  names it
     * @param value what it says
     */
    record OfTimetable(String hash, Timetable value) implements Kept {}
}

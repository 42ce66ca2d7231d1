package dk.grundskema.api.service.plan;

import dk.grundskema.domain.intervention.UnreadParameters;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;

/** A stored document with its parsed content. */
public sealed interface StoredDocument {
    /** Returns the hash of the content in hexadecimal digits, which identifies the document. */
    String hash();

    /**
     * A stored problem.
     *
     * @param hash  hash of its text
     * @param value parsed problem
     */
    record StoredProblem(String hash, Problem value) implements StoredDocument {
        /** Returns whether the parameters of an intervention are unread, because its plugin is missing. */
        public boolean isPartlyUnread() {
            return UnreadParameters.isAnyOf(value.interventions());
        }
    }

    /**
     * A stored timetable.
     *
     * @param hash  hash of its text
     * @param value parsed timetable
     */
    record StoredTimetable(String hash, Timetable value) implements StoredDocument {}
}

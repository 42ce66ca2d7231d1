package dk.grundskema.api.server.publishing;

import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.RevisionId;
import dk.grundskema.domain.people.StaffId;
import java.time.Instant;
import java.util.List;

/**
 * What people were told to go by from a moment on. It never changes, but that a plan which forgets who took part refers to documents without names.
 *
 * @param plan       of which plan
 * @param number     counts the plan's publications, from 1
 * @param revision   the revision that was published
 * @param problem    hash of the problem by which its timetable is read
 * @param timetable  hash of its timetable
 * @param author     who published it
 * @param published  when, in whole seconds; at least one after the one before it, since that is how finely programs tell moments apart
 * @param title      what the plan was called; students in it are numbers for whoever follows it. Empty means what its problem is called
 * @param note       what the author said of it, with numbers where students were named, for everybody reads it who has a link; may be empty
 * @param heldBack   staff whose calendars stay at what they had
 */
public record Publication(
        PlanId plan,
        int number,
        RevisionId revision,
        String problem,
        String timetable,
        AccountId author,
        Instant published,
        String title,
        String note,
        List<StaffId> heldBack) {
    /** The longest note. */
    public static final int LONGEST_NOTE = 2000;

    /** Copies the list. */
    public Publication {
        heldBack = List.copyOf(heldBack);
    }

    /** The same with another note, of which so much is taken as a note can have. */
    Publication saying(String other) {
        int length = Math.min(other.length(), LONGEST_NOTE);
        boolean isInCharacter = length < other.length() && Character.isHighSurrogate(other.charAt(length - 1));
        String whole = other.substring(0, isInCharacter ? length - 1 : length);
        return new Publication(plan, number, revision, problem, timetable, author, published, title, whole, heldBack);
    }

    /** Without title and note, which may name people. */
    @Override
    public String toString() {
        return plan + " " + number;
    }
}

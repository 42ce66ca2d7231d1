package dk.grundskema.api.service.publish;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.domain.people.StaffId;
import java.time.Instant;
import java.util.List;

/**
 * A published state of a plan. Immutable, except that its documents are replaced by ones without names when the plan forgets its
 * participants.
 *
 * @param plan      id of the plan
 * @param number    number of the publication in the plan, from 1
 * @param revision  the published revision
 * @param problem   hash of the problem
 * @param timetable hash of the timetable
 * @param author    account that published
 * @param published moment of the publication, in whole seconds; at least one second after the previous publication, because clients compare
 *     times in seconds
 * @param title     title of the plan, with numbers in place of students; empty means the name of the problem
 * @param note      author's note, with numbers in place of students because all readers of links can read it; may be empty
 * @param heldBack  staff members whose calendars stay unchanged
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
    /** Maximum length of a note. */
    public static final int LONGEST_NOTE = 2000;

    /** Copies the list. */
    public Publication {
        heldBack = List.copyOf(heldBack);
    }

    /** Returns a copy with another note, shortened to the maximum length. */
    Publication withNote(String other) {
        int length = Math.min(other.length(), LONGEST_NOTE);
        boolean isInCharacter = length < other.length() && Character.isHighSurrogate(other.charAt(length - 1));
        String whole = other.substring(0, isInCharacter ? length - 1 : length);
        return new Publication(plan, number, revision, problem, timetable, author, published, title, whole, heldBack);
    }

    /** Leaves out title and note, which may name people. */
    @Override
    public String toString() {
        return plan + " " + number;
    }
}

package dk.grundskema.api.service.publish;

import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.StaffId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to be published.
 *
 * @param revision    which revision of the plan, an earlier one too; {@code null} means the one that it is at
 * @param note        what is to be said of it, at most 2,000 characters; empty means nothing
 * @param heldBack    staff whose calendars stay at what they had, until something is published without holding them back
 * @param sendNotices whether those whose next two weeks change get a mail, where the service sends any
 * @param confirmOpenSeats whether to publish although nobody takes some required seats, or their holders are recorded as absent
 */
public record NewPublication(
        @Nullable RevisionId revision,
        @Default("\"\"") String note,
        @Default("[]") List<StaffId> heldBack,
        @Default("true") boolean sendNotices,
        @Default("false") boolean confirmOpenSeats) {
    /** Line breaks and tabs, which a note may contain but a name may not. */
    private static final Pattern LINES = Pattern.compile("[\\r\\n\\t]");

    /**
     * @throws dk.grundskema.domain.finding.InvalidValueException if the note is too long or contains invisible characters, or a staff
     *     member is held back twice
     */
    public NewPublication {
        heldBack = List.copyOf(heldBack);
        new RecordValidator()
                .visibleText("note", LINES.matcher(note).replaceAll(" "))
                .require(
                        note.length() <= Publication.LONGEST_NOTE,
                        "note",
                        "value.too-long",
                        note.length(),
                        Publication.LONGEST_NOTE)
                .distinct("heldBack", heldBack)
                .throwIfInvalid();
    }

    /** Returns a request that publishes a revision for all, without a note. */
    public static NewPublication of(@Nullable RevisionId revision) {
        return new NewPublication(revision, "", List.of(), true, false);
    }

    /** Leaves out the note, which may name people. */
    @Override
    public String toString() {
        return String.valueOf(revision);
    }
}

package dk.grundskema.api.server.publishing;

import dk.grundskema.api.server.plans.RevisionId;
import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.finding.Default;
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
 */
record NewPublication(
        @Nullable RevisionId revision,
        @Default("\"\"") String note,
        @Default("[]") List<StaffId> heldBack,
        @Default("true") boolean sendNotices) {
    /** What a note may have, unlike a name: lines. */
    private static final Pattern LINES = Pattern.compile("[\\r\\n\\t]");

    /** @throws dk.grundskema.domain.finding.InvalidValueException if the note is too long or has what nobody sees, or somebody is held back twice */
    NewPublication {
        heldBack = List.copyOf(heldBack);
        new Checks()
                .visible("note", LINES.matcher(note).replaceAll(" "))
                .that(
                        note.length() <= Publication.LONGEST_NOTE,
                        "note",
                        "value.too-long",
                        note.length(),
                        Publication.LONGEST_NOTE)
                .distinct("heldBack", heldBack)
                .done();
    }

    /** A revision as it is, for everybody. */
    static NewPublication of(@Nullable RevisionId revision) {
        return new NewPublication(revision, "", List.of(), true);
    }

    /** Without the note, which may name people. */
    @Override
    public String toString() {
        return String.valueOf(revision);
    }
}

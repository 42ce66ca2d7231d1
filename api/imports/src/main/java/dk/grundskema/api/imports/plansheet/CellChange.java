package dk.grundskema.api.imports.plansheet;

import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.solver.edit.ManualChange;
import java.time.LocalDate;
import java.util.List;

/**
 * What a cell makes otherwise than the plan has it.
 *
 * @param place   the cell; the sheet if a row is missing
 * @param session session of the meeting
 * @param date    date of the meeting in the plan, or to which it comes
 * @param aspect  what of the meeting
 * @param was     what the plan has: ids of staff, a room, a subject or a time; empty means nothing
 * @param becomes what the sheet has, in the same form
 * @param edits   the changes by hand that make it so, at least one
 */
public record CellChange(
        SourceLocation place,
        SessionId session,
        LocalDate date,
        Aspect aspect,
        List<Object> was,
        List<Object> becomes,
        List<ManualChange> edits) {
    /** What of a meeting a cell states. */
    public enum Aspect {
        /** Who is there. */
        STAFF,
        /** Where it is. */
        ROOM,
        /** What is taught in a module. */
        SUBJECT,
        /** When it is. */
        TIME,
        /** That it is held at all, because a row was added. */
        ADDED,
        /** That it is not held, or by nobody, because its row is missing. */
        MISSING
    }

    /** Copies the lists. */
    public CellChange {
        was = List.copyOf(was);
        becomes = List.copyOf(becomes);
        edits = List.copyOf(edits);
    }
}

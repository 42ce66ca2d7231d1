package dk.grundskema.api.imports.plansheet;

import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceText;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meeting on one date, in the words of a sheet.
 *
 * @param place    its row, or its cell in a grid
 * @param key      key of the row; {@code null} if it has none
 * @param isOfPart whether its table has only a part of the plan
 * @param date     its date
 * @param dateAt   cell of the date
 * @param start    its start
 * @param startAt  cell of the start
 * @param end      its end; {@code null} if the sheet has starts alone
 * @param endAt    cell of the end
 * @param groups   teams and classes that it names; empty means that it names none
 * @param subject  subject or title; {@code null} means that it states none
 * @param subjectCode subject as the export writes it beside the title; {@code null} means that it states none
 * @param staff    people; {@code null} means that the sheet does not state them
 * @param staffAt  cell of the people
 * @param rooms    rooms; {@code null} means that the sheet does not state them
 * @param roomsAt  cell of the rooms
 * @param isGrid   whether it is a cell of a grid
 */
record StatedMeeting(
        SourceLocation place,
        @Nullable String key,
        boolean isOfPart,
        LocalDate date,
        SourceLocation dateAt,
        LocalTime start,
        SourceLocation startAt,
        @Nullable LocalTime end,
        SourceLocation endAt,
        List<SourceText> groups,
        @Nullable SourceText subject,
        @Nullable SourceText subjectCode,
        @Nullable List<SourceText> staff,
        SourceLocation staffAt,
        @Nullable List<SourceText> rooms,
        SourceLocation roomsAt,
        boolean isGrid) {
    /** Copies the lists. */
    StatedMeeting {
        groups = List.copyOf(groups);
        staff = staff == null ? null : List.copyOf(staff);
        rooms = rooms == null ? null : List.copyOf(rooms);
    }

    /** Returns the same meeting some weeks later. */
    StatedMeeting plusWeeks(long weeks) {
        return new StatedMeeting(
                place,
                key,
                isOfPart,
                date.plusWeeks(weeks),
                dateAt,
                start,
                startAt,
                end,
                endAt,
                groups,
                subject,
                subjectCode,
                staff,
                staffAt,
                rooms,
                roomsAt,
                isGrid);
    }
}

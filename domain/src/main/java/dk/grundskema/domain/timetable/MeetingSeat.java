package dk.grundskema.domain.timetable;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * Who is where for what.
 *
 * @param role     what the person is there for
 * @param staffId  holder; {@code null} means that the seat is vacant
 * @param required whether the plan has a shortfall while the seat is vacant
 * @param locked   whether the planner fixed the holder
 */
public record MeetingSeat(
        String role,
        @Nullable StaffId staffId,
        boolean required,
        @Default("false") boolean locked) {}

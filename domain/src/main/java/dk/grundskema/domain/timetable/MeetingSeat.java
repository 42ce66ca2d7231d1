package dk.grundskema.domain.timetable;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * Who is where for what.
 *
 * @param role     what the person is there for
 * @param staffId  who; {@code null} means nobody yet
 * @param required whether the plan is thin when nobody is
 * @param locked   whether the planner fixed this
 */
public record MeetingSeat(
        String role,
        @Nullable StaffId staffId,
        boolean required,
        @Default("false") boolean locked) {}

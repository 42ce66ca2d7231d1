package dk.grundskema.api.service.timetable;

import dk.grundskema.api.documents.timetable.TimetableViews;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.time.IsoWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Parses path and query parameters of timetable requests. */
final class TimetableParameters {
    private TimetableParameters() {}

    /**
     * Parses a week.
     *
     * @param said the parameter; {@code null} if absent
     * @throws RefusalException 400 if it is not a week
     */
    static @Nullable IsoWeek parseWeek(@Nullable String said) {
        if (said == null) {
            return null;
        }
        try {
            return IsoWeek.parse(said);
        } catch (IllegalArgumentException e) {
            throw RefusalException.of(HttpStatus.BAD_REQUEST, "views.bad-week", said);
        }
    }

    /** Returns whether a group is one of the problem's classes. */
    static boolean isClass(TimetableViews views, GroupId group) {
        return views.problem()
                .group(group)
                .filter(one -> one.kind() == Group.Kind.CLASS)
                .isPresent();
    }

    /** Returns the error for an id that is not in the timetable. */
    static RefusalException notInTimetable(String id) {
        return RefusalException.of(HttpStatus.NOT_FOUND, "views.not-in-timetable", id);
    }
}

package dk.grundskema.api.server.views;

import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.timetable.TimetableViews;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.time.IsoWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What paths and queries name, in the timetable's terms. */
final class Shapes {
    private Shapes() {}

    /**
     * A week of a query.
     *
     * @param said what was sent; {@code null} means that none was asked for
     * @throws Refusal 400 if it isn't a week
     */
    static @Nullable IsoWeek week(@Nullable String said) {
        if (said == null) {
            return null;
        }
        try {
            return IsoWeek.parse(said);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "views.bad-week", said);
        }
    }

    /** Whether a group is one of the problem's classes. */
    static boolean isClass(TimetableViews views, GroupId group) {
        return views.problem()
                .group(group)
                .filter(one -> one.kind() == Group.Kind.CLASS)
                .isPresent();
    }

    /** Nothing of that id is in the timetable. */
    static Refusal unknown(String id) {
        return Refusal.of(HttpStatus.NOT_FOUND, "views.not-in-timetable", id);
    }
}

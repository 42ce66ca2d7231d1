package dk.grundskema.solver.check;

import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Determines the site of rooms and lessons without a site of their own. */
final class SiteResolver {
    private SiteResolver() {}

    /** Returns the site of a room; the problem's first if there is none. */
    static SiteId siteOf(@Nullable RoomId room, Problem problem) {
        Optional<Room> known = room == null ? Optional.empty() : problem.room(room);
        return problem.siteOrDefault(known.isEmpty() ? null : known.get().site());
    }

    /** Returns the site of a lesson: its own, else its room's, else the problem's first. */
    static SiteId siteOf(Lesson lesson, Problem problem) {
        SiteId own = lesson.site();
        return own != null ? own : siteOf(lesson.roomId(), problem);
    }
}

package dk.grundskema.solver.check;

import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where something is that doesn't say so itself. */
final class Sites {
    private Sites() {}

    /** The site of a room; the problem's first if there is none. */
    static SiteId of(@Nullable RoomId room, Problem problem) {
        Optional<Room> known = room == null ? Optional.empty() : problem.room(room);
        return problem.siteOr(known.isEmpty() ? null : known.get().site());
    }

    /** The site of a lesson: its own, else its room's, else the problem's first. */
    static SiteId of(Lesson lesson, Problem problem) {
        SiteId own = lesson.site();
        return own != null ? own : of(lesson.roomId(), problem);
    }
}

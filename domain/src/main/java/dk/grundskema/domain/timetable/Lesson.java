package dk.grundskema.domain.timetable;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.time.MeetingTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lesson of the existing timetable, or other busy time: a fact, never moved. Everyone named in it is busy then.
 *
 * @param id       its id
 * @param title    what people call it
 * @param time     when
 * @param site     where; {@code null} means the room's site, or the problem's first
 * @param roomId   in which room; {@code null} means none
 * @param groupIds groups that take part
 * @param studentIds single students who take part
 * @param staffIds who teaches
 */
public record Lesson(
        LessonId id,
        String title,
        MeetingTime time,
        @Nullable SiteId site,
        @Nullable RoomId roomId,
        List<GroupId> groupIds,
        List<StudentId> studentIds,
        List<StaffId> staffIds) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the title is blank or too long */
    public Lesson {
        groupIds = List.copyOf(groupIds);
        studentIds = List.copyOf(studentIds);
        staffIds = List.copyOf(staffIds);
        new Checks().name("title", title).done();
    }
}

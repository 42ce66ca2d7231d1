package dk.grundskema.domain.timetable;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A lesson of the existing timetable, or other busy time: a fact, never moved. Everyone named in it is busy then.
 *
 * @param id           the id
 * @param title        what people call it
 * @param subject      subject taught, as the school writes it; empty means not known, or that nothing is taught
 * @param kind         whether it is teaching
 * @param time         when
 * @param site         site; {@code null} means the room's site, or the problem's first
 * @param roomId       room; {@code null} means none
 * @param extraRoomIds further rooms that it takes up; empty means none
 * @param groupIds     groups that take part
 * @param part         whether only some students of the groups take part and it is not known which, as in a band whose courses are unknown. All of
 *     them count as busy, and several such lessons of a group may overlap
 * @param studentIds   single students who take part
 * @param staffIds     who teaches
 */
public record Lesson(
        LessonId id,
        String title,
        @Default("\"\"") String subject,
        @Default("\"TEACHING\"") Kind kind,
        MeetingTime time,
        @Nullable SiteId site,
        @Nullable RoomId roomId,
        List<RoomId> extraRoomIds,
        List<GroupId> groupIds,
        @Default("false") boolean part,
        List<StudentId> studentIds,
        List<StaffId> staffIds) {
    /** What people are busy with. */
    public enum Kind {
        /** Ordinary teaching. Students may miss it only by a named decision. */
        TEACHING,
        /**
         * Any other activity that keeps people busy: a meeting, break supervision, a course. Everybody named in it is unavailable. No decision
         * takes students out of it, because a decision excuses from ordinary teaching only.
         */
        BUSY
    }

    /** @throws dk.grundskema.domain.finding.InvalidValueException if the title is blank, or a text is too long */
    public Lesson {
        extraRoomIds = List.copyOf(extraRoomIds);
        groupIds = List.copyOf(groupIds);
        studentIds = List.copyOf(studentIds);
        staffIds = List.copyOf(staffIds);
        new RecordValidator()
                .name("title", title)
                .singleLine("subject", subject)
                .throwIfInvalid();
    }

    /** Returns the teachers, each once, in order. */
    public List<StaffId> teachers() {
        return staffIds.stream().distinct().toList();
    }

    /** Returns all rooms that the lesson uses, each once, {@code roomId} first; empty means none. */
    public List<RoomId> rooms() {
        return Stream.concat(Stream.ofNullable(roomId), extraRoomIds.stream())
                .distinct()
                .toList();
    }

    /**
     * Returns the same lesson in other weeks.
     *
     * @param weeks the weeks, at least one
     */
    public Lesson inWeeks(SortedSet<IsoWeek> weeks) {
        return new Lesson(
                id,
                title,
                subject,
                kind,
                new MeetingTime(weeks, time.weekday(), time.start(), time.end()),
                site,
                roomId,
                extraRoomIds,
                groupIds,
                part,
                studentIds,
                staffIds);
    }

    /** Creates a lesson of kind {@code TEACHING} for whole groups, without subject and extra rooms. */
    public Lesson(
            LessonId id,
            String title,
            MeetingTime time,
            @Nullable SiteId site,
            @Nullable RoomId roomId,
            List<GroupId> groupIds,
            List<StudentId> studentIds,
            List<StaffId> staffIds) {
        this(id, title, "", Kind.TEACHING, time, site, roomId, List.of(), groupIds, false, studentIds, staffIds);
    }
}

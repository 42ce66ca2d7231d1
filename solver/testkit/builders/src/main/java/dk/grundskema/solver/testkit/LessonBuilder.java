package dk.grundskema.solver.testkit;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Builds a lesson of the existing timetable, by default of Danish on the morning of 7 September 2026, without people and room. */
public final class LessonBuilder {
    private final LessonId id;
    private String title;
    private String subject = "danish";
    private Lesson.Kind kind = Lesson.Kind.TEACHING;
    private MeetingTime time = MeetingTimes.time("2026-09-07 08:00-08:45");
    private @Nullable SiteId site;
    private @Nullable RoomId room;
    private boolean part;
    private final List<RoomId> extraRooms = new ArrayList<>();
    private final List<GroupId> groups = new ArrayList<>();
    private final List<StudentId> students = new ArrayList<>();
    private final List<StaffId> staff = new ArrayList<>();

    private LessonBuilder(LessonId id) {
        this.id = id;
        title = "Lesson " + id;
    }

    /** Returns a builder of the lesson with an id. */
    public static LessonBuilder aLesson(String id) {
        return new LessonBuilder(new LessonId(id));
    }

    /** Returns a builder of a lesson like another. */
    public static LessonBuilder like(Lesson other) {
        var builder = new LessonBuilder(other.id());
        builder.title = other.title();
        builder.subject = other.subject();
        builder.kind = other.kind();
        builder.time = other.time();
        builder.site = other.site();
        builder.room = other.roomId();
        builder.part = other.part();
        builder.extraRooms.addAll(other.extraRoomIds());
        builder.groups.addAll(other.groupIds());
        builder.students.addAll(other.studentIds());
        builder.staff.addAll(other.staffIds());
        return builder;
    }

    /** Sets the title. */
    public LessonBuilder title(String value) {
        title = value;
        return this;
    }

    /** Sets the subject; empty means not known. */
    public LessonBuilder subject(String value) {
        subject = value;
        return this;
    }

    /** Sets the time, of the form {@code 2026-09-07 08:00-10:00}. */
    public LessonBuilder at(String text) {
        return at(MeetingTimes.time(text));
    }

    /** Sets the time. */
    public LessonBuilder at(MeetingTime value) {
        time = value;
        return this;
    }

    /** Sets the weeks, at the same weekday and hours. */
    public LessonBuilder inWeeks(SortedSet<IsoWeek> weeks) {
        return at(new MeetingTime(weeks, time.weekday(), time.start(), time.end()));
    }

    /** Sets the site. */
    public LessonBuilder site(String value) {
        site = new SiteId(value);
        return this;
    }

    /** Sets the room. */
    public LessonBuilder room(String value) {
        room = new RoomId(value);
        return this;
    }

    /** Adds a group. */
    public LessonBuilder group(String value) {
        groups.add(new GroupId(value));
        return this;
    }

    /** Adds a single student. */
    public LessonBuilder student(String value) {
        students.add(new StudentId(value));
        return this;
    }

    /** Adds staff members who teach. */
    public LessonBuilder by(String... people) {
        Arrays.stream(people).map(StaffId::new).forEach(staff::add);
        return this;
    }

    /** Adds a further room. */
    public LessonBuilder extraRoom(String value) {
        extraRooms.add(new RoomId(value));
        return this;
    }

    /** Sets whether it is teaching. */
    public LessonBuilder kind(Lesson.Kind value) {
        kind = value;
        return this;
    }

    /** Makes it something else than teaching. */
    public LessonBuilder busy() {
        return kind(Lesson.Kind.BUSY);
    }

    /** Lets only some students of its groups take part. */
    public LessonBuilder part() {
        part = true;
        return this;
    }

    /** Returns the lesson. */
    public Lesson build() {
        return new Lesson(id, title, subject, kind, time, site, room, extraRooms, groups, part, students, staff);
    }
}

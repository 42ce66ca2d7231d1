package dk.grundskema.api.documents.timetable;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meeting on one date, with names resolved.
 *
 * @param occurrence the meeting and its date
 * @param meetingStyle its visual style
 * @param rooms      its rooms; empty means none
 * @param teams      the groups that take part; empty means none
 * @param isForAll   whether every group of the timetable takes part, and there are at least two
 * @param staff      the staff in the order of the seats
 * @param missing    number of required seats that nobody fills
 * @param students   single students who take part in addition to the groups
 * @param form       how it is held, as text; empty if not stated
 * @param existing   its part of the existing timetable; {@code null} if it is not an existing lesson
 */
public record TimetableEntry(
        Occurrence occurrence,
        MeetingStyle meetingStyle,
        List<NamedEntity<RoomId>> rooms,
        List<NamedEntity<GroupId>> teams,
        boolean isForAll,
        List<NamedEntity<StaffId>> staff,
        int missing,
        List<NumberedStudent> students,
        String form,
        @Nullable ExistingLesson existing) {
    /** Copies the lists. */
    public TimetableEntry {
        rooms = List.copyOf(rooms);
        teams = List.copyOf(teams);
        staff = List.copyOf(staff);
        students = List.copyOf(students);
    }

    /**
     * A person, room or group.
     *
     * @param id    its id
     * @param name  its name
     * @param brief its shortest name that is unique among its kind
     * @param <I>   type of its id
     */
    public record NamedEntity<I>(I id, String name, String brief) {}

    /**
     * A student.
     *
     * @param id     the id
     * @param name   first and last name
     * @param number number that replaces the name where it must not be shown, from 1; see {@link StudentAliases}
     */
    public record NumberedStudent(StudentId id, String name, int number) {
        /** Returns the id only, without the name. */
        @Override
        public String toString() {
            return id.value();
        }
    }

    /**
     * A lesson of the existing timetable.
     *
     * @param teachers its teachers in the existing timetable
     * @param helpers  additional staff by the plan; empty means none
     */
    public record ExistingLesson(List<NamedEntity<StaffId>> teachers, List<LessonHelper> helpers) {
        /** Copies the lists. */
        public ExistingLesson {
            teachers = List.copyOf(teachers);
            helpers = List.copyOf(helpers);
        }
    }

    /**
     * A person added to a lesson by the plan.
     *
     * @param person the person
     * @param role   the person's task, as text
     */
    public record LessonHelper(NamedEntity<StaffId> person, String role) {}

    /** Returns the same entry on another date. */
    TimetableEntry atOccurrence(Occurrence other) {
        return new TimetableEntry(
                other, meetingStyle, rooms, teams, isForAll, staff, missing, students, form, existing);
    }

    /** Returns the same entry without the staff added by the plan. */
    TimetableEntry withoutHelpers() {
        return existing == null
                ? this
                : new TimetableEntry(
                        occurrence,
                        meetingStyle,
                        rooms,
                        teams,
                        isForAll,
                        existing.teachers(),
                        0,
                        students,
                        "",
                        new ExistingLesson(existing.teachers(), List.of()));
    }

    /** Whether it is an existing lesson without staff added by the plan. */
    public boolean isUntouched() {
        return existing != null && existing.helpers().isEmpty();
    }

    /** Returns the staff added to an existing lesson by the plan; empty for any other entry. */
    public List<LessonHelper> helpers() {
        return existing == null ? List.of() : existing.helpers();
    }

    /** Whether the plan, not the existing timetable, assigns a person. */
    public boolean isDutyOf(NamedEntity<StaffId> person) {
        return staff.contains(person) && (existing == null || isHelper(person));
    }

    private boolean isHelper(NamedEntity<StaffId> person) {
        return helpers().stream().anyMatch(helper -> helper.person().equals(person));
    }

    /** Returns the title. */
    public String title() {
        return occurrence.meeting().title();
    }

    /** Returns the date on which it starts. */
    public LocalDate date() {
        return occurrence.date();
    }

    /** Returns the time of day at which it starts. */
    public LocalTime start() {
        return occurrence.meeting().start();
    }

    /** Returns the time of day at which it ends, on the next day if that is not after the start. */
    public LocalTime end() {
        return occurrence.meeting().end();
    }

    /** Whether its staff work; stand-by at home is not work. */
    public boolean isWork() {
        return occurrence.meeting().workload().work();
    }

    /** Returns the staff without one of them. */
    public List<NamedEntity<StaffId>> staffWithout(StaffId one) {
        return staff.stream().filter(person -> !person.id().equals(one)).toList();
    }

    /** Returns the wall-clock minutes from midnight to the start. */
    int startMinute() {
        return start().toSecondOfDay() / 60;
    }

    /** Returns the wall-clock minutes from midnight to the end; more than a day's minutes if it ends on the next day. */
    int endMinute() {
        int minute = end().toSecondOfDay() / 60;
        return end().isAfter(start()) ? minute : minute + 24 * 60;
    }

    /**
     * Whether both overlap in time, so that no adult and no room can be in both. Two existing lessons never clash, since parallel bands and
     * half classes are normal, unless the plan adds somebody to one who is in the other.
     */
    public boolean isClashOf(TimetableEntry other) {
        return !equals(other)
                && occurrence.interval().overlaps(other.occurrence.interval())
                && (existing == null || other.existing == null || hasHelperIn(other) || other.hasHelperIn(this));
    }

    /**
     * Whether a person is in both at the same time, and in at least one of them by the plan. Two simultaneous existing lessons of one
     * teacher are intended.
     */
    boolean isDoubleBookingOf(NamedEntity<StaffId> person, TimetableEntry other) {
        return isClashOf(other)
                && staff.contains(person)
                && other.staff.contains(person)
                && (isDutyOf(person) || other.isDutyOf(person));
    }

    private boolean hasHelperIn(TimetableEntry other) {
        return other.staff.stream().anyMatch(this::isHelper);
    }

    /** Whether both overlap and neither is held inside the other, so that no student can be in both. */
    public boolean isClashForStudents(TimetableEntry other) {
        return isClashOf(other) && !isInside(other);
    }

    /** Whether both overlap, neither is held inside the other, and no decision excuses the student from one of them. */
    public boolean isClashFor(StudentId student, TimetableEntry other) {
        return isClashForStudents(other) && !isExcused(student) && !other.isExcused(student);
    }

    private boolean isExcused(StudentId student) {
        return occurrence.meeting().excusedStudentIds().contains(student);
    }

    /** Whether one of the two is held inside the other by intent. */
    private boolean isInside(TimetableEntry other) {
        var mine = occurrence.meeting();
        var others = other.occurrence.meeting();
        return mine.within().contains(others.sessionId()) || others.within().contains(mine.sessionId());
    }
}

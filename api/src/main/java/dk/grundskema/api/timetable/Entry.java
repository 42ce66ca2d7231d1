package dk.grundskema.api.timetable;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is held on a date, with the names that people know.
 *
 * @param occurrence what is held, and when
 * @param look       how it is told apart
 * @param rooms      in which rooms; empty means none
 * @param teams      which groups take part; empty means none
 * @param isForAll   whether every group of the timetable takes part, of at least two
 * @param staff      who is there, in the order of the seats
 * @param missing    required seats that nobody fills
 * @param students   single students who take part beside the groups
 * @param form       how it is held, in words; empty if there is nothing to say
 * @param existing   what of it the existing timetable has anyway; {@code null} means that it is no lesson of it
 */
public record Entry(
        Occurrence occurrence,
        Look look,
        List<Named<RoomId>> rooms,
        List<Named<GroupId>> teams,
        boolean isForAll,
        List<Named<StaffId>> staff,
        int missing,
        List<Member> students,
        String form,
        @Nullable Existing existing) {
    /** Copies the lists. */
    public Entry {
        rooms = List.copyOf(rooms);
        teams = List.copyOf(teams);
        staff = List.copyOf(staff);
        students = List.copyOf(students);
    }

    /**
     * A person, place or group.
     *
     * @param id    which
     * @param name  what people call it
     * @param brief what colleagues call it, as short as tells it apart from others of its sort
     * @param <I>   type of its id
     */
    public record Named<I>(I id, String name, String brief) {}

    /**
     * A student.
     *
     * @param id     which
     * @param name   first and last name
     * @param number number that stands for the student where the name must not be, from 1; see {@link StudentAliases}
     */
    public record Member(StudentId id, String name, int number) {
        /** The id alone. */
        @Override
        public String toString() {
            return id.value();
        }
    }

    /**
     * A lesson of the existing timetable.
     *
     * @param teachers who teaches it anyway
     * @param helpers  who comes to it by the plan; empty means nobody
     */
    public record Existing(List<Named<StaffId>> teachers, List<Helper> helpers) {
        /** Copies the lists. */
        public Existing {
            teachers = List.copyOf(teachers);
            helpers = List.copyOf(helpers);
        }
    }

    /**
     * Somebody who comes to a lesson by the plan.
     *
     * @param person who
     * @param role   what for, in words
     */
    public record Helper(Named<StaffId> person, String role) {}

    /** The same on another date. */
    Entry on(Occurrence other) {
        return new Entry(other, look, rooms, teams, isForAll, staff, missing, students, form, existing);
    }

    /** The same as if nobody came to it by the plan. */
    Entry withoutHelpers() {
        return existing == null
                ? this
                : new Entry(
                        occurrence,
                        look,
                        rooms,
                        teams,
                        isForAll,
                        existing.teachers(),
                        0,
                        students,
                        "",
                        new Existing(existing.teachers(), List.of()));
    }

    /** Whether it is a lesson of the existing timetable that the plan leaves as it is. */
    public boolean isUntouched() {
        return existing != null && existing.helpers().isEmpty();
    }

    /** Who comes to it by the plan, where it is a lesson of the existing timetable; otherwise nobody. */
    public List<Helper> helpers() {
        return existing == null ? List.of() : existing.helpers();
    }

    /** Whether somebody is there by the plan, not by the existing timetable. */
    public boolean isDutyOf(Named<StaffId> person) {
        return staff.contains(person) && (existing == null || isHelper(person));
    }

    private boolean isHelper(Named<StaffId> person) {
        return helpers().stream().anyMatch(helper -> helper.person().equals(person));
    }

    /** What people call it. */
    public String title() {
        return occurrence.meeting().title();
    }

    /** Date on which it starts. */
    public LocalDate date() {
        return occurrence.date();
    }

    /** Time of day at which it starts. */
    public LocalTime start() {
        return occurrence.meeting().start();
    }

    /** Time of day at which it ends, on the next day if that is not after the start. */
    public LocalTime end() {
        return occurrence.meeting().end();
    }

    /** Whether those who are there work; a stand-by at home is none. */
    public boolean isWork() {
        return occurrence.meeting().workload().work();
    }

    /** The staff but for one of them: that one's partners. */
    public List<Named<StaffId>> staffWithout(StaffId one) {
        return staff.stream().filter(person -> !person.id().equals(one)).toList();
    }

    /** Minutes of the wall clock from the day's beginning to the start. */
    int startMinute() {
        return start().toSecondOfDay() / 60;
    }

    /** Minutes of the wall clock from the day's beginning to the end; beyond a day's minutes if it ends on the next. */
    int endMinute() {
        int minute = end().toSecondOfDay() / 60;
        return end().isAfter(start()) ? minute : minute + 24 * 60;
    }

    /**
     * Whether both are held at one time, so that no adult and no room can be in both. Lessons of the existing timetable are facts: side by side as
     * bands and halves of classes are, unless somebody comes to one by the plan who is in the other.
     */
    public boolean isClashOf(Entry other) {
        return !equals(other)
                && occurrence.interval().overlaps(other.occurrence.interval())
                && (existing == null || other.existing == null || sharesHelper(other) || other.sharesHelper(this));
    }

    /** Whether somebody is in both at one time, and in one of them by the plan: whoever teaches two existing lessons at once does so by intent. */
    boolean isDoubleFor(Named<StaffId> person, Entry other) {
        return isClashOf(other)
                && staff.contains(person)
                && other.staff.contains(person)
                && (isDutyOf(person) || other.isDutyOf(person));
    }

    private boolean sharesHelper(Entry other) {
        return other.staff.stream().anyMatch(this::isHelper);
    }

    /** Whether both are held at one time though neither is held inside the other, so that no student can be in both. */
    public boolean isClashForStudents(Entry other) {
        return isClashOf(other) && !isInside(other);
    }

    /** Whether both are held at one time, neither is held inside the other, and no decision takes the student out of one for the other. */
    public boolean isClashFor(StudentId student, Entry other) {
        return isClashForStudents(other) && !isExcused(student) && !other.isExcused(student);
    }

    private boolean isExcused(StudentId student) {
        return occurrence.meeting().excusedStudentIds().contains(student);
    }

    /** Whether one of the two is held inside the other by intent. */
    private boolean isInside(Entry other) {
        var mine = occurrence.meeting();
        var others = other.occurrence.meeting();
        return mine.within().contains(others.sessionId()) || others.within().contains(mine.sessionId());
    }
}

package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.solver.spi.toolkit.HomeClasses;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Students who work in pairs at the same time: a class, or an older class that tutors a younger one.
 *
 * @param id           short word, unique among the sets: letters, digits and hyphens, at most 30 characters
 * @param title        display title; {@code null} means the usual name
 * @param classes      classes whose students work in pairs, or are tutored
 * @param students     further such students, named singly
 * @param tutorClasses classes whose students tutor; ignored for equals
 * @param tutors       further tutors, named singly
 * @param without      students of these classes who do not take part
 * @param form         relation of the partners
 * @param place        whether they meet inside ordinary lessons
 * @param subjects     subjects in whose lessons they may meet; empty means all
 * @param rooms        quiet rooms to choose from. Empty means the own classrooms inside lessons, and outside any room that is large enough
 * @param mostApart    largest difference of level between equals, 0 to 100; {@code null} means no limit
 * @param leastAhead   smallest lead of a tutor in points of level, 0 to 100; {@code null} means that tutors may be older instead
 */
public record PeerSet(
        String id,
        @Nullable String title,
        List<GroupId> classes,
        List<StudentId> students,
        List<GroupId> tutorClasses,
        List<StudentId> tutors,
        List<StudentId> without,
        @Default("\"EQUALS\"") Form form,
        @Default("\"INSIDE\"") MeetingPlacement place,
        List<String> subjects,
        List<RoomId> rooms,
        @Nullable Integer mostApart,
        @Nullable Integer leastAhead) {
    /** What the partners are to each other. */
    public enum Form {
        /** Partners of equal level who swap roles. */
        EQUALS,
        /** An older or stronger tutor and a younger student. If no tutors are named, the stronger half of the set tutors. */
        TUTORING
    }

    /** @throws dk.grundskema.domain.finding.InvalidValueException if a text or number is out of range or something is named twice */
    public PeerSet {
        classes = List.copyOf(classes);
        students = List.copyOf(students);
        tutorClasses = List.copyOf(tutorClasses);
        tutors = List.copyOf(tutors);
        without = List.copyOf(without);
        subjects = List.copyOf(subjects);
        rooms = List.copyOf(rooms);
        new RecordValidator()
                .require(id.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,29}"), "id", "peer-learning.id-malformed", id)
                .singleLine("title", title)
                .distinct("classes", classes)
                .distinct("students", students)
                .distinct("tutorClasses", tutorClasses)
                .distinct("tutors", tutors)
                .distinct("rooms", rooms)
                .rangeIfAny("mostApart", mostApart, 0, 100)
                .rangeIfAny("leastAhead", leastAhead, 0, 100)
                .throwIfInvalid();
    }

    boolean isTutoring() {
        return form == Form.TUTORING;
    }

    /** Returns whether the stronger half tutors because no tutors are named. */
    boolean isByLevel() {
        return isTutoring() && tutorClasses.isEmpty() && tutors.isEmpty();
    }

    /** Returns the maximum difference in points between partners; {@code null} means no limit. */
    @Nullable
    Integer limit() {
        return isTutoring() ? null : mostApart;
    }

    /** Returns the equals, or the tutored students. */
    List<StudentId> peers(HomeClasses homes) {
        return homes.members(classes, students, without);
    }

    /** Returns the named tutors. */
    List<StudentId> namedTutors(HomeClasses homes) {
        return homes.members(tutorClasses, tutors, without);
    }

    /** Returns some students of the set with the weeks in which each takes part, as a member of one of its classes or named singly. */
    SetMembers members(List<StudentId> all, HomeClasses homes) {
        var groups = Stream.concat(classes.stream(), tutorClasses.stream()).toList();
        var singly = Stream.concat(students.stream(), tutors.stream()).toList();
        return SetMembers.of(all, one -> homes.weeks(one, groups, singly));
    }

    /** Returns when and where the students meet. */
    MeetingFrame frame(SetMembers all, List<UsableTime> usable) {
        return new MeetingFrame(id, all, place, subjects, rooms, usable);
    }
}
